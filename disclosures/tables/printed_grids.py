"""Set a table exactly as it was printed: merged cells merged, numbers to the right, amounts with their sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import Any

from disclosures.amounts import parse_number
from disclosures.codes import is_departmental, is_functional, is_government
from disclosures.evidence import Cell, Grid
from disclosures.ingest.printed_grids import grids_as_stored
from disclosures.sources.places import Place, Position


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """One cell as a page shows it; ``source`` is its line item, ``role`` why it is marked (cell, row or column)."""

    text: str
    rowspan: int
    colspan: int
    is_number: bool
    source: int | None = None
    role: str = ""

    @property
    def classes(self) -> str:
        """Return the names that the cell is styled by."""
        return " ".join(name for name in ("number" * self.is_number, self.role and f"marked-{self.role}") if name)


@dataclass(frozen=True, slots=True)
class PrintedPiece:
    """The part of a table that stands on one page; ``header`` is how many of its rows stand above the amounts."""

    page: int | None
    rows: tuple[tuple[PrintedCell, ...], ...]
    width: int
    header: int


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """Pieces of as many columns that follow each other: they are laid out as one table, column under column."""

    pieces: tuple[PrintedPiece, ...]

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return self.pieces[0].width


def sheets(pieces: Iterable[PrintedPiece]) -> list[PrintedSheet]:
    """Return the pieces of a table as sheets, in order."""
    return [PrintedSheet(tuple(alike)) for _width, alike in groupby(pieces, key=lambda piece: piece.width)]


def printed_pieces(
    stored: Iterable[dict[str, Any]], sources: Mapping[tuple[int, int], int] | None = None
) -> list[PrintedPiece]:
    """Return the pieces of a stored table, without the positions that merged cells cover.

    ``sources`` are the line items by their row, counted through all pieces, and column.
    """
    return _pieces(stored, sources or {}, [])


def marked_pieces(
    stored: Iterable[dict[str, Any]], place: Place, sources: Mapping[tuple[int, int], int]
) -> list[PrintedPiece]:
    """Return the pieces of a stored table with a cell and its headings marked, the amounts without their links."""
    marks = [(heading.position, "row") for heading in place.row_headings]
    marks += [(heading.position, "column") for heading in place.column_headings]
    marks += [(place.position, "cell")] if place.position else []
    return [_without_links(piece) for piece in _pieces(stored, sources, marks)]


def _pieces(
    stored: Iterable[dict[str, Any]], sources: Mapping[tuple[int, int], int], marks: Sequence[tuple[Position, str]]
) -> list[PrintedPiece]:
    grids = grids_as_stored(stored)
    firsts = accumulate((len(grid.rows) for grid in grids), initial=0)
    found: list[PrintedPiece] = []
    for number, (grid, first) in enumerate(zip(grids, firsts, strict=False)):
        roles = {(at.row, at.column): role for at, role in marks if at.piece == number}
        found.append(_piece(grid, _shifted(sources, first), roles, found[0] if found else None))
    return found


def _without_links(piece: PrintedPiece) -> PrintedPiece:
    rows = tuple(tuple(replace(cell, source=None) for cell in row) for row in piece.rows)
    return replace(piece, rows=rows)


def _shifted(sources: Mapping[tuple[int, int], int], first: int) -> dict[tuple[int, int], int]:
    return {(row - first, column): key for (row, column), key in sources.items()}


def _piece(
    grid: Grid,
    sources: Mapping[tuple[int, int], int],
    roles: Mapping[tuple[int, int], str],
    first: PrintedPiece | None,
) -> PrintedPiece:
    rows = tuple(
        tuple(
            _cell(cell, sources.get((row, column)), roles.get((row, column), ""))
            for column, cell in enumerate(cells)
            if not cell.covered
        )
        for row, cells in enumerate(grid.rows)
    )
    above = min((row for row, _column in sources if 0 <= row < len(rows)), default=0)
    return PrintedPiece(grid.page, rows, grid.width, above if first is None else _repeated(first, rows))


def _repeated(first: PrintedPiece, rows: Sequence[Sequence[PrintedCell]]) -> int:
    """Return how many rows of the first page's header a later page begins with."""
    texts = [[cell.text for cell in row] for row in first.rows[: first.header]]
    return len(texts) if texts == [[cell.text for cell in row] for row in rows[: first.header]] else 0


def _cell(cell: Cell, source: int | None, role: str) -> PrintedCell:
    is_code = is_functional(cell.text) or is_departmental(cell.text) or is_government(cell.text)
    is_number = parse_number(cell.text) is not None and (source is not None or not is_code)
    return PrintedCell(cell.text, cell.rowspan, cell.colspan, is_number, source, role)
