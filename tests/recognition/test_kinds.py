"""A table's kind comes from the words of its title; codes and header decide where these are equal or missing."""

import pytest

from disclosures.recognition.headers import kind_of_header
from disclosures.recognition.kinds import kind_of, kind_of_title
from disclosures.vocabulary import TableKind
from tests.recognition.documents import grid

PLAIN = grid("项目|金额", "合计|1")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("部门收支总体情况表", TableKind.REVENUE_EXPENDITURE),
        ("收入支出决算总表", TableKind.REVENUE_EXPENDITURE),
        ("2024年预算单位收入预算总表", TableKind.REVENUE),
        ("支出决算表", TableKind.EXPENDITURE),
        ("政府预算拨款收支总表", TableKind.APPROPRIATION),
        ("财政拨款总表", TableKind.APPROPRIATION),
        ("政拨款收支总表", TableKind.APPROPRIATION),
        ("财政拨款收入支出决算总表", TableKind.APPROPRIATION),
        ("财政拨款支出预算表", TableKind.APPROPRIATION_EXPENDITURE),
        ("一般公共预算财政拨款支出决算表", TableKind.GENERAL_PUBLIC_EXPENDITURE),
        ("一般公共预算支出功能分类预算表", TableKind.GENERAL_PUBLIC_EXPENDITURE),
        ("一般公共预算支出表（按经济分类）", TableKind.GENERAL_PUBLIC_ECONOMIC),
        ("一般公共预算基本支出部门预算经济分类预算表", TableKind.BASIC_EXPENDITURE_DEPARTMENTAL),
        ("一般公共预算基本支出表(政府预算经济科目)", TableKind.BASIC_EXPENDITURE_GOVERNMENT),
        ("基本支出总表", TableKind.BASIC_EXPENDITURE_SUMMARY),
        ("项目支出总表", TableKind.PROJECT_EXPENDITURE),
        ("单位“三公”经费和机关运行经费预算表", TableKind.THREE_PUBLIC),
        ("政府性基金预算财政拨款收入支出决算表", TableKind.GOVERNMENT_FUNDS),
        ("固有资本经营预算预算支出表", TableKind.STATE_CAPITAL),
        ("机关运行经费支出预算表", TableKind.OPERATING_COSTS),
        ("2018年政府采购预算表", TableKind.PROCUREMENT),
        ("部门（单位）整体绩效目标申报表", TableKind.PERFORMANCE_OVERALL),
        ("财政项目支出绩效目标填报表", TableKind.PERFORMANCE_PROJECT),
        ("部门整体支出绩效评价基础数据表", TableKind.REVIEW_BASE_DATA),
        ("部门预算总体绩效自评表", TableKind.REVIEW_OVERALL),
        ("转移支付项目绩效自评表", TableKind.REVIEW_PROJECT),
        ("财政专户管理资金预算支出表", TableKind.OTHER),
        ("支出预算分类汇总表（按政府预算经济分类）", TableKind.OTHER),
    ],
)
def test_the_words_of_a_title_name_the_kind(title: str, kind: TableKind) -> None:
    assert kind_of(title, PLAIN) is kind


@pytest.mark.parametrize("title", ["某市政府采购中心2024年部门收支总表", "2024年某市政府采购中心部门收支总表"])
def test_the_owner_s_name_is_no_part_of_the_kind(title: str) -> None:
    assert kind_of_title(title) is TableKind.REVENUE_EXPENDITURE


@pytest.mark.parametrize(
    ("title", "code", "kind"),
    [
        ("一般公共预算基本支出表", "30101", TableKind.BASIC_EXPENDITURE_DEPARTMENTAL),
        ("一般公共预算基本支出表", "50101", TableKind.BASIC_EXPENDITURE_GOVERNMENT),
        ("一般公共预算支出表", "2040601", TableKind.GENERAL_PUBLIC_EXPENDITURE),
        ("一般公共预算支出表", "30101", TableKind.GENERAL_PUBLIC_ECONOMIC),
        ("财政拨款支出预算表", "30101", TableKind.OTHER),
    ],
)
def test_codes_tell_tables_of_one_title_apart(title: str, code: str, kind: TableKind) -> None:
    assert kind_of(title, grid("科目编码|科目名称|合计", f"{code}|某科目|1")) is kind


def test_a_form_without_a_telling_title_is_a_project_s_where_it_names_one() -> None:
    form = grid("项目名称|某项目", "一级指标|指标值")
    assert kind_of("绩效目标申报表", form) is TableKind.PERFORMANCE_PROJECT


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (("收入|||支出", "事业收入|1|一、公共安全支出|1"), TableKind.REVENUE_EXPENDITURE),
        (("收入||支出", "一般公共预算|1|一、公共安全支出|1"), TableKind.APPROPRIATION),
        (("科目|合计|财政拨款收入|事业收入", "204|1|1|"), TableKind.REVENUE),
        (("合计|因公出国（境）费|公务接待费", "1|0|1"), TableKind.THREE_PUBLIC),
        (("项目|金额", "因公出国（境）费|0", "公务接待费|1"), TableKind.THREE_PUBLIC),
        (("科目编码|金额", "301 工资福利支出|1", "30101|1"), TableKind.BASIC_EXPENDITURE_DEPARTMENTAL),
        (("项目名称|某项目", "一级指标|实际完成值|得分"), TableKind.REVIEW_PROJECT),
        (("科目编码|科目名称|合计|基本支出|项目支出", "204|公共安全支出|3|1|2"), TableKind.OTHER),
    ],
)
def test_without_a_title_only_a_telling_header_names_the_kind(rows: tuple[str, ...], kind: TableKind) -> None:
    assert kind_of_header(grid(*rows)) is kind
