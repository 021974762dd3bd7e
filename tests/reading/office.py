"""Small office files to read."""

from __future__ import annotations

import io

import docx
import openpyxl


def workbook() -> openpyxl.Workbook:
    """Return a workbook with a titled table, merged headers, formats, a note, and a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "支出总表"
    rows = (
        ["部门支出总表"],
        ["部门：某某局", None, "单位：万元"],
        ["科目编码", "科目名称", "本年支出", None],
        [None, None, "基本支出", "项目支出"],
        ["20101", "人大事务", 1234.5, 0],
        [5, "合计", 1234.5, 0.9549],
        ["注：本表反映支出。"],
    )
    for row in rows:
        sheet.append(list(row))
    for span in ("A1:D1", "C2:D2", "A3:A4", "B3:B4", "C3:D3", "A7:D7"):
        sheet.merge_cells(span)
    sheet["C5"].number_format = "#,##0.00"
    sheet["D5"].number_format = "0.00_ "
    sheet["A6"].number_format = "00"
    sheet["D6"].number_format = "0.00%"
    hidden = book.create_sheet("草稿")
    hidden.append(["unseen", 1])
    hidden.sheet_state = "hidden"
    untitled = book.create_sheet("三公经费")
    untitled.append(["项目", "预算数"])
    untitled.append(["合计", 3])
    return book


def document() -> docx.document.Document:
    """Return a Word document with a title, a table with merged cells, and a note."""
    paper = docx.Document()
    paper.add_paragraph("部门支出总表")
    paper.add_paragraph("单位：\t万元")
    table = paper.add_table(rows=4, cols=3)
    texts = (
        ["科目", "本年支出", ""],
        ["", "基本支出", "项目支出"],
        ["人大事务", "1.00", "2.00"],
        ["合计", "1.00", "2.00"],
    )
    for row, values in enumerate(texts):
        for column, text in enumerate(values):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    paper.add_paragraph("注：本表反映支出。")
    return paper


def saved(file: openpyxl.Workbook | docx.document.Document) -> bytes:
    """Return a file's bytes."""
    output = io.BytesIO()
    file.save(output)
    return output.getvalue()


WORKBOOK = saved(workbook())
WORD = saved(document())
