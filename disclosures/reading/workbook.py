"""Read the visible sheets of a workbook (XLSX, XLS, XLSB, ODS) into lines and grids."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import reduce

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from disclosures.evidence import Block, Line
from disclosures.reading.cleaning import clean_line
from disclosures.reading.number_formats import Formats, number_formats, shown
from disclosures.reading.outcome import Progress, Reading
from disclosures.reading.refusal import UnreadableFile
from disclosures.reading.sheets import Merge, sheet_blocks

# A sheet's rows times columns; a disclosure's largest sheets have some ten thousand cells.
MOST_CELLS = 5_000_000
_PLACE = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
CellValue = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def read_workbook(content: bytes, progress: Progress | None = None) -> Reading:
    """Return the blocks of a workbook, sheet by sheet."""
    try:
        _refuse_far_cells(content)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        blocks = tuple(_workbook_blocks(workbook, number_formats(content), progress))
    except python_calamine.PasswordError as trouble:
        raise UnreadableFile("encrypted") from trouble
    except (python_calamine.CalamineError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as trouble:
        raise UnreadableFile("damaged") from trouble
    return Reading(blocks)


def _refuse_far_cells(content: bytes) -> None:
    """Refuse a workbook with cells so far from the others that laying them out would fill the memory."""
    if not content.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                places = _PLACE.findall(package.read(name))
                columns = max((_column(letters) for letters, _ in places), default=0)
                rows = max((int(row) for _, row in places), default=0)
                if columns * rows > MOST_CELLS:
                    raise UnreadableFile("far_cells", limit=MOST_CELLS)


def _column(letters: bytes) -> int:
    """Return a column's number by its letters."""
    return reduce(lambda number, letter: number * 26 + letter - ord("A") + 1, letters, 0)


def _workbook_blocks(workbook: CalamineWorkbook, formats: Formats, progress: Progress | None) -> Iterator[Block]:
    """Yield the blocks of the sheets that a reader sees; a sheet that prints no title is titled by its name."""
    sheets = [
        sheet
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]
    for number, metadata in enumerate(sheets, 1):
        blocks = list(_blocks(workbook.get_sheet_by_name(metadata.name), formats.get(metadata.name, {})))
        if blocks and not isinstance(blocks[0], Line):
            yield Line(clean_line(metadata.name))
        yield from blocks
        if progress:
            progress("reading", number, len(sheets))


def _blocks(sheet: CalamineSheet, formats: dict[tuple[int, int], str]) -> Iterator[Block]:
    texts = [
        [_text(value, formats.get((row, column))) for column, value in enumerate(values)]
        for row, values in enumerate(sheet.to_python(skip_empty_area=False))
    ]
    merges = [Merge(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    return sheet_blocks(texts, merges)


def _text(value: CellValue, code: str | None) -> str:
    """Return a cell's value as the sheet shows it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return shown(value, code)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
