"""Lay the pages of a table end to end as rows of printed cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

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
    """A cell with text, at its column on its page; ``rows`` is how many rows it goes over."""

    column: int
    text: str
    box: Box | None = None
    rows: int = 1


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
    def whole(self) -> Box | None:
        """Return the box around all cells, those that go over further rows included."""
        boxes = [cell.box for cell in self.cells if cell.box is not None]
        return reduce(Box.union, boxes) if boxes else None

    @property
    def box(self) -> Box | None:
        """Return the box around the row: as wide as all its cells, as high as those that go over no other row."""
        placed = [(cell.rows, cell.box) for cell in self.cells if cell.box is not None]
        if not placed:
            return None
        fewest = min(rows for rows, _box in placed)
        own = [box for rows, box in placed if rows == fewest]
        return Box(
            min(box.x0 for _rows, box in placed),
            min(box.top for box in own),
            max(box.x1 for _rows, box in placed),
            max(box.bottom for box in own),
        )


def printed_rows(table: StatementTable) -> tuple[PrintedRow, ...]:
    """Return the rows of a table in order, without empty rows and without the lines about persons."""
    return tuple(row for piece, grid in enumerate(table.grids) for row in _rows_of(grid, piece))


def _rows_of(grid: Grid, piece: int) -> Iterator[PrintedRow]:
    first = True
    for row in grid.rows:
        cells = tuple(
            PrintedCell(column, compact(cell.text), cell.box, cell.rowspan)
            for column, cell in enumerate(row)
            if cell.text.strip()
        )
        if not cells or _PERSONS.match(cells[0].text) or all(_RULER.match(cell.text) for cell in cells):
            continue
        yield PrintedRow(cells, piece, grid.page, first)
        first = False
