"""Write a comparison as a workbook: the table as shown, and a sheet with every figure's source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.comparison.arrangement import as_turned
from disclosures.comparison.display import SCALINGS, cell_text, number_text, scaled, shown_unit
from disclosures.comparison.measures import DEFINITIONS
from disclosures.comparison.ordering import order_in_words
from disclosures.comparison.result import Cell, Comparison
from disclosures.comparison.selection import Selection
from disclosures.comparison.sums import Sums
from disclosures.comparison.wording import formula, measure_label
from disclosures.exports.records import HEADINGS, Record, SourceAddress, has_other_sources, in_words, records
from disclosures.exports.sheets import BOLD, FILL, new_workbook, saved
from disclosures.exports.sums import SUM_HEADINGS, SUM_NAME, parts_as_rows, sums_as_rows

_RIGHT = Alignment(horizontal="right")
_HEADER_ROWS = 4
_SOURCES = "出处"
# A sheet's cell holds no more letters.
_MOST_LETTERS = 32_000
LONGEST_SIGN, LONGEST_MEASURE = 2, 4


def to_xlsx(result: Comparison, title: str, address: SourceAddress) -> bytes:
    """Write the workbook; figures are numbers, absent ones their sign as text, so that no sum takes them for 0."""
    result, (book, shown) = as_turned(result), new_workbook()
    _as_shown(shown, result, title)
    _sources(book.create_sheet(_SOURCES), result, address)
    if Sums.of(result).columns:
        _sums(book.create_sheet("合计"), result)
    _notes(book.create_sheet("说明"), result)
    return saved(book)


def _as_shown(sheet: Worksheet, result: Comparison, title: str) -> None:
    selection = result.selection
    sheet.title = "比较"
    sheet.append([title])
    sheet.append([f"{measure_label(selection.dimension, selection.measure)}（单位：{shown_unit(selection)}）"])
    sums = Sums.of(result)
    over_sums = [name for _column in sums.columns for name in (SUM_NAME, "有数的单位")]
    periods = [result.period(*column.period) for column in sums.columns for _twice in range(2)]
    sheet.append(["编码", "项目", *(column.unit_name for column in result.columns), *over_sums])
    sheet.append(["", "", *(result.heading(column) for column in result.columns), *periods])
    for number in range(1, sheet.max_column + 1):
        sheet.cell(3, number).data_type = "s"
    for row in result.rows:
        sheet.append([row.code, ""])
        at = sheet.max_row
        name = sheet.cell(at, 2, f"{row.label}（{row.measure}）" if row.measure else str(row.label))
        name.alignment, name.data_type = Alignment(indent=2 * row.depth), "s"
        for number, cell in enumerate(result.line(row)):
            _write(sheet.cell(at, 3 + number), cell, selection)
        for number, column in enumerate(sums.columns):
            summed = sums.at(row, column)
            _write(sheet.cell(at, 3 + len(result.columns) + 2 * number), summed.cell, selection)
            sheet.cell(at, 4 + len(result.columns) + 2 * number, summed.coverage).alignment = _RIGHT
        if row.is_total:
            for number in range(1, sheet.max_column + 1):
                sheet.cell(at, number).font = BOLD
    _dress(sheet, _HEADER_ROWS)
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.freeze_panes = f"C{_HEADER_ROWS + 1}"


def _write(place: Any, cell: Cell, selection: Selection) -> None:
    place.alignment = _RIGHT
    if cell.value is None:
        place.value = cell_text(cell, selection.measure, selection.money)
        place.data_type = "s"
        return
    if cell.text:
        place.value, place.number_format = cell.value, format_as_shown(cell)
        return
    unit = DEFINITIONS[selection.measure].unit
    if unit == "yuan":
        step = SCALINGS[selection.money].step
        place.value = scaled(cell.value, selection.money)
        place.number_format = "#,##0" + (f".{'0' * -int(step.as_tuple().exponent)}" if step < 1 else "")
    else:
        place.value = cell.value
        place.number_format = '0.00"%"' if unit == "percent" else "0"


def format_as_shown(cell: Cell) -> str:
    """Return the number format that shows a number with the sign and the measure that it is printed with.

    Of a number within a sentence it shows the number alone: a sheet has room for some two hundred formats.
    """
    assert cell.value is not None
    said = (number_text(cell.value), number_text(cell.value).replace(",", ""))
    before, found, after = next((parts for one in said if (parts := cell.text.partition(one))[1]), ("", "", ""))
    decimals = -min(int(cell.value.normalize().as_tuple().exponent), 0)
    number = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    is_brief = found and len(before) <= LONGEST_SIGN and len(after) <= LONGEST_MEASURE
    return f"{_quoted(before)}{number}{_quoted(after)}" if is_brief else number


def _quoted(words: str) -> str:
    """Return words as a number format says them."""
    plain = words.replace('"', "")
    return f'"{plain}"' if plain else ""


def _sources(sheet: Worksheet, result: Comparison, address: SourceAddress) -> None:
    sheet.append(list(HEADINGS.values()))
    for record in records(result, address):
        sheet.append([_cell(value) for value in in_words(record)])
        _keep_texts(sheet)
        for name, links in (("source", [record.source]), ("other_sources", record.other_sources)):
            if len(links) == 1 and links[0]:
                link = sheet.cell(sheet.max_row, 1 + Record._fields.index(name))
                assert isinstance(link, SheetCell)
                link.hyperlink = links[0]
    _dress(sheet, 1)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _sums(sheet: Worksheet, result: Comparison) -> None:
    sheet.append(list(SUM_HEADINGS))
    for line, parts in zip(sums_as_rows(result), parts_as_rows(result), strict=True):
        sheet.append([_cell(value) for value in line])
        _keep_texts(sheet)
        if parts:
            link = sheet.cell(sheet.max_row, len(SUM_HEADINGS))
            assert isinstance(link, SheetCell)
            link.hyperlink = Hyperlink(ref=link.coordinate, location=f"{_SOURCES}!A{parts[0]}")
    _dress(sheet, 1)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _keep_texts(sheet: Worksheet) -> None:
    """A name that begins with = is a name, not a formula."""
    for number in range(1, sheet.max_column + 1):
        place = sheet.cell(sheet.max_row, number)
        if place.data_type == "f":
            place.data_type = "s"


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "是" if value else None
    if isinstance(value, list):
        links = "\n".join(value)
        return (links if len(links) < _MOST_LETTERS else f"共 {len(value)} 处，见 CSV 或 JSON 文件") or None
    return None if value == "" else value


def _notes(sheet: Worksheet, result: Comparison) -> None:
    selection = result.selection
    sheet.append(["指标", str(measure_label(selection.dimension, selection.measure))])
    sheet.append(["算法", str(formula(selection.dimension, selection.measure))])
    sheet.append(["空值", "没有数字的格按原因标注，不是 0，也不参加合计。"])
    if words := _computed_from(selection):
        sheet.append(["其他出处", words])
    if order := order_in_words(result):
        sheet.append(["次序", order])
    for said in _about_sums(Sums.of(result)):
        sheet.append(said)
    for column, note in result.notes():
        sheet.append([result.column_name(column), note])
    _dress(sheet, 0)


def _computed_from(selection: Selection) -> str:
    """Say what the other sources are of, in the formula's own words."""
    if not has_other_sources(selection):
        return ""
    definition = DEFINITIONS[selection.measure]
    return f"算式中“{definition.uses[definition.against]}”的出处。" if definition.against else "同一数字的其余出处。"


def _about_sums(sums: Sums) -> Iterator[list[str]]:
    if sums.why_none:
        yield [SUM_NAME, str(sums.why_none)]
    if sums.columns:
        yield [SUM_NAME, f"{sums.formula}。只加有数的单位，缺的不当作 0。"]
    for period, reason in sums.refusals:
        yield [f"{SUM_NAME} {period}", reason]


def _dress(sheet: Worksheet, headers: int) -> None:
    """Mark the header rows and make columns as wide as their longest text; a Chinese character takes two places."""
    for row in sheet.iter_rows(min_row=min(3, headers) or 1, max_row=headers or 1):
        for cell in row if headers else ():
            cell.font, cell.fill = BOLD, FILL
    for number, column in enumerate(sheet.iter_cols(min_row=min(3, headers) or 1), start=1):
        longest = max((_width(str(cell.value)) for cell in column if cell.value is not None), default=8)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, 8), 48)


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)
