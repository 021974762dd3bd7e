"""Align the cells of a printed row with the columns of its table, although cells moved left or right.

Where merged cells were lost, a row's cells stand in other columns than the header's. The cells keep their
order, so every order-keeping assignment of cells to columns is weighed: how well each cell's content suits
the column, and how far the distances between the cells differ from those between the columns. The cheapest
assignment is taken; where the second is nearly as cheap, the row is uncertain.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from disclosures.extraction.performance.cell_fit import fit
from disclosures.extraction.performance.indicator_columns import Column, Columns, Role
from disclosures.extraction.performance.printed_rows import PrintedCell, PrintedRow

# Costs are in units of "one column out of place".
_SUITS = 0.5
# Beside a third level, an unknown word in the column of a first or second level is a label of that level.
_LEVEL_LIMITS = {Role.LEVEL1: 3.0, Role.LEVEL2: 3.0}
_DROPPED = 7.0
_STEP = 1.0
_FURTHEST = 3.0
_START = 0.5
_FURTHEST_START = 1.5
# Two readings of a row nearer to each other than this are not told apart.
_CERTAIN = 0.3
# What it costs to leave a column empty that nearly every row of the table fills.
_MISSING: dict[Role, float] = {Role.WEIGHT: 2.0, Role.SCORE: 2.0, Role.LEVEL3: 1.0, Role.TARGET: 1.0, Role.ACTUAL: 1.0}
_NEARLY_EVERY = 0.8
# Figures survive where texts are cut: at the first reading they are taken to be there.
_FIGURES = frozenset({Role.WEIGHT, Role.SCORE})
# A row with fewer cells is a label, a fragment or an empty indicator.
_WHOLE_ROW = 3


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """A printed row with the column that each of its cells belongs to."""

    printed: PrintedRow
    cells: tuple[tuple[Column, PrintedCell], ...]
    dropped: tuple[PrintedCell, ...] = ()
    certain: bool = True

    def text(self, role: Role) -> str | None:
        """Return the text in the column of a role."""
        return next((cell.text for column, cell in self.cells if column.role is role), None)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The first cells of a row read one way; ``places`` is the index of each cell's column, None if dropped."""

    cost: float
    places: tuple[int | None, ...] = ()

    @property
    def last(self) -> int | None:
        return next((place for place in reversed(self.places) if place is not None), None)


@dataclass(frozen=True, slots=True)
class _Table:
    """The columns of a page, and those of them that nearly every row fills."""

    columns: Columns
    filled: frozenset[Role]

    def emptied(self, last: int | None, place: int) -> float:
        """Return what it costs to leave the columns between two places empty."""
        skipped = self.columns.columns[0 if last is None else last + 1 : place]
        return sum(_MISSING[column.role] for column in skipped if column.role in self.filled)


def align(rows: list[PrintedRow], columns: Columns) -> list[AlignedRow]:
    """Align the rows of one table twice: the first time shows which columns are filled, and where they lie."""
    pieces = [[align_row(row, columns, _FIGURES) for row in piece] for piece in _pieces(rows)]
    filled = _usually_filled([row for piece in pieces for row in piece])
    return [
        align_row(row.printed, learned, filled)
        for piece in pieces
        for learned in (_positions(piece, columns),)
        for row in piece
    ]


def _pieces(rows: list[PrintedRow]) -> list[list[PrintedRow]]:
    pieces: dict[int, list[PrintedRow]] = {}
    for row in rows:
        pieces.setdefault(row.piece, []).append(row)
    return list(pieces.values())


def _usually_filled(rows: list[AlignedRow]) -> frozenset[Role]:
    whole = [row for row in rows if len(row.cells) >= _WHOLE_ROW]
    return frozenset(
        role for role in _MISSING if sum(row.text(role) is not None for row in whole) > _NEARLY_EVERY * len(whole)
    )


