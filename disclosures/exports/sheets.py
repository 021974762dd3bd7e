"""Write a list as a sheet: headings that stay in sight, columns of a set width, a filter over all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_BOLD, _FILL = Font(bold=True), PatternFill("solid", fgColor="EEF1F4")
_TOP = Alignment(vertical="top", wrap_text=True)


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
        heading.font, heading.fill = _BOLD, _FILL
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
