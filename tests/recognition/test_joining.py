"""A grid carries on the table before it, or begins another one."""

import pytest

from disclosures.evidence import Block
from tests.recognition.documents import budget_by_function, grid, lines, tables_of

TITLE = ["一般公共预算支出表", "部门：某局", "单位：万元"]


def pieces(*blocks: Block | list[Block]) -> list[int]:
    return [len(table.grids) for table in tables_of(*blocks)]


def test_a_repeated_title_carries_on() -> None:
    assert pieces(lines(*TITLE), budget_by_function(), lines(*TITLE), budget_by_function("205|教育支出|1|1|0")) == [2]


def test_rows_alone_on_the_next_page_carry_on() -> None:
    rest = grid("205|教育支出|1|1|0", page=2)
    assert pieces(lines(*TITLE, page=1), budget_by_function(page=1), lines("- 1 -", page=1), rest) == [2]


def test_the_header_repeated_with_owner_and_unit_but_no_title_carries_on() -> None:
    again = lines("部门：某局", "单位：万元", page=2)
    assert pieces(lines(*TITLE, page=1), budget_by_function(page=1), again, budget_by_function(page=2)) == [2]


def test_a_page_with_fewer_columns_carries_on() -> None:
    assert pieces(lines(*TITLE), budget_by_function(), grid("教育支出|1|1|0")) == [2]


def test_the_word_continued_carries_on() -> None:
    assert pieces(lines("支出总表"), budget_by_function(), lines("续表"), budget_by_function()) == [2]


def test_another_title_begins_another_table() -> None:
    assert pieces(lines("收入总表"), budget_by_function(), lines("支出总表"), budget_by_function()) == [1, 1]


def test_prose_between_begins_another_table() -> None:
    between = lines("本年度支出主要用于以下方面，占比如下。")
    assert pieces(lines("支出总表"), budget_by_function(), between, grid("204|公共安全支出|1|1|0")) == [1, 1]


def test_another_header_without_a_title_begins_another_table() -> None:
    other = grid("合计|因公出国（境）费|公务接待费", "1|0|1", page=2)
    assert pieces(lines(*TITLE, page=1), budget_by_function(page=1), other) == [1, 1]


def test_a_caption_on_the_same_page_begins_another_table() -> None:
    same = [*lines("单位：万元", page=1), budget_by_function(page=1)]
    assert pieces(lines(*TITLE, page=1), budget_by_function(page=1), same) == [1, 1]


def test_a_page_without_any_table_between_ends_the_table() -> None:
    assert pieces(lines(*TITLE, page=1), budget_by_function(page=1), grid("205|教育支出|1|1|0", page=3)) == [1, 1]


def test_blank_rows_that_print_no_number_carry_on() -> None:
    first = grid("项目名称||金额", "收入总计||5", page=1)
    rest = grid("|事业收入|", "|经营收入|", page=2)
    assert pieces(lines("收入预算总表", page=1), first, rest) == [2]


def test_the_grids_of_one_form_are_one_table() -> None:
    goals = grid("一级指标|二级指标|指标值", "产出指标|数量指标|5")
    assert pieces(lines("整体支出绩效目标表"), grid("任务名称|预算金额", "基本支出|5"), goals) == [2]


@pytest.mark.parametrize(("first", "second", "expected"), [("甲项目", "乙项目", [1, 1]), ("甲项目", "甲项目", [2])])
def test_forms_of_one_title_are_told_apart_by_their_projects(first: str, second: str, expected: list[int]) -> None:
    forms = [[*lines("项目支出绩效目标表"), grid(f"项目名称|{name}", "资金总额|5")] for name in (first, second)]
    assert pieces(*forms) == expected


def test_forms_of_one_title_are_told_apart_by_their_numbers() -> None:
    forms = [[*lines(f"附件3-{n}:", "项目支出绩效自评表"), grid("项目资金|数", "合计|5")] for n in (1, 2)]
    assert pieces(*forms) == [1, 1]


def test_a_running_header_does_not_part_a_table() -> None:
    pages = [[*lines("某局部门预算公开材料", page=page), budget_by_function(page=page)] for page in (1, 2, 3)]
    assert pieces(*pages) == [3]
