"""Read one PDF page into lines and grids, and account for every letter on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby
from typing import Any

from disclosures.evidence import Block, Box, Cell, Finding, Grid, Line
from disclosures.reading.drawing import Drawing, page_drawing
from disclosures.reading.lattice import Area, Lattice, build_lattice
from disclosures.reading.letters import Letter, Row, Run, cell_text, parted, rows
from disclosures.reading.overflow import overflowing
from disclosures.reading.recovery import AMOUNT, looks_like_amounts, recover_rows
from disclosures.reading.rules import find_frames
from disclosures.reading.turning import back, turned_block, turned_finding, upright, way_of
from disclosures.vocabulary import Severity

# A page where more letters than this have no meaning (fonts without a character map) is not readable.
MOST_UNKNOWN = 0.1
# Page numbers stand in this share of the page's height at its top and bottom.
MARGIN = 0.12
# As many lines of amounts after each other are a table.
UNRULED_LINES = 3
_PAGE_NUMBER = re.compile(r"[-—–―·.\s]*(?:第\s*)?\d{1,4}\s*页?\s*(?:[/／,，共]+\s*\d{1,4}\s*页?)?[-—–―·.\s]*")


@dataclass(frozen=True, slots=True)
class PageReading:
    """What a page shows, what of it could not be read, and whether it holds pictures."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]
    pictures: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A lattice with the letters that belong in it, in the order in which they were drawn."""

    lattice: Lattice
    letters: list[Letter]


def read_page(page: Any, number: int, other_letters: Callable[[], list[Letter]]) -> PageReading:
    """Return the lines and grids of a pdfplumber page from top to bottom.

    ``other_letters`` gives the page's letters by another reader, for pages where pdfplumber finds none.
    """
    drawing = page_drawing(page)
    if _unknown(drawing.letters) > MOST_UNKNOWN or not drawing.letters:
        drawing = replace(drawing, letters=other_letters() or drawing.letters)
    run = way_of(drawing.letters)
    if run is Run.ACROSS:
        return _read(drawing, number)
    reading, turn = _read(upright(drawing, run), number), back(drawing, run)
    return replace(
        reading,
        blocks=tuple(turned_block(block, turn) for block in reading.blocks),
        findings=tuple(turned_finding(finding, turn) for finding in reading.findings),
    )


def _read(drawing: Drawing, number: int) -> PageReading:
    """Return the lines and grids of a page whose text runs across."""
    findings = list(_unreadable(drawing, number))
    tables, letters = _tables(drawing)
    outside = list(rows(letters))
    placed: list[tuple[Box, Block]] = []
    for table in tables:
        recovered = recover_rows(table.lattice, outside)
        outside = [row for row in outside if row not in recovered.rows]
        if recovered.rows:
            taken = [letter for row in recovered.rows for letter in row.letters]
            table = Table(recovered.lattice, [*table.letters, *taken])
        placed.append((table.lattice.box, _grid(table, number)))
        findings.extend(_unread_words(row, number) for row in recovered.doubtful)
    findings.extend(_unruled(outside, number))
    placed.extend((line.box, line) for line in _lines(outside, number, drawing.height) if line.box)
    ordered = sorted(placed, key=lambda one: (round(one[0].top), one[0].x0))
    return PageReading(tuple(block for _, block in ordered), tuple(findings), drawing.has_pictures)


def _tables(drawing: Drawing) -> tuple[list[Table], list[Letter]]:
    """Return the lattices of a page that hold letters, each with its letters, and the letters outside them all.

    The largest come first: a box drawn inside a cell is no table of its own.
    """
    letters = drawing.letters
    lattices = [
        lattice for frame in find_frames(drawing.strokes, drawing.height) if (lattice := build_lattice(frame, letters))
    ]
    tables = []
    for lattice in sorted(lattices, key=lambda lattice: -lattice.surface):
        homes = overflowing(lattice, letters, lattice.owners())
        inside = [letter for letter in letters if lattice.holds(letter) or letter in homes]
        if _is_table(lattice, inside):
            letters = [letter for letter in letters if not lattice.holds(letter) and letter not in homes]
            tables.append(Table(lattice, inside))
    return sorted(tables, key=lambda table: table.lattice.box.top), letters


def _is_table(lattice: Lattice, letters: list[Letter]) -> bool:
    """Tell whether a lattice holds anything; lower than its letters it is the marks in the legend of a chart."""
    return bool(letters) and lattice.box.bottom - lattice.box.top >= max(letter.size for letter in letters)


def _grid(table: Table, number: int) -> Grid:
    """Return the grid of a table with every letter in its cell."""
    lattice = table.lattice
    owner = lattice.owners()
    homes = overflowing(lattice, table.letters, owner)
    held: dict[Area, list[Letter]] = {area: [] for area in lattice.areas}
    for letter in table.letters:
        held[homes.get(letter) or owner[lattice.position(letter)]].append(letter)
    cells = [[Cell() for _ in lattice.xs[1:]] for _ in lattice.ys[1:]]
    for row, column in owner:
        cells[row][column] = Cell(covered=True)
    for area in lattice.areas:
        box = lattice.area_box(area)
        text = cell_text(held[area], box.x0, box.x1)
        cells[area.row][area.column] = Cell(text, box, area.rowspan, area.colspan)
    return Grid(tuple(tuple(row) for row in cells), number, lattice.box)


def _lines(outside: list[Row], number: int, height: float) -> Iterator[Line]:
    """Yield the lines outside the tables, texts parted by wide gaps apart, without the page number."""
    for row in outside:
        if _PAGE_NUMBER.fullmatch(row.text) and not MARGIN * height < row.box.top < (1 - MARGIN) * height:
            continue
        for part in parted(row):
            if part.text:
                yield Line(part.text, number, part.box, part.size)


def _unknown(letters: list[Letter]) -> float:
    """Return the share of letters whose font does not say what they are."""
    unknown = sum(letter.text.startswith("(cid:") or letter.text in "\ufffd\x00" for letter in letters)
    return unknown / len(letters) if letters else 0.0


def _unreadable(drawing: Drawing, number: int) -> Iterator[Finding]:
    """Yield what is wrong with a page as a whole."""
    if not drawing.letters and drawing.has_pictures:
        message = f"第{number}页是图片，没有可读的文字。"
        yield Finding("unread.page", Severity.WARNING, message, (number,))
    if _unknown(drawing.letters) > MOST_UNKNOWN:
        message = f"第{number}页的字体缺少文字对照，读出的文字不可靠。"
        yield Finding("unread.letters", Severity.ERROR, message, (number,))


def _unruled(outside: list[Row], number: int) -> Iterator[Finding]:
    """Yield a finding for each run of lines of amounts outside all tables: a table without rules, left unread."""
    for is_amounts, run in groupby(outside, key=_is_row_of_amounts):
        lines = list(run)
        if is_amounts and len(lines) >= UNRULED_LINES:
            message = f"第{number}页有{len(lines)}行数字没有表格线，没有作为表格读出。"
            box = reduce(Box.union, (line.box for line in lines))
            yield Finding("unread.table", Severity.WARNING, message, (number,), boxes=((number, box),))


def _is_row_of_amounts(row: Row) -> bool:
    return looks_like_amounts(row.text) and len(AMOUNT.findall(row.text)) > 1


def _unread_words(row: Row, number: int) -> Finding:
    message = f"第{number}页表格边上的“{row.text}”不在表格的任何一格里，没有作为数据读出。"
    return Finding("unread.words", Severity.WARNING, message, (number,), boxes=((number, row.box),))
