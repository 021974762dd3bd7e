"""Put a comparison's rows in the order that was asked for, among their siblings, and say in words which it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.comparison.arrangement import have_order, sorting_item, weight
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.result import Cell, Comparison, Row
from disclosures.comparison.selection import Order
from disclosures.comparison.sort_columns import SortColumn
from disclosures.comparison.sums import Sums
from disclosures.comparison.wording import has_own_units

# Numbers of unlike measures have no largest among them.
UNLIKE = (Dimension.INDICATORS, Dimension.PERFORMANCE)


def in_order(result: Comparison) -> Comparison:
    """Return a result with its rows in the order that was asked for; children stay below their parents.

    The order looks at one column, or at the largest value that each row shows. Totals stand first, and rows without a
    value last, whichever way the others go. A column that nothing can be sorted by is no part of the result's
    selection: only the result can tell.
    """
    order = result.selection.order
    if order == Order.LISTED:
        return result
    values = _by_column(result)
    if values is None and sorting_item(result) is None:
        result = replace(result, selection=result.selection.changed(sorted_by=None))
        values = _by_largest(result)
    if values is None:
        return result
    children: dict[str | None, list[Row]] = defaultdict(list)
    for row in result.rows:
        children[row.parent].append(row)
    for siblings in children.values():
        siblings.sort(key=lambda row: (not row.is_total, *weight(values.get(row.key), order)))
    return replace(result, rows=tuple(_descend(children, None)), before_order=result.rows)


def can_sort_rows(result: Comparison) -> bool:
    """Tell whether the rows can be sorted by a column: whether its values are of one unit."""
    return not has_own_units(result.selection.dimension, result.selection.measure)


def sorting_column(result: Comparison) -> SortColumn | None:
    """Return the column that the rows are sorted by."""
    by = result.selection.sorted_by
    return by if isinstance(by, SortColumn) and _by_column(result) is not None else None


def column_in_words(result: Comparison) -> str:
    """Name the column that the rows, or the units of a turned table, are sorted by; nothing where there is none."""
    if (column := sorting_column(result)) is not None:
        names = {one.unit: one.unit_name for one in result.columns}
        whose = _("各单位合计") if column.unit is None else names[column.unit]
        return f"{whose} {result.period(column.year, column.stage)}"
    item = sorting_item(result)
    return next((row.name for row in result.rows if row.key == item), "")


def order_in_words(result: Comparison) -> str:
    """Say how the rows stand; nothing where they stand as listed."""
    selection = result.selection
    if selection.order == Order.LISTED:
        return ""
    if column := column_in_words(result):
        return _("按“%(column)s”%(order)s") % {"column": column, "order": selection.order.label}
    return str(selection.order.label) if selection.dimension not in UNLIKE else ""


Values = Mapping[str, Decimal | None]


def _by_column(result: Comparison) -> Values | None:
    """Return each row's value in the column that was asked for; nothing where there is no such column, or no value."""
    column = result.selection.sorted_by
    if not isinstance(column, SortColumn) or not can_sort_rows(result):
        return None
    values = _of_all(result, column) if column.unit is None else _of_unit(result, column)
    return values if have_order(values.values()) else None


def _of_all(result: Comparison, column: SortColumn) -> Values:
    """Return each row's sum over the units."""
    sums = Sums.of(result)
    of_all = next((one for one in sums.columns if one.period == (column.year, column.stage)), None)
    return {} if of_all is None else {row.key: sums.at(row, of_all).cell.value for row in result.rows}


def _of_unit(result: Comparison, column: SortColumn) -> Values:
    """Return each row's value of one unit."""
    asked = (column.unit, column.year, column.stage)
    places = ((one.unit, one.year, one.stage) for one in result.columns)
    number = next((number for number, place in enumerate(places) if place == asked), None)
    return {} if number is None else {row.key: result.cell(row, number).value for row in result.rows}


def _by_largest(result: Comparison) -> Values | None:
    """Return each row's largest value; nothing where the rows stay as listed, having no largest among them."""
    if result.selection.dimension in UNLIKE:
        return None
    return {row.key: _largest(result.line(row)) for row in result.rows}


def _largest(line: Sequence[Cell]) -> Decimal | None:
    return max((cell.value for cell in line if cell.value is not None), default=None)


def _descend(children: Mapping[str | None, Sequence[Row]], parent: str | None) -> Iterator[Row]:
    for row in children.get(parent, ()):
        yield row
        yield from _descend(children, row.key)
