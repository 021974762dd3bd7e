"""Hold what a file shows: lines and grids of cells, each with the page and the box it was printed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in PDF points, measured from the top left corner as shown to the reader."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )

    def as_list(self) -> list[float]:
        """Return ``[x0, top, x1, bottom]`` rounded to a hundredth of a point, as the parse contract prints it."""
        return [round(value, 2) for value in (self.x0, self.top, self.x1, self.bottom)]


@dataclass(frozen=True, slots=True)
class Cell:
    """One position of a grid.

    A merged cell keeps its text at its top left position, with its spans; the positions it covers are
    ``covered`` and have no text. A source without span information (text files) never sets ``covered``.
    """

    text: str = ""
    box: Box | None = None
    rowspan: int = 1
    colspan: int = 1
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands on one page: every row has the same number of positions."""

    rows: tuple[tuple[Cell, ...], ...]
    page: int | None = None
    box: Box | None = None

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def texts(self) -> list[list[str]]:
        """Return the texts alone, row by row."""
        return [[cell.text for cell in row] for row in self.rows]

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """Return the position of the merged cell that covers a position (the position itself where none does)."""
        if not self.rows[row][column].covered:
            return row, column
        for r in range(row, -1, -1):
            for c in range(column, -1, -1):
                cell = self.rows[r][c]
                if not cell.covered and r + cell.rowspan > row and c + cell.colspan > column:
                    return r, c
        return row, column


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of text outside every grid; ``size`` is its font size in points where known."""

    text: str
    page: int | None = None
    box: Box | None = None
    size: float | None = None


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell or a sentence stands, what it is called and what is printed there."""

    label: str
    printed: str
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt about a document, or a truth that it breaks.

    ``expected``, ``actual``, ``difference`` and ``tolerance`` are yuan, or percent, points and counts where the rule
    is about these. ``formula`` is the rule with the figures filled in; ``places`` are all cells and sentences
    concerned, ``boxes`` those of them that have a box. ``column`` are the headings of the one column concerned.
    """

    code: str
    severity: Severity
    message: str
    pages: tuple[int, ...] = ()
    expected: Decimal | None = None
    actual: Decimal | None = None
    difference: Decimal | None = None
    table: int | None = None
    boxes: tuple[tuple[int, Box], ...] = ()
    formula: str = ""
    tolerance: Decimal | None = None
    places: tuple[Place, ...] = ()
    column: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One file as read: its blocks in reading order, before anything has been understood."""

    name: str
    sha256: str
    media_type: str
    page_count: int | None
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = field(default=())

    def lines(self) -> Iterator[Line]:
        """Yield the lines outside the grids."""
        return (block for block in self.blocks if isinstance(block, Line))

    def grids(self) -> Iterator[Grid]:
        """Yield the grids."""
        return (block for block in self.blocks if isinstance(block, Grid))
