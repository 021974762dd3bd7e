"""Say how a comparison is set as a table: which columns are shown, and if the units are its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.result import Cells, Comparison, Row
from disclosures.comparison.selection import Order, Turn
from disclosures.comparison.sort_columns import SortColumn

# Their rows are more than any comparison has columns: turned, they would be no table to read.
LONG = (Dimension.PROJECTS, Dimension.INDICATORS)
# A few empty columns say what is missing; more of them hide what is there.
MAX_GAP_COLUMNS = 4
# More columns than this are wider than a screen: the units go into the rows.
MAX_UNIT_COLUMNS = 12


def shown_columns(result: Comparison) -> list[int]:
    """Return the columns to show: where years without a disclosure would fill the table, only the disclosed ones."""
    everything = range(len(result.columns))
    disclosed = [number for number in everything if result.columns[number].revision is not None]
    return list(everything) if len(result.columns) - len(disclosed) <= MAX_GAP_COLUMNS else disclosed


def is_turned(result: Comparison) -> bool:
    """Tell whether the units are the rows: as the selection asks, or where they are too many for columns."""
    turn = result.selection.turn
    many = len(shown_columns(result)) > MAX_UNIT_COLUMNS and result.selection.dimension not in LONG
    return turn == Turn.UNITS or (turn == Turn.AUTO and many)


def sorting_item(result: Comparison) -> str | None:
    """Return the key of the item whose figures order the units of a turned table, each year by itself."""
    by = result.selection.sorted_by
    if not isinstance(by, str) or result.selection.order == Order.LISTED or not is_turned(result):
        return None
    row = next((row for row in result.rows if row.key == by), None)
    return None if row is None or not have_order(values_of(result, row)) else by


def values_of(result: Comparison, row: Row) -> Iterator[Decimal | None]:
    """Yield what units can be sorted by in a row; of a group nothing, which only counts what stands below it."""
    return (cell.value for cell in (() if row.is_group else result.line(row)))


def have_order(values: Iterable[Decimal | None]) -> bool:
    """Tell whether there is anything to sort: what has no value at all has no order to be in."""
    return any(value is not None for value in values)


def unit_rows(result: Comparison) -> list[int]:
    """Return the columns to show as rows, in the order that was asked for.

    What lacks the figure that it looks at stands last, whichever way the others go. Without an item that was asked for,
    a unit's years stay together, by the drawn row's figure in the last of them.
    """
    shown, selection = shown_columns(result), result.selection
    if selection.order == Order.LISTED or not result.rows or isinstance(selection.sorted_by, SortColumn):
        return shown
    item = sorting_item(result)
    row = next((row for row in result.rows if row.key == (item or selection.row)), result.listed[0])
    values = {number: result.cell(row, number).value for number in shown}
    if item is None:
        last = {result.columns[number].unit: values[number] for number in shown}
        values = {number: last[result.columns[number].unit] for number in shown}
    return sorted(shown, key=lambda number: weight(values[number], selection.order))


def as_turned(result: Comparison) -> Comparison:
    """Return a result with its columns in the order of the rows of its turned table, those not shown behind them.

    As it is where the table is not turned, or stands as listed.
    """
    if result.selection.order == Order.LISTED or not is_turned(result):
        return result
    numbers = list(dict.fromkeys([*unit_rows(result), *range(len(result.columns))]))
    lines = {row.key: result.line(row) for row in result.rows}
    return replace(
        result,
        columns=tuple(result.columns[number] for number in numbers),
        cells=Cells({key: [line[number] for number in numbers] for key, line in lines.items()}),
    )


def weight(value: Decimal | None, order: Order) -> tuple[bool, Decimal]:
    """Return what a value sorts by; nothing is neither small nor large, but last."""
    return value is None, (value or Decimal(0)) * (-1 if order == Order.LARGEST else 1)
