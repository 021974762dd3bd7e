"""Find a line item's cell in its printed table, and the headings of its row and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from disclosures.evidence import Box, Cell, Grid
from disclosures.ingest.printed_grids import grids_as_stored
from disclosures.models import LineItem
from disclosures.recognition.headings import compact


@dataclass(frozen=True, slots=True)
class Position:
    """A cell's place: the piece of the table (a page's), and row and column in it."""

    piece: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a row or column: its text, and where it stands."""

    text: str
    box: Box | None
    page: int | None
    position: Position


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line item stands in its table; ``position`` is None where its table was kept without rows."""

    position: Position | None
    row_headings: tuple[Heading, ...] = ()
    column_headings: tuple[Heading, ...] = ()


NOWHERE = Place(None)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table's pieces with the rows and columns of its amounts, counted through all pieces."""

    pieces: tuple[Grid, ...]
    amounts: frozenset[tuple[int, int]]

    def position(self, row: int, column: int) -> Position | None:
        """Return a place by its row counted through all pieces."""
        for number, piece in enumerate(self.pieces):
            if row < len(piece.rows):
                return Position(number, row, column) if column < piece.width else None
            row -= len(piece.rows)
        return None

    def first_row(self, piece: int) -> int:
        """Return the number of a piece's first row, counted through all pieces."""
        return sum(len(before.rows) for before in self.pieces[:piece])

    def heading_at(self, position: Position) -> Heading | None:
        """Return what stands at a place, or covers it; None where that is nothing."""
        piece = self.pieces[position.piece]
        row, column = piece.owner(position.row, position.column)
        cell = piece.rows[row][column]
        placed = Position(position.piece, row, column)
        return Heading(cell.text, cell.box, piece.page, placed) if cell.text.strip() else None


def place_of(item: LineItem) -> Place:
    """Return where a line item stands."""
    if item.row is None or item.column_number is None:
        return NOWHERE
    table = PrintedTable(grids_as_stored(item.table.grid), frozenset(item.table.line_items.places()))
    position = table.position(item.row, item.column_number)
    if position is None:
        return NOWHERE
    return Place(position, _unique(_left_of(table, position)), _unique(_above(table, position)))


def place_of_words(stored: Iterable[dict[str, Any]], words: Sequence[str]) -> Place:
    """Return the first row of a printed table that holds all of some words, and in it the cell of the first of them."""
    wanted = [compact(word) for word in words if word]
    for number, piece in enumerate(grids_as_stored(stored)):
        for at, row in enumerate(piece.rows):
            texts = [compact(row_cell.text) for row_cell in row]
            cells = [next((n for n, text in enumerate(texts) if word in text), None) for word in wanted]
            if cells and cells[0] is not None and None not in cells:
                return Place(Position(number, at, cells[0]))
    return NOWHERE


def _left_of(table: PrintedTable, position: Position) -> list[Heading | None]:
    """Return the headings of a row: the nearest cells to the left that hold no amounts, in reading order."""
    row = table.first_row(position.piece) + position.row
    amounts = {column for amount_row, column in table.amounts if amount_row == row}
    left = list(range(position.column - 1, -1, -1))
    beyond = left[sum(1 for _ in takewhile(lambda column: column in amounts, left)) :]
    columns = list(takewhile(lambda column: column not in amounts, beyond))
    return [table.heading_at(Position(position.piece, position.row, column)) for column in reversed(columns)]


def _above(table: PrintedTable, position: Position) -> list[Heading | None]:
    """Return the headings of a column, from the top; of the first page where this page repeats none."""
    for piece in dict.fromkeys((position.piece, 0)):
        found = [
            table.heading_at(Position(piece, row, position.column))
            for row in range(_header_height(table, piece))
            if position.column < table.pieces[piece].width
        ]
        named = [heading for heading in found if heading and not _spans_all(table.pieces[piece], heading)]
        if named:
            return list(named)
    return []


def _header_height(table: PrintedTable, piece: int) -> int:
    """Return how many rows stand above the first amount of a piece."""
    first, height = table.first_row(piece), len(table.pieces[piece].rows)
    rows = [row - first for row, _column in table.amounts if first <= row < first + height]
    return min(rows, default=0)


def _spans_all(piece: Grid, heading: Heading) -> bool:
    """Tell whether a cell is as wide as its table: a title or a unit line, no heading of one column."""
    cell: Cell = piece.rows[heading.position.row][heading.position.column]
    return piece.width > 1 and cell.colspan >= piece.width


def _unique(headings: Sequence[Heading | None]) -> tuple[Heading, ...]:
    """Return each heading once; a merged cell stands over several places."""
    return tuple(_each_once(headings))


def _each_once(headings: Sequence[Heading | None]) -> Iterator[Heading]:
    yield from dict.fromkeys(heading for heading in headings if heading)