def _positions(rows: list[AlignedRow], columns: Columns) -> Columns:
    """Return the columns at the positions that most rows of a page have them."""
    seen: dict[int, list[int]] = {}
    for row in rows:
        if row.certain and not row.dropped:
            for column, cell in row.cells:
                seen.setdefault(column.column, []).append(cell.column)
    moved = {header: median_low(found) for header, found in seen.items()}
    if len(moved) < 2:
        return columns
    placed = []
    for column in columns.columns:
        nearest = min(moved, key=lambda header: abs(header - column.column))
        offset = moved[nearest] - nearest
        placed.append(Column(column.role, moved.get(column.column, column.column + offset), column.heading))
    increasing = all(a.column < b.column for a, b in pairwise(placed))
    return Columns(tuple(placed)) if increasing else columns


def align_row(row: PrintedRow, columns: Columns, filled: frozenset[Role] = frozenset()) -> AlignedRow:
    """Give each cell of a row its column; ``filled`` are the columns that hardly any row leaves empty."""
    table = _Table(columns, filled)
    in_place = _in_place(row, table)
    if in_place is not None:
        return in_place
    readings = [_Reading(0.0)]
    for index, cell in enumerate(row.cells):
        readings = _extended(readings, row.cells[:index], cell, table)
    ended = [_Reading(r.cost + table.emptied(r.last, len(columns.columns)), r.places) for r in readings]
    best, *others = sorted(ended, key=lambda reading: reading.cost)
    placed = list(zip(best.places, row.cells, strict=True))
    return AlignedRow(
        row,
        tuple((columns.columns[place], cell) for place, cell in placed if place is not None),
        tuple(cell for place, cell in placed if place is None),
        not others or others[0].cost - best.cost >= _CERTAIN,
    )


def _in_place(row: PrintedRow, table: _Table) -> AlignedRow | None:
    """Return a row that stands as its header does, with nothing missing: there is nothing to weigh."""
    by_column = {column.column: column for column in table.columns.columns}
    if any(cell.column not in by_column for cell in row.cells):
        return None
    cells = tuple((by_column[cell.column], cell) for cell in row.cells)
    given = {column.role for column, _ in cells}
    if table.filled & {column.role for column in by_column.values()} - given:
        return None
    limits = _LEVEL_LIMITS if Role.LEVEL3 in given else {}
    suits = all(fit(column.role, cell.text) <= limits.get(column.role, _SUITS) for column, cell in cells)
    return AlignedRow(row, cells) if suits else None


def _extended(
    readings: list[_Reading], before: tuple[PrintedCell, ...], cell: PrintedCell, table: _Table
) -> list[_Reading]:
    """Read one cell more: of the readings that end in the same column only the two cheapest can win."""
    by_end: dict[int | None, list[_Reading]] = {}
    for reading in readings:
        by_end.setdefault(reading.last, []).append(_Reading(reading.cost + _DROPPED, (*reading.places, None)))
        for place in range(0 if reading.last is None else reading.last + 1, len(table.columns.columns)):
            cost = (
                fit(table.columns.columns[place].role, cell.text)
                + _distance(reading, before, cell, table.columns, place)
                + table.emptied(reading.last, place)
            )
            by_end.setdefault(place, []).append(_Reading(reading.cost + cost, (*reading.places, place)))
    return [reading for ends in by_end.values() for reading in sorted(ends, key=lambda r: r.cost)[:2]]


def _distance(
    reading: _Reading, before: tuple[PrintedCell, ...], cell: PrintedCell, columns: Columns, place: int
) -> float:
    """Weigh how far the cell stands from where the column lies, seen from the cell before it."""
    here = columns.columns[place].column
    if reading.last is None:
        return min(abs(cell.column - here) * _START, _FURTHEST_START)
    previous = next(c for c, p in zip(reversed(before), reversed(reading.places), strict=True) if p is not None)
    printed = cell.column - previous.column
    expected = here - columns.columns[reading.last].column
    return min(abs(printed - expected) * _STEP, _FURTHEST)
