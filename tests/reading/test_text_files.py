"""Plain text, Markdown and CSV."""

from __future__ import annotations

import pytest

from disclosures.evidence import Line
from disclosures.reading import read


def described(content: str | bytes) -> list[str | list[list[str]]]:
    source = read(content if isinstance(content, bytes) else content.encode(), "text")
    return [block.text if isinstance(block, Line) else block.texts() for block in source.blocks]


def test_lines_with_tabs_are_a_grid_and_a_blank_line_ends_it() -> None:
    text = "支出表\n项目\t金额\n合计\t1.00\n\n项目\t金额\n注：说明"
    assert described(text) == ["支出表", [["项目", "金额"], ["合计", "1.00"]], [["项目", "金额"]], "注：说明"]


def test_rows_of_a_grid_have_one_width() -> None:
    assert described("甲\t乙\t丙\n丁\t戊") == [[["甲", "乙", "丙"], ["丁", "戊", ""]]]


def test_markdown_tables_and_headings_lose_their_marks() -> None:
    text = "## 一、支出表\n\n| 项目 | **金额** |\n|---|---:|\n| 合计 | 1.00 |\n"
    assert described(text) == ["一、支出表", [["项目", "金额"], ["合计", "1.00"]]]


def test_tables_of_markup_in_a_text_are_grids() -> None:
    text = "支出表\n<table><tr><td>项目</td><td>金额</td></tr></table>\n注：说明"
    assert described(text) == ["支出表", [["项目", "金额"]], "注：说明"]


def test_comma_separated_values_are_a_grid_with_lines_above() -> None:
    text = '支出表,,\n单位：元,,\n编码,项目,金额\n201,合计,"1,234.50"\n'
    assert described(text) == ["支出表", "单位：元", [["编码", "项目", "金额"], ["201", "合计", "1,234.50"]]]


def test_prose_with_commas_is_prose() -> None:
    assert described("收入1,234.50万元，支出。\n其中：基本支出。") == ["收入1,234.50万元，支出。", "其中：基本支出。"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_texts_are_read_in_the_encodings_in_use(encoding: str) -> None:
    assert described("部门预算\t万元".encode(encoding)) == [[["部门预算", "万元"]]]


def test_broken_characters_are_reported() -> None:
    text = ("部门预算公开说明。" * 40).encode()
    source = read(text[:300] + b"\xff" + text[300:], "text")
    assert [finding.code for finding in source.findings] == ["unread.letters"]
