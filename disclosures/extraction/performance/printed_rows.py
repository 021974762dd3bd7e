"""Lay the pages of a table end to end as rows of printed cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.evidence import Box, Grid
from disclosures.extraction.performance.targets import compact
from disclosures.recognition.statements import StatementTable

# Lines about the persons who filled in a form; they are nobody's figures and are never stored.
_PERSONS = re.compile(
    r"^(?:填表人|填报人|制表人|经办人|填报日期|填表日期|联系人|联系电话|电话|(?:单位|项目|部门|财务)?负责人|审核人)"
)
_RULER = re.compile(r"^[-—－:|\s]+$")


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell with text, at its column on its page."""

    column: int
    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """The cells with text of one printed row; ``piece`` counts the pages of the table."""

    cells: tuple[PrintedCell, ...]
    piece: int
    page: int | None = None
    first: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the texts from left to right."""
        return tuple(cell.text for cell in self.cells)

    @property
    def box(self) -> Box | None:
        """Return the smallest box around the cells."""
        boxes = [cell.box for cell in self.cells if cell.box is not None]
        if not boxes:
            return None
        whole = boxes[0]
        for box in boxes[1:]:
            whole = whole.union(box)
        return whole


def printed_rows(table: StatementTable) -> tuple[PrintedRow, ...]:
    """Return the rows of a table in order, without empty rows and without the lines about persons."""
    return tuple(row for piece, grid in enumerate(table.grids) for row in _rows_of(grid, piece))


def _rows_of(grid: Grid, piece: int) -> Iterator[PrintedRow]:
    first = True
    for row in grid.rows:
        cells = tuple(
            PrintedCell(column, compact(cell.text), cell.box) for column, cell in enumerate(row) if cell.text.strip()
        )
        if not cells or _PERSONS.match(cells[0].text) or all(_RULER.match(cell.text) for cell in cells):
            continue
        yield PrintedRow(cells, piece, grid.page, first)
        first = False
