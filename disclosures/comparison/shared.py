"""Say what a shared link shows: its selection, what it is pinned to, and the result."""

from __future__ import annotations

from django.http import QueryDict

from disclosures.comparison.compare import compare
from disclosures.comparison.pinned import Pins
from disclosures.comparison.result import Comparison
from disclosures.comparison.selection import Selection
from disclosures.models import SharedComparison


def pins_of(link: SharedComparison) -> Pins | None:
    """Return what a link is pinned to; nothing for a live one."""
    return Pins(tuple(link.pinned_revisions), link.pinned_at) if link.pinned_at else None


def selection_of(link: SharedComparison) -> Selection:
    """Return what a link selects."""
    return Selection.from_query(QueryDict(link.query))


def result_of(link: SharedComparison) -> Comparison:
    """Return what a link shows."""
    return compare(selection_of(link), pins_of(link))
