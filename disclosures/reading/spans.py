"""Lay cells with spans out on a grid, as web pages and Word documents give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.evidence import Cell, Grid

# No table of a disclosure is wider; of a row that says so the rest is left out.
MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell as its row gives it; ``continues`` marks the lower part of a cell merged downwards."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    continues: bool = False


def spanned_grid(rows: Sequence[Sequence[Piece]]) -> Grid | None:
    """Return the grid that rows of cells make, or None where they hold nothing."""
    placed: dict[tuple[int, int], Cell] = {}
    for row, pieces in enumerate(rows):
        column = 0
        for piece in pieces:
            while (row, column) in placed:
                column += 1
            if column + piece.colspan > MOST_COLUMNS:
                break
            if piece.continues and _grow_above(placed, row, column, piece.colspan):
                column += piece.colspan
                continue
            _place(placed, row, column, piece, len(rows))
            column += piece.colspan
    if not any(cell.text for cell in placed.values()):
        return None
    width = max(column for _, column in placed) + 1
    return Grid(tuple(tuple(placed.get((row, column), Cell()) for column in range(width)) for row in range(len(rows))))


def _place(placed: dict[tuple[int, int], Cell], row: int, column: int, piece: Piece, height: int) -> None:
    rowspan = min(piece.rowspan, height - row)
    for r in range(row, row + rowspan):
        for c in range(column, column + piece.colspan):
            placed[(r, c)] = Cell(covered=True)
    placed[(row, column)] = Cell(piece.text, None, rowspan, piece.colspan)


def _grow_above(placed: dict[tuple[int, int], Cell], row: int, column: int, colspan: int) -> bool:
    """Let the cell above reach down into a row; False where there is none of the same width."""
    for above in range(row - 1, -1, -1):
        cell = placed.get((above, column))
        if cell is None:
            return False
        if not cell.covered:
            if cell.colspan != colspan or above + cell.rowspan != row:
                return False
            placed[(above, column)] = Cell(cell.text, None, cell.rowspan + 1, colspan)
            for c in range(column, column + colspan):
                placed[(row, c)] = Cell(covered=True)
            return True
    return False
