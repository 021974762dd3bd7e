"""Lay out bars that are plain markup: words and figures stay text, and no script is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise

from disclosures.comparison.result import Cell, Comparison, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: whose or what it is, its cell, and its length in percent of the longest."""

    label: str | Promise
    cell: Cell
    length: Decimal
    row: Row
    disclosure: int | None = None
    has_parts: bool = False

    @property
    def depth(self) -> int:
        """Return how deep its code stands below a class."""
        return 0 if self.disclosure else self.row.depth


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under one title; ``query`` is the address of the same as a full comparison.

    ``zeros`` is how many rows print 0 and have no bar.
    """

    title: str | Promise
    bars: tuple[Bar, ...]
    query: str
    zeros: int = 0


def by_unit(result: Comparison, row: Row) -> Bars:
    """Return one headline's bars, a unit each, the longest first; units without the figure stand last."""
    cells = list(result.line(row))
    longest = _longest(cells)
    bars = (
        Bar(label=column.unit_name, cell=cell, length=_length(cell, longest), row=row, disclosure=column.disclosure)
        for column, cell in zip(result.columns, cells, strict=True)
    )
    ordered = sorted(bars, key=lambda bar: (bar.cell.amount is None, -(bar.cell.amount or 0)))
    return Bars(row.label, tuple(ordered), result.selection.changed(row=row.key).to_query())


def by_row(result: Comparison, title: str) -> Bars:
    """Return the bars of a single column, row by row as laid out, without its total."""
    listed = [row for row in result.rows if not row.is_total]
    rows = [row for row in listed if result.cell(row, 0).amount != 0]
    longest = _longest(result.cell(row, 0) for row in rows)
    bars = tuple(_bars_of(result, rows, longest))
    return Bars(title, bars, result.selection.to_query(), zeros=len(listed) - len(rows))


def _bars_of(result: Comparison, rows: Iterable[Row], longest: Decimal) -> Iterator[Bar]:
    listed = list(rows)
    parents = {row.parent for row in listed}
    for row in listed:
        cell = result.cell(row, 0)
        length = _length(cell, longest)
        yield Bar(label=row.label, cell=cell, length=length, row=row, has_parts=row.key in parents)


def _longest(cells: Iterable[Cell]) -> Decimal:
    return max((abs(cell.amount) for cell in cells if cell.amount is not None), default=Decimal(0))


def _length(cell: Cell, longest: Decimal) -> Decimal:
    if cell.amount is None or not longest:
        return Decimal(0)
    return (abs(cell.amount) * 100 / longest).quantize(Decimal("0.1"))
