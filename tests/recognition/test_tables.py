"""Every grid ends up in exactly one table, named by what stands above it or in its first rows."""

import pytest

from disclosures.amounts import MoneyUnit
from disclosures.recognition import find_tables
from disclosures.vocabulary import TableKind
from tests.recognition.documents import budget_by_function, document, grid, lines, tables_of


def test_title_number_owner_and_unit_stand_above() -> None:
    (table,) = tables_of(lines("公开05表", "一般公共预算支出表", "部门：某局", "单位：万元"), budget_by_function())
    assert (table.kind, table.label, table.title) == (
        TableKind.GENERAL_PUBLIC_EXPENDITURE,
        "公开05表",
        "一般公共预算支出表",
    )
    assert table.money_unit is MoneyUnit.TEN_THOUSAND
    assert [line.text for line in table.captions] == ["公开05表", "一般公共预算支出表", "部门：某局", "单位：万元"]


def test_title_number_and_unit_stand_in_rows_of_the_grid() -> None:
    (table,) = tables_of(grid("部门支出总表||公开03表", "部门：某局||单位：元", "科目|合计|基本支出", "204|2|1"))
    assert (table.kind, table.label, table.money_unit) == (TableKind.EXPENDITURE, "公开03表", MoneyUnit.YUAN)


def test_a_title_over_two_lines_of_one_size_is_one_title() -> None:
    above = lines("公开09表：一般公共预算“三公”经费、会议费", "培训费支出预算表", page=1, size=16)
    (table,) = tables_of(above, lines("单位：万元", page=1, size=9), grid("合计|会议费", "1|1", page=1))
    assert (table.kind, table.label) == (TableKind.THREE_PUBLIC, "公开09表")


def test_a_last_character_on_a_line_of_its_own_belongs_to_the_title() -> None:
    (table,) = tables_of(lines("“三公”经费、会议费支出预算", "表", "单位：万元"), grid("合计|会议费", "1|1"))
    assert table.title == "“三公”经费、会议费支出预算表"


def test_the_last_entry_of_a_list_of_contents_is_no_title() -> None:
    contents = lines("一、收支总表", "二、收入总表", "三、政府采购支出表")
    (table,) = tables_of(contents, grid("收入||支出|", "事业收入|1|一、教育支出|1"))
    assert (table.title, table.kind) == (None, TableKind.REVENUE_EXPENDITURE)


def test_the_heading_of_a_part_is_no_title() -> None:
    (table,) = tables_of(lines("某局2024年度部门决算表", "收入决算表", "单位：万元"), grid("项目|合计", "204|1"))
    assert table.title == "收入决算表"


def test_a_title_in_a_frame_names_the_table_below_it() -> None:
    frame, table = tables_of(grid("支出总表"), budget_by_function())
    assert (frame.kind, table.kind, table.title) == (TableKind.OTHER, TableKind.EXPENDITURE, "支出总表")


def test_prose_above_a_grid_gives_no_title() -> None:
    (table,) = tables_of(lines("纳入编制范围的单位包括："), grid("序号|单位名称", "1|某局（本级）"))
    assert (table.kind, table.title, table.money_unit) == (TableKind.OTHER, None, None)


@pytest.mark.parametrize(
    ("above", "header", "unit"),
    [
        (["收支总表（单位：万元）"], "项目|金额", MoneyUnit.TEN_THOUSAND),
        (["收支总表"], "项目|金额（元）", MoneyUnit.YUAN),
        (["金额单位：万元", "收支总表"], "项目|金额", MoneyUnit.TEN_THOUSAND),
        (["收支总表", "单位：万", "元"], "项目|金额", MoneyUnit.TEN_THOUSAND),
        (["收支总表"], "项目|金额（元）|比重（万元）", None),
        (["收支总表"], "项目|金额", None),
    ],
)
def test_the_money_unit_is_the_table_s_own(above: list[str], header: str, unit: MoneyUnit | None) -> None:
    (table,) = tables_of(lines(*above), grid(header, "合计|1"))
    assert table.money_unit is unit


def test_numbers_without_a_money_unit_are_reported_with_their_page() -> None:
    _, findings = find_tables(document(lines("支出总表", page=4), budget_by_function(page=4)))
    assert [(finding.code, finding.pages) for finding in findings] == [("unread.money_unit", (4,))]


def test_pages_of_one_table_that_print_different_units_have_none() -> None:
    first = [*lines("支出总表", "单位：元", page=1), budget_by_function(page=1)]
    second = [*lines("支出总表", "单位：万元", page=2), budget_by_function(page=2)]
    (table,) = tables_of(first, second)
    assert table.money_unit is None


def test_a_form_that_asks_for_no_funds_needs_no_money_unit() -> None:
    form = grid("一级指标|二级指标|指标值", "产出指标|数量指标|5")
    assert find_tables(document(lines("部门整体绩效目标申报表"), form))[1] == ()


def test_review_forms_of_one_report_share_the_unit_that_the_others_print() -> None:
    first = [*lines("附件1", "部门整体支出绩效自评表"), grid("项目资金|年初预算数", "合计|5")]
    second = [*lines("附件2", "项目支出绩效自评表"), grid("项目资金(万元)|年初预算数", "合计|5")]
    assert [table.money_unit for table in tables_of(first, second)] == [MoneyUnit.TEN_THOUSAND] * 2


@pytest.mark.parametrize(
    "between", ["（按功能分类）", "编制日期：2024年1月30日", "2024-01-30", "注：本表金额单位为万元", "故本表无数据。"]
)
def test_small_lines_between_do_not_part_a_title_from_its_grid(between: str) -> None:
    (table,) = tables_of(lines("一般公共预算支出表", between), budget_by_function())
    assert table.kind is TableKind.GENERAL_PUBLIC_EXPENDITURE


def test_a_grid_that_lists_tables_is_none_of_them() -> None:
    (table,) = tables_of(grid("表一|收支总表", "表二|收入总表", "表三|支出总表"))
    assert (table.kind, table.title) == (TableKind.OTHER, None)
