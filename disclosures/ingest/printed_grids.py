"""Keep a table's grids as printed in a JSON column, and get them back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict

from disclosures.evidence import Box, Cell, Grid
from disclosures.ingest.storable import storable_text

# Text, rowspan, colspan, covered, and the box where the source has one.
StoredCell = tuple[str, int, int, bool] | tuple[str, int, int, bool, list[float]]


class StoredGrid(TypedDict):
    """One page's piece of a table; a cell is ``[text, rowspan, colspan, covered]`` with its box where it has one."""

    page: int | None
    box: list[float] | None
    rows: list[list[StoredCell]]


def grid_as_printed(grids: Iterable[Grid]) -> list[StoredGrid]:
    """Return the pieces of a table as plain values for JSON."""
    return [
        StoredGrid(
            page=grid.page,
            box=grid.box.as_list() if grid.box else None,
            rows=[[_stored(cell) for cell in row] for row in grid.rows],
        )
        for grid in grids
    ]


def grids_as_stored(stored: Iterable[dict[str, Any]]) -> tuple[Grid, ...]:
    """Return the pieces of a table from what ``grid_as_printed`` stored."""
    return tuple(
        Grid(
            rows=tuple(tuple(_cell(*cell) for cell in row) for row in piece["rows"]),
            page=piece["page"],
            box=Box(*piece["box"]) if piece["box"] else None,
        )
        for piece in stored
    )


def _stored(cell: Cell) -> StoredCell:
    plain = (storable_text(cell.text), cell.rowspan, cell.colspan, cell.covered)
    return (*plain, cell.box.as_list()) if cell.box else plain


def _cell(text: str, rowspan: int, colspan: int, covered: bool, box: list[float] | None = None) -> Cell:
    return Cell(text, Box(*box) if box else None, rowspan, colspan, covered)
