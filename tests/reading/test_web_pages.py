"""Web pages read in document order, with spans."""

from __future__ import annotations

import base64

from disclosures.evidence import Line
from disclosures.reading import read

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>unseen</title></head><body>
<h2>部门支出总表</h2><p>部门：某某局<br>单位：<b>万元</b></p><script>unseen()</script>
<div style="display: none">unseen</div>
<table><tr><th rowspan="2">科目</th><th colspan="2">本年支出</th></tr><tr><td>基本<br>支出</td><td>项目支出</td></tr>
<tr><td>人大事务</td><td> 1.00 </td><td>2.00</td></tr></table>
<p>注：本表反映支出。</p></body></html>""".encode()


def described(content: bytes) -> list[str | list[list[str]]]:
    blocks = read(content, "page").blocks
    return [block.text if isinstance(block, Line) else block.texts() for block in blocks]


def test_a_page_is_read_in_order() -> None:
    table = [["科目", "本年支出", ""], ["", "基本支出", "项目支出"], ["人大事务", "1.00", "2.00"]]
    lines = ["部门支出总表", "部门：某某局", "单位：万元"]
    assert described(PAGE) == [*lines, table, "注：本表反映支出。"]


def test_cells_over_rows_and_columns_are_spans() -> None:
    grid = next(iter(read(PAGE, "page").grids()))
    assert (grid.rows[0][0].rowspan, grid.rows[0][1].colspan) == (2, 2)
    assert grid.rows[1][0].covered
    assert grid.owner(1, 0) == (0, 0)


def test_a_table_that_lays_out_the_page_is_none() -> None:
    inner = "<table><tr><td>项目</td><td>金额</td></tr></table>"
    page = f"<html><table><tr><td>左栏</td><td>正文{inner}</td></tr></table></html>"
    assert described(page.encode()) == ["左栏", "正文", [["项目", "金额"]]]


def test_a_page_in_gb2312_is_read_as_it_declares() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><p>预算</p></html>'
    assert described(page.encode("gb18030")) == ["预算"]


def test_a_page_cut_short_is_reported() -> None:
    found = read(PAGE[: PAGE.index("注".encode())], "page").findings
    assert [finding.code for finding in found] == ["unread.end"]


def test_a_page_saved_as_one_file_is_read() -> None:
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
    part = b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    assert described(head + part + base64.encodebytes(PAGE) + b"--b--\n") == described(PAGE)
