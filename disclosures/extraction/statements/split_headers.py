"""Put a header that a page break cut in two back together, by the places of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from disclosures.evidence import Box, Cell, Grid
from disclosures.extraction.statements.headers import part
from disclosures.extraction.statements.words import squeezed

Row = tuple[Cell, ...]


def with_whole_headers(grids: Sequence[Grid], title: str | None) -> tuple[Grid, ...]:
    """Return the grids of a statement, one that holds nothing but a header laid over the columns of the next."""
    whole: list[Grid] = []
    for grid in grids:
        if whole and _is_only_header(whole[-1], title) and not _repeats(whole[-1], grid):
            rows = [laid for row in whole[-1].rows if (laid := _laid_over(row, whole[-1], grid)) is not None]
            if len(rows) == len(whole[-1].rows):
                whole[-1] = replace(grid, rows=(*rows, *grid.rows))
                continue
        whole.append(grid)
    return tuple(whole)


def _is_only_header(grid: Grid, title: str | None) -> bool:
    piece = part(grid, title)
    return piece.has_header and not piece.body


def _repeats(before: Grid, grid: Grid) -> bool:
    """Tell whether a page prints the whole header again."""
    return _words(before) <= _words(grid)


def _words(grid: Grid) -> set[str]:
    return {squeezed(cell.text) for row in grid.rows for cell in row if cell.text}


def _laid_over(row: Row, before: Grid, grid: Grid) -> Row | None:
    """Return a row of the page before in the columns of the next; None where a place is unknown."""
    if before.width == grid.width:
        return row
    centres = [_centre(grid, number) for number in range(grid.width)]
    laid: list[Cell] = [Cell() for _ in centres]
    for cell in row:
        if not cell.text:
            continue
        under = [n for n, centre in enumerate(centres) if centre is not None and _holds(cell.box, centre)]
        if not under or None in centres or under != list(range(under[0], under[-1] + 1)):
            return None
        laid[under[0]] = replace(cell, colspan=len(under), rowspan=1)
        laid[under[0] + 1 : under[-1] + 1] = [Cell(covered=True)] * (len(under) - 1)
    return tuple(laid)


def _holds(box: Box | None, centre: float) -> bool:
    return box is not None and box.x0 < centre < box.x1


def _centre(grid: Grid, column: int) -> float | None:
    """Return the middle of a column, from a cell of one column's width."""
    cells = (row[column] for row in grid.rows)
    box = next((cell.box for cell in cells if cell.box and cell.colspan == 1 and not cell.covered), None)
    return None if box is None else (box.x0 + box.x1) / 2
