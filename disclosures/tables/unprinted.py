"""Tell why a project or an indicator has no value in a field: its cell is blank, or its form does not ask for it."""

from __future__ import annotations

from django.utils.safestring import SafeString

from disclosures.comparison.result import CellState
from disclosures.models import PerformanceIndicator
from disclosures.models.correctable import Correctable
from disclosures.tables.money import absent, marked

_OF_EVALUATIONS = ("actual", "score", "weight", "deviation_reason")


def why_unprinted(row: Correctable, field: str) -> CellState:
    """Return the state of a field without a value.

    A person who corrected it has seen the blank cell. A self-evaluation that prints a result or a score has cells for
    both; what prints neither is a plan, whose form asks for neither.
    """
    if field in row.as_read:
        return CellState.BLANK
    if not isinstance(row, PerformanceIndicator) or (field in _OF_EVALUATIONS and not is_evaluated(row)):
        return CellState.NOT_LISTED
    return CellState.BLANK


def is_evaluated(indicator: PerformanceIndicator) -> bool:
    """Tell whether an indicator prints a result or a score."""
    return bool(indicator.actual) or indicator.score is not None


def unprinted(row: Correctable, field: str) -> SafeString:
    """Return the sign of a field without a value, marked where a person says that it has none."""
    return marked(row, absent(why_unprinted(row, field)), field)


def number_of(row: Correctable, field: str) -> SafeString:
    """Return a number without trailing zeros, or the sign of why there is none."""
    number = getattr(row, field)
    return unprinted(row, field) if number is None else marked(row, f"{number.normalize():f}", field)


def text_of(row: Correctable, field: str) -> SafeString:
    """Return a printed text as it counts, or the sign of why there is none."""
    text = getattr(row, field)
    return marked(row, text, field) if text else unprinted(row, field)
