"""Read one PDF page into lines and grids, and account for every letter on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby
from typing import Any

from disclosures.evidence import Block, Box, Finding, Line
from disclosures.reading.drawing import Drawing, page_drawing
from disclosures.reading.letters import Letter, Row, Run, parted
from disclosures.reading.recovery import AMOUNT, looks_like_amounts
from disclosures.reading.ruled import Table, read_ruled
from disclosures.reading.turning import back, turned_block, turned_finding, upright, way_of
from disclosures.reading.unruled import find_unruled
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
    """What a page shows, what of it could not be read, whether it holds pictures, and whether the file lost a part."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]
    pictures: bool = False
    is_whole: bool = True


def read_page(page: Any, number: int, other_letters: Callable[[], list[Letter]]) -> PageReading:
    """Return the lines and grids of a pdfplumber page from top to bottom.

    ``other_letters`` gives the page's letters by another reader, for pages where pdfplumber finds none.
    """
    drawing = page_drawing(page)
    if _unknown(drawing.letters) > MOST_UNKNOWN or not drawing.letters:
        drawing = replace(drawing, letters=other_letters() or drawing.letters)
    run = way_of(drawing.letters)
    if run is Run.ACROSS:
        return read_drawing(drawing, number)
    reading, turn = read_drawing(upright(drawing, run), number), back(drawing, run)
    return replace(
        reading,
        blocks=tuple(turned_block(block, turn) for block in reading.blocks),
        findings=tuple(turned_finding(finding, turn) for finding in reading.findings),
    )


def read_drawing(drawing: Drawing, number: int) -> PageReading:
    """Return the lines and grids of a page whose text runs across."""
    ruled = read_ruled(drawing)
    outside, tables = list(ruled.outside), list(ruled.tables)
    unruled = find_unruled(outside, drawing.strokes)
    for lattice in unruled.lattices:
        tables.append(Table(lattice, [letter for row in outside for letter in row.letters if lattice.holds(letter)]))
        left = (tuple(letter for letter in row.letters if not lattice.holds(letter)) for row in outside)
        outside = [Row(letters) for letters in left if letters]
    placed: list[tuple[Box, Block]] = [(table.lattice.box, table.grid(number)) for table in tables]
    placed.extend((line.box, line) for line in _lines(outside, number, drawing.height) if line.box)
    ordered = sorted(placed, key=lambda one: (round(one[0].top), one[0].x0))
    findings = (
        *_unreadable(drawing, number),
        *(_unread_words(row, number) for row in ruled.doubtful),
        *(_unread_table(box, lines, number) for box, lines in (*unruled.unsure, *_left_over(outside, unruled.unsure))),
    )
    return PageReading(tuple(block for _, block in ordered), findings, drawing.has_pictures, drawing.is_whole)


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
    if drawing.has_unseen_text and drawing.has_pictures:
        message = f"第{number}页是扫描件，文字由扫描软件识别后附上，可能有误。请逐个数字与原件核对后再发布。"
        yield Finding("unread.ocr", Severity.WARNING, message, (number,))
    if _unknown(drawing.letters) > MOST_UNKNOWN:
        message = f"第{number}页的字体缺少文字对照，读出的文字不可靠。"
        yield Finding("unread.letters", Severity.ERROR, message, (number,))


def _left_over(outside: list[Row], known: Sequence[tuple[Box, int]]) -> Iterator[tuple[Box, int]]:
    """Yield where lines of amounts after each other stand outside all tables, beside those known to be left unread."""
    for is_amounts, run in groupby(outside, key=_is_row_of_amounts):
        lines = list(run)
        if is_amounts and len(lines) >= UNRULED_LINES:
            box = reduce(Box.union, (line.box for line in lines))
            if not any(other.top < box.bottom and box.top < other.bottom for other, _ in known):
                yield box, len(lines)


def _unread_table(box: Box, lines: int, number: int) -> Finding:
    message = f"第{number}页有{lines}行数字没有表格线，列或行不能确定，没有作为表格读出。"
    return Finding("unread.table", Severity.WARNING, message, (number,), boxes=((number, box),))


def _is_row_of_amounts(row: Row) -> bool:
    return looks_like_amounts(row.text) and len(AMOUNT.findall(row.text)) > 1


def _unread_words(row: Row, number: int) -> Finding:
    message = f"第{number}页表格边上的“{row.text}”不在表格的任何一格里，没有作为数据读出。"
    return Finding("unread.words", Severity.WARNING, message, (number,), boxes=((number, row.box),))
