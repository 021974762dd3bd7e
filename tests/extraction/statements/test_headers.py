"""Headers are found by structure, and every column has the path of headings above it."""

from __future__ import annotations

import pytest

from disclosures.evidence import Cell, Grid
from disclosures.extraction.statements.headers import is_column_numbers, part
from tests.extraction.statements.printed import grid


def test_blanks_right_of_a_parent_heading_belong_to_it() -> None:
    piece = part(
        grid("""
        项目 | | 本年支出 | | | 年末结转和结余
        科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
        201 | 一般公共服务支出 | 3 | 1 | 2 | 0
        """),
        None,
    )

    assert piece.paths == (
        ("项目", "科目编码"),
        ("项目", "科目名称"),
        ("本年支出", "小计"),
        ("本年支出", "基本支出"),
        ("本年支出", "项目支出"),
        ("年末结转和结余",),
    )
    assert len(piece.body) == 1


def test_a_merged_heading_is_counted_once_in_the_path_of_each_column_it_covers() -> None:
    header = Cell("预算数", colspan=2), Cell(covered=True)
    both = Cell("合计", rowspan=2), Cell("接待费", rowspan=2)
    below = Cell(covered=True), Cell(covered=True)

    piece = part(Grid((header, both, below, (Cell("3"), Cell("1")))), None)

    assert piece.paths == (("预算数", "合计"), ("预算数", "接待费"))


def test_title_and_unit_lines_inside_the_grid_are_no_header() -> None:
    piece = part(
        grid("""
        支出总表 | |
        编制单位：某局 | | 单位：元
        科目编码 | 科目名称 | 合计
        201 | 一般公共服务支出 | 3
        """),
        "支出总表",
    )

    assert piece.paths == (("科目编码",), ("科目名称",), ("合计",))


def test_the_total_on_the_line_of_the_code_levels_is_a_body_row() -> None:
    piece = part(
        grid("""
        科目编码 | | | 科目名称 | 总计
        类 | 款 | 项 | 合计 | 2,946.25
        208 | | | 社会保障和就业支出 | 2,946.25
        """),
        None,
    )

    assert piece.paths[0] == ("科目编码", "类")
    assert [cell.text for cell in piece.body[0]] == ["", "", "", "合计", "2,946.25"]


@pytest.mark.parametrize(
    ("cells", "counts"),
    [
        (["栏次", "", "1", "2", "3"], True),
        (["**", "**", "1", "2", "2"], True),
        (["1", "2", "3", "4"], True),
        (["甲", "乙", "1", "2", "3=1+2"], True),
        (["2", "7", "1"], False),
        (["合计", "1", "2"], False),
        (["1.5", "2"], False),
    ],
)
def test_rows_that_count_the_columns_are_told_from_amounts(cells: list[str], counts: bool) -> None:
    assert is_column_numbers(cells) is counts


def test_words_at_the_top_of_a_further_page_are_a_header_only_where_they_repeat_it() -> None:
    first = part(grid("项目 | 金额\n一、基本支出 | 3"), None)

    split = part(grid("的支出 |\n二、项目支出 | 4"), None, first.paths)
    repeated = part(grid("项目 | 金额\n二、项目支出 | 4"), None, first.paths)

    assert not split.has_header
    assert len(split.body) == 2
    assert repeated.paths == first.paths


def test_a_further_page_that_repeats_only_the_lower_header_row_keeps_the_upper_one() -> None:
    first = part(grid("预算数 | | 决算数 |\n合计 | 接待费 | 合计 | 接待费\n3 | 1 | 2 | 1"), None)

    second = part(grid("合计 | 接待费 | 合计 | 接待费\n4 | 2 | 3 | 2"), None, first.paths)

    assert second.paths == first.paths


def test_a_further_page_with_other_columns_has_a_header_of_its_own() -> None:
    first = part(grid("科目编码 | 合计 | 一般公共预算\n201 | 3 | 1"), None)

    second = part(grid("科目编码 | 事业收入 | 其他收入\n201 | 1 | 1"), None, first.paths)

    assert second.paths == (("科目编码",), ("事业收入",), ("其他收入",))
