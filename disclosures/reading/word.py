"""Read a Word document (DOCX) into lines and grids in document order."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from disclosures.evidence import Block, Line
from disclosures.reading.cleaning import clean_cell, clean_line
from disclosures.reading.numbering import Numbering, read_numbering
from disclosures.reading.outcome import Progress, Reading
from disclosures.reading.refusal import UnreadableFile
from disclosures.reading.spans import Piece, spanned_grid

# What python-docx raises on broken files: its own error and those of the archive and the XML in it.
BROKEN = (PackageNotFoundError, zipfile.BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError, LookupError, ValueError)
_PARAGRAPH, _TABLE, _TEXT, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:t"), qn("w:tr"), qn("w:tc")
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
# Deleted text of tracked changes, and the second copy of a text box kept for old versions of Word.
_UNSEEN = {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
# What holds paragraphs and tables without being one: content controls, tracked insertions.
_HOLDERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")}


def read_word(content: bytes, progress: Progress | None = None) -> Reading:
    """Return the blocks of a Word document."""
    try:
        document = docx.Document(io.BytesIO(content))
        blocks = tuple(_blocks(document.element.body, read_numbering(document)))
    except BROKEN as trouble:
        raise UnreadableFile("damaged") from trouble
    if progress:
        progress("reading", 1, 1)
    return Reading(blocks)


def _blocks(holder: Any, numbering: Numbering) -> Iterator[Block]:
    """Yield the paragraphs and tables below an element, in order."""
    for element in holder:
        if element.tag == _PARAGRAPH:
            yield from _lines(element, numbering)
        elif element.tag == _TABLE:
            yield from _table(element, numbering)
        elif element.tag in _HOLDERS:
            yield from _blocks(element, numbering)


def _lines(paragraph: Any, numbering: Numbering) -> Iterator[Line]:
    """Yield the lines of a paragraph; texts parted by tabs only share a line."""
    number, words = numbering.prefix(paragraph), _text(paragraph)
    for text in (number + words if words.strip() else "").replace("\t", "\n").split("\n"):
        if line := clean_line(text):
            yield Line(line, size=_size(paragraph))


def _size(paragraph: Any) -> float | None:
    """Return the font size in points that a paragraph's first words set, where they do."""
    for size in paragraph.iter(qn("w:sz")):
        return int(size.get(qn("w:val"))) / 2 if (size.get(qn("w:val")) or "").isdigit() else None
    return None


def _text(element: Any) -> str:
    """Return the visible text below an element."""
    if element.tag in _UNSEEN:
        return ""
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag in _BREAKS:
        return _BREAKS[element.tag]
    text = "".join(_text(child) for child in element)
    return text + "\n" if element.tag == _PARAGRAPH else text


def _table(table: Any, numbering: Numbering) -> Iterator[Block]:
    """Yield a table's grid, or its texts as lines where it has a single column."""
    rows = [list(_pieces(row)) for row in _children(table, _ROW)]
    if all(len(row) <= 1 for row in rows):
        for cell in table.iter(_CELL):
            yield from _blocks(cell, numbering)
        return
    grid = spanned_grid(rows)
    if grid is not None:
        yield grid


def _pieces(row: Any) -> Iterator[Piece]:
    """Yield the cells of a row with their spans; a cell that continues the one above is marked."""
    before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    if before is not None:
        yield Piece("", colspan=_number(before))
    for cell in _children(row, _CELL):
        properties = cell.find(qn("w:tcPr"))
        span = properties.find(qn("w:gridSpan")) if properties is not None else None
        merge = properties.find(qn("w:vMerge")) if properties is not None else None
        continues = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
        yield Piece(clean_cell(_text(cell)), colspan=_number(span), continues=continues)


def _children(element: Any, tag: str) -> Iterator[Any]:
    """Yield the children with a tag, those in content controls too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDERS:
            yield from _children(child, tag)


def _number(element: Any) -> int:
    value = element.get(qn("w:val")) if element is not None else None
    return max(int(value), 1) if value and value.isdigit() else 1
