"""Set a table exactly as it was printed: merged cells merged, numbers to the right, amounts with their sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from disclosures.amounts import parse_number
from disclosures.codes import is_departmental, is_functional, is_government
from disclosures.evidence import Cell, Grid
from disclosures.ingest.printed_grids import grids_as_stored
from disclosures.sources.places import Place


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """One cell as a page shows it; ``source`` is its line item, ``role`` why it is marked (cell, row or column)."""

    text: str
    rowspan: int
    colspan: int
    is_number: bool
    source: int | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class PrintedPiece:
    """The part of a table that stands on one page."""

    page: int | None
    rows: tuple[tuple[PrintedCell, ...], ...]


def printed_pieces(
    stored: Iterable[dict[str, Any]], sources: Mapping[tuple[int, int], int] | None = None
) -> list[PrintedPiece]:
    """Return the pieces of a stored table, without the positions that merged cells cover.

    ``sources`` are the line items by their row, counted through all pieces, and column.
    """
    grids = grids_as_stored(stored)
    firsts = accumulate((len(grid.rows) for grid in grids), initial=0)
    return [_piece(grid, _shifted(sources or {}, first), {}) for grid, first in zip(grids, firsts, strict=False)]


def marked_pieces(stored: Iterable[dict[str, Any]], place: Place) -> list[PrintedPiece]:
    """Return the pieces of a stored table with a cell and its headings marked."""
    marks = {heading.position: "row" for heading in place.row_headings}
    marks |= {heading.position: "column" for heading in place.column_headings}
    marks |= {place.position: "cell"} if place.position else {}
    return [
        _piece(grid, {}, {(at.row, at.column): role for at, role in marks.items() if at.piece == number})
        for number, grid in enumerate(grids_as_stored(stored))
    ]


def _shifted(sources: Mapping[tuple[int, int], int], first: int) -> dict[tuple[int, int], int]:
    return {(row - first, column): key for (row, column), key in sources.items()}


def _piece(grid: Grid, sources: Mapping[tuple[int, int], int], roles: Mapping[tuple[int, int], str]) -> PrintedPiece:
    rows = (
        tuple(
            _cell(cell, sources.get((row, column)), roles.get((row, column), ""))
            for column, cell in enumerate(cells)
            if not cell.covered
        )
        for row, cells in enumerate(grid.rows)
    )
    return PrintedPiece(grid.page, tuple(rows))


def _cell(cell: Cell, source: int | None, role: str) -> PrintedCell:
    is_code = is_functional(cell.text) or is_departmental(cell.text) or is_government(cell.text)
    is_number = parse_number(cell.text) is not None and not is_code
    return PrintedCell(cell.text, cell.rowspan, cell.colspan, is_number, source, role)
