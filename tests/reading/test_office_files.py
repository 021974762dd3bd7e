"""Workbooks and Word documents read as a person sees them."""

from __future__ import annotations

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from disclosures.evidence import Grid, Line
from disclosures.reading import read
from disclosures.reading.number_formats import shown
from tests.reading.office import WORD, WORKBOOK, saved


def described(content: bytes) -> list[str]:
    """Return what was read: lines as text, grids as their size."""
    blocks = read(content, "office").blocks
    return [block.text if isinstance(block, Line) else f"{len(block.rows)}x{block.width}" for block in blocks]


def first_grid(content: bytes) -> Grid:
    return next(iter(read(content, "office").grids()))


def test_rows_above_and_below_a_table_are_lines_and_hidden_sheets_are_not_read() -> None:
    above = ["部门支出总表", "部门：某某局", "单位：万元"]
    assert described(WORKBOOK) == [*above, "4x4", "注：本表反映支出。", "三公经费", "2x2"]


def test_merged_ranges_of_a_sheet_are_spans() -> None:
    header = first_grid(WORKBOOK).rows[0]
    assert [(cell.rowspan, cell.colspan, cell.covered) for cell in header] == [
        (2, 1, False),
        (2, 1, False),
        (1, 2, False),
        (1, 1, True),
    ]


def test_numbers_look_as_their_cells_print_them() -> None:
    assert first_grid(WORKBOOK).texts()[2:] == [
        ["20101", "人大事务", "1,234.50", "0.00"],
        ["05", "合计", "1234.5", "95.49%"],
    ]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.1 + 0.2, None, "0.3"),
        (21955.349999999999, "General", "21955.35"),
        (1e15, None, "1000000000000000"),
        (-3.456, "#,##0.00;[Red]-#,##0.00", "-3.46"),
        (2.675, "0.00", "2.68"),
        (1234567, "#,##0", "1,234,567"),
        (3.14159, "0.##", "3.14"),
        (3, "0.##", "3"),
        (7, '0"人"', "7"),
        (5, "@", "5"),
    ],
)
def test_a_number_is_shown_by_its_format(value: float, code: str | None, text: str) -> None:
    assert shown(value, code) == text


def test_a_blank_row_inside_a_table_does_not_part_it() -> None:
    book = openpyxl.Workbook()
    for row in (["项目", "预算数"], ["基本支出", "1.00"], [], ["合计", "1.00"]):
        book.active.append(row)  # type: ignore[union-attr]
    assert described(saved(book)) == ["Sheet", "4x2"]


def test_two_tables_on_a_sheet_are_two_grids() -> None:
    book = openpyxl.Workbook()
    rows = (
        ["收入表"],
        ["项目", "预算数"],
        ["合计", "1"],
        [],
        ["支出表"],
        ["单位：元"],
        ["项目", "预算数"],
        ["合计", "2"],
    )
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    assert described(saved(book)) == ["收入表", "2x2", "支出表", "单位：元", "2x2"]


def test_a_document_keeps_paragraphs_and_tables_in_order() -> None:
    assert described(WORD) == ["部门支出总表", "单位：", "万元", "4x3", "注：本表反映支出。"]


def test_merged_cells_of_a_document_are_spans() -> None:
    grid = first_grid(WORD)
    assert grid.texts()[0] == ["科目", "本年支出", ""]
    assert (grid.rows[0][0].rowspan, grid.rows[0][1].colspan) == (2, 2)
    assert grid.rows[1][0].covered
    assert grid.rows[0][2].covered


def test_deleted_words_are_not_read_and_inserted_ones_are() -> None:
    paper = docx.Document()
    paragraph = paper.add_paragraph("金额")
    for tag, words in (("w:del", "旧"), ("w:ins", "新")):
        change = OxmlElement(tag)
        change.append(paragraph.add_run(words)._r)
        paragraph._p.append(change)
    assert described(saved(paper)) == ["金额新"]


def test_paragraphs_in_a_content_control_are_read() -> None:
    paper = docx.Document()
    inside = paper.add_paragraph("目录")._p
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    inside.addprevious(control)
    control.append(content)
    content.append(inside)
    assert inside.getparent().tag == qn("w:sdtContent")
    assert described(saved(paper)) == ["目录"]


def test_a_table_of_one_column_is_read_as_lines() -> None:
    paper = docx.Document()
    table = paper.add_table(rows=2, cols=1)
    table.cell(0, 0).text, table.cell(1, 0).text = "一、职责", "二、机构"
    assert described(saved(paper)) == ["一、职责", "二、机构"]
