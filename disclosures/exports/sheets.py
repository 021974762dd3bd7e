"""Write workbooks, and a list as a sheet: headings that stay in sight, columns of a set width, a filter over all."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

BOLD, FILL = Font(bold=True), PatternFill("solid", fgColor="EEF1F4")
_TOP = Alignment(vertical="top", wrap_text=True)


def new_workbook() -> tuple[Workbook, Worksheet]:
    """Return a workbook with its first sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def saved(book: Workbook) -> bytes:
    """Return a workbook as a file."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def fill_sheet(
    sheet: Worksheet, title: str, columns: Mapping[str, tuple[int, object]], rows: Iterable[Sequence[object]]
) -> None:
    """Write headings with their widths, and the rows; what is empty stays empty, and nothing becomes a formula."""
    sheet.title = title
    sheet.append(list(columns))
    for row in rows:
        sheet.append([None if value == "" else value for value in row])
    for line in sheet.iter_rows():
        for cell in line:
            cell.alignment = _TOP
            if cell.data_type == "f":
                cell.data_type = "s"  # what begins with = is printed so, and no formula
    for number, (width, _value) in enumerate(columns.values(), 1):
        heading = sheet.cell(1, number)
        heading.font, heading.fill = BOLD, FILL
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
