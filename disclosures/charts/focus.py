"""Choose the row that a chart of one row draws, and the rows that may share one axis with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.result import Comparison, Row

# Their rows have units of measure of their own, which are never mixed on one axis.
MEASURED_APART = (Dimension.INDICATORS, Dimension.PERFORMANCE)


def is_measured_apart(result: Comparison) -> bool:
    """Tell whether the rows of a comparison have units of measure of their own."""
    return result.selection.dimension in MEASURED_APART


def first_focus(result: Comparison) -> Row:
    """Return the row that a chart of one row draws where none is chosen: the total, else the first with a value.

    It is the first as listed: sorting the table leaves the chart's item as it is.
    """
    if not is_measured_apart(result):
        return next((row for row in result.listed if row.is_total), result.listed[0])
    return next((row for row in result.listed if _values(result, row)), result.listed[0])


def focus(result: Comparison) -> Row:
    """Return the row that a chart of one row draws."""
    return next((row for row in result.rows if row.key == result.selection.row), first_focus(result))


def as_listed(result: Comparison, rows: Iterable[Row]) -> Mapping[str, int]:
    """Return by key the place of each row among those drawn, as they are listed: its colour keeps to it when sorted."""
    drawn = {row.key for row in rows}
    listed = (row.key for row in result.listed if row.key in drawn)
    return {key: place for place, key in enumerate(listed)}


def alike(result: Comparison) -> list[Row]:
    """Return the rows with values in the unit of measure of the row in focus.

    In percent of their targets all are alike: those furthest behind theirs stand first.
    """
    if in_percent_of_targets(result):
        return sorted(_with_values(result), key=lambda row: min(_values(result, row)))
    chosen = focus(result)
    return [row for row in _with_values(result) if row.measure == chosen.measure]


def in_percent_of_targets(result: Comparison) -> bool:
    """Tell whether a comparison shows how much of each target was reached."""
    return result.selection.measure == Measure.COMPLETION


def _with_values(result: Comparison) -> Sequence[Row]:
    return [row for row in result.rows if _values(result, row)]


def _values(result: Comparison, row: Row) -> list[Decimal]:
    return [cell.value for cell in result.line(row) if cell.value is not None]
