"""Keep a table's grids as printed in a JSON column, and get them back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict

from disclosures.evidence import Box, Cell, Grid
from disclosures.ingest.storable import storable_text

StoredCell = tuple[str, int, int, bool]


class StoredGrid(TypedDict):
    """One page's piece of a table; a cell is ``[text, rowspan, colspan, covered]``, its box is not kept."""

    page: int | None
    box: list[float] | None
    rows: list[list[StoredCell]]


def grid_as_printed(grids: Iterable[Grid]) -> list[StoredGrid]:
    """Return the pieces of a table as plain values for JSON."""
    return [
        StoredGrid(
            page=grid.page,
            box=grid.box.as_list() if grid.box else None,
            rows=[[(storable_text(c.text), c.rowspan, c.colspan, c.covered) for c in row] for row in grid.rows],
        )
        for grid in grids
    ]


def grids_as_stored(stored: Iterable[dict[str, Any]]) -> tuple[Grid, ...]:
    """Return the pieces of a table from what ``grid_as_printed`` stored."""
    return tuple(
        Grid(
            rows=tuple(
                tuple(Cell(text, None, rowspan, colspan, covered) for text, rowspan, colspan, covered in row)
                for row in piece["rows"]
            ),
            page=piece["page"],
            box=Box(*piece["box"]) if piece["box"] else None,
        )
        for piece in stored
    )
