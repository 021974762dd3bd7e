"""Workbooks and Word documents read as a person sees them."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from disclosures.evidence import Grid, Line
from disclosures.reading import UnreadableFile, read
from disclosures.reading.number_formats import shown
from disclosures.reading.numbering import chinese
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


def test_the_numbers_that_word_sets_before_paragraphs_are_read() -> None:
    paper = docx.Document()
    levels = paper.part.numbering_part.element
    levels.append(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
            '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
            "</w:abstractNum>"
        )
    )
    levels.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for text, level in (("职责", 0), ("规划", 1), ("管理", 1), ("机构", 0), ("科室", 1)):
        properties = paper.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )
    assert described(saved(paper)) == ["一、职责", "（一）规划", "（二）管理", "二、机构", "（一）科室"]


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (100, "100")]
)
def test_lists_count_in_chinese(number: int, text: str) -> None:
    assert chinese(number) == text


def test_a_workbook_saved_as_xml_is_read_with_its_merged_cells() -> None:
    page = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>
    <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">支出总表</Data></Cell></Row>
    <Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="String">科目</Data></Cell>
     <Cell ss:MergeAcross="1"><Data ss:Type="String">本年支出</Data></Cell></Row>
    <Row><Cell ss:Index="2"><Data ss:Type="String">基本</Data></Cell>
     <Cell><Data ss:Type="String">项目</Data></Cell></Row>
    <Row><Cell><Data ss:Type="String">合计</Data></Cell>
     <Cell ss:Index="3"><Data ss:Type="Number">2.5</Data></Cell></Row>
    </Table></Worksheet></Workbook>"""
    assert described(page.encode()) == ["支出总表", "3x3"]
    grid = first_grid(page.encode())
    assert grid.texts() == [["科目", "本年支出", ""], ["", "基本", "项目"], ["合计", "", "2.5"]]
    assert grid.rows[1][0].covered


def test_old_word_files_are_refused_with_advice_where_libreoffice_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match=r"\.docx") as refused:
        read(b"{\\rtf1 Budget}", "budget.doc")
    assert refused.value.code == "unreadable.type"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_old_word_files_are_read_where_libreoffice_is_installed() -> None:
    assert described(b"{\\rtf1 Budget\\par}") == ["Budget"]
