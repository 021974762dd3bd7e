"""Read a workbook saved as XML by Excel 2003, as finance systems export it under the name .xls."""

from __future__ import annotations

from typing import Any

from lxml import etree

from disclosures.evidence import Block
from disclosures.reading.outcome import Progress, Reading
from disclosures.reading.refusal import UnreadableFile
from disclosures.reading.sheets import Merge, sheet_blocks

# Excel 2003 has no more rows; a position beyond them is made to fill the memory.
MOST = 65536
_SPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"


def read_xml_workbook(content: bytes, progress: Progress | None = None) -> Reading:
    """Return the blocks of a workbook, sheet by sheet."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as trouble:
        raise UnreadableFile("damaged") from trouble
    blocks: list[Block] = []
    for sheet in root.iterchildren(f"{_SPACE}Worksheet"):
        blocks.extend(sheet_blocks(*_cells(sheet)))
    if progress:
        progress("reading", 1, 1)
    return Reading(tuple(blocks))


def _cells(sheet: Any) -> tuple[list[list[str]], list[Merge]]:
    """Return the texts of a sheet's cells, and its merged ranges; empty rows and cells are left out of the file."""
    texts: list[list[str]] = []
    merges: list[Merge] = []
    for row in sheet.iterfind(f"{_SPACE}Table/{_SPACE}Row"):
        texts.extend([] for _ in range(_number(row, "Index", len(texts) + 1) - 1 - len(texts)))
        values: list[str] = []
        for cell in row.iterchildren(f"{_SPACE}Cell"):
            values.extend("" for _ in range(_number(cell, "Index", len(values) + 1) - 1 - len(values)))
            top, left = len(texts), len(values)
            across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
            if across or down:
                merges.append(Merge(top, left, top + down, left + across))
            data = cell.find(f"{_SPACE}Data")
            values.extend(["" if data is None else "".join(data.itertext()), *[""] * across])
        texts.append(values)
    return texts, merges


def _number(element: Any, name: str, default: int) -> int:
    value = element.get(f"{_SPACE}{name}") or ""
    return min(int(value), MOST) if value.isdigit() else default
