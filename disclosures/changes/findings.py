"""Tell which findings of a revision are solved in another and which are new, wherever on its pages they stand."""

from __future__ import annotations

import re
from collections.abc import Hashable

from disclosures.changes.pairing import differing_pairs
from disclosures.models import Finding, Revision

# A page, or several: they move with every line that is added before them.
_PAGES = re.compile(r"第\s*\d+(?:\s*[、,，至~～–—-]\s*\d+)*\s*页")


def changed_findings(before: Revision, after: Revision) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that are solved, and those that are new."""
    solved, found = [], []
    for old, new in differing_pairs(before.findings.standing(), after.findings.standing(), _truth, _truth):
        solved += [old] if old else []
        found += [new] if new else []
    return solved, found


def _truth(row: Finding) -> Hashable:
    """Return what a finding asserts: its rule and the figures it holds against each other, or else its words."""
    figures = tuple((_unpaged(place["label"]), _unpaged(place["printed"])) for place in row.places)
    words = "" if figures or row.actual else _unpaged(row.message)
    return row.code, row.expected, row.actual, figures, words


def _unpaged(text: str) -> str:
    return _PAGES.sub("", text)
