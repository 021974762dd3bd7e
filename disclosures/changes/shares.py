"""Find the shared comparisons that a change of one disclosure's figures touches."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from disclosures.comparison import Selection
from disclosures.models import Disclosure, SharedComparison


@dataclass(frozen=True, slots=True)
class AffectedShare:
    """An open link that compares the disclosure's unit and year."""

    title: str
    address: str


def affected_shares(disclosure: Disclosure) -> list[AffectedShare]:
    """Return the open links whose comparison takes in a disclosure's unit and year."""
    return [
        AffectedShare(link.title, link.get_absolute_url())
        for link in SharedComparison.objects.open()
        if _takes_in(Selection.from_query(QueryDict(link.query)), disclosure)
    ]


def _takes_in(selection: Selection, disclosure: Disclosure) -> bool:
    return disclosure.unit_id in selection.units and disclosure.fiscal_year_id in selection.years
