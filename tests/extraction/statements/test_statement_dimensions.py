"""Years, phases, natures and items come from headings and labels, whatever the statement looks like."""

from __future__ import annotations

from disclosures.vocabulary import TableKind
from tests.extraction.statements.printed import ACCOUNTS, read, shown, statement


def test_years_and_phases_come_from_the_headings() -> None:
    table = statement(
        TableKind.GENERAL_PUBLIC_EXPENDITURE,
        """
        功能分类科目 | | 2023年执行数 | 2024年预算数 | | | 2024年预算数比2023年执行数 |
        科目编码 | 科目名称 | | 小计 | 基本支出 | 项目支出 | 增减额 | 增减%
        201 | 一般公共服务支出 | 9 | 10 | 6 | 4 | 1 | 11.11
        """,
    )

    facts, findings = read(table)

    assert shown(facts, "fiscal_year", "phase", "nature") == [
        ("2023", "outturn", None, "90000.00"),
        ("2024", "approved", None, "100000.00"),
        ("2024", "approved", "basic", "60000.00"),
        ("2024", "approved", "project", "40000.00"),
        ("2024", None, None, "10000.00"),
    ]
    assert findings == ()


def test_last_year_is_the_year_before() -> None:
    table = statement(
        TableKind.THREE_PUBLIC,
        """
        上年预算数 | | 本年预算数 |
        合计 | 公务接待费 | 合计 | 公务接待费
        3 | 3 | 2 | 2
        """,
        title="财政拨款“三公”经费支出表",
    )

    facts, _ = read(table)

    assert shown(facts, "fiscal_year", "fund", "item") == [
        ("2023", "fiscal", "three_public", "30000.00"),
        ("2023", "fiscal", "reception", "30000.00"),
        ("2024", "fiscal", "three_public", "20000.00"),
        ("2024", "fiscal", "reception", "20000.00"),
    ]


def test_the_change_between_two_years_has_no_phase() -> None:
    table = statement(
        TableKind.THREE_PUBLIC,
        """
        预算单位 | 年度 | 总计 | 公务用车购置及运行维护费 | |
        | | | 小计 | 公务用车购置费 | 公务用车运行维护费
        某中心 | 2023年 | 14 | 14 | 0 | 14
        | 2024年 | 10.5 | 10.5 | 0 | 10.5
        | 增减变化金额 | -3.5 | -3.5 | 0 | -3.5
        """,
    )

    facts, _ = read(table)

    assert shown(facts, "fiscal_year", "phase", "item", "heading")[::4] == [
        ("2023", "approved", "three_public", "2023年", "140000.00"),
        ("2024", "approved", "three_public", "2024年", "105000.00"),
        ("2024", None, "three_public", "增减变化金额", "-35000.00"),
    ]


def test_the_total_of_public_expenses_with_meetings_is_no_three_public() -> None:
    table = statement(
        TableKind.THREE_PUBLIC,
        """
        合计 | “三公”经费 | | 会议费 | 培训费
        | 小计 | 公务接待费 | |
        9 | 4 | 4 | 3 | 2
        """,
    )

    facts, _ = read(table)

    assert [fact.item and fact.item.value for fact in facts] == [
        "total",
        "three_public",
        "reception",
        "conferences",
        "training",
    ]


def test_counts_of_cars_and_guests_are_no_amounts() -> None:
    table = statement(
        TableKind.THREE_PUBLIC,
        """
        项目 | 决算数
        3.公务接待费 | 2.5
        （1）国内接待费 | 2.5
        1.公务用车保有量（辆） | 4
        2.国内公务接待人次（人） | 30
        """,
    )

    facts, _ = read(table, ACCOUNTS)

    assert shown(facts, "item", "heading") == [
        ("reception", "3.公务接待费", "25000.00"),
        (None, "（1）国内接待费", "25000.00"),
    ]


def test_staff_and_running_costs_are_columns_in_one_statement_and_blocks_in_another() -> None:
    columns = statement(
        TableKind.BASIC_EXPENDITURE_DEPARTMENTAL,
        """
        科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
        301 | 工资福利支出 | 5 | 5 | 0
        """,
        title="一般公共预算基本支出表",
    )
    blocks = statement(
        TableKind.BASIC_EXPENDITURE_DEPARTMENTAL,
        """
        人员经费 | | | 公用经费 | | | | |
        科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
        301 | 工资福利支出 | 5 | 302 | 商品和服务支出 | 4 | 307 | 债务利息及费用支出 | 0
        人员经费合计 | | 5 | 公用经费合计 | | | | | 4
        """,
        title="一般公共预算财政拨款基本支出决算表",
    )

    in_columns, in_blocks = read(columns)[0], read(blocks, ACCOUNTS)[0]

    assert shown(in_columns, "fund", "nature", "economic") == [
        ("general_public", "basic", "301", "50000.00"),
        ("general_public", "personnel", "301", "50000.00"),
        ("general_public", "operating", "301", "0.00"),
    ]
    assert shown(in_blocks, "nature", "economic", "item") == [
        ("basic", "301", None, "50000.00"),
        ("personnel", None, "personnel_total", "50000.00"),
        ("basic", "302", None, "40000.00"),
        ("basic", "307", None, "0.00"),
        ("operating", None, "operating_total", "40000.00"),
    ]


def test_statements_without_labels_are_named_by_their_headings() -> None:
    table = statement(
        TableKind.EXPENDITURE,
        """
        合计 | 基本支出 | 项目支出 | 单位预留机动经费 | 结转下年资金
        9 | 5 | 3 | 1 |
        """,
    )

    facts, _ = read(table)

    assert shown(facts, "item", "nature", "heading") == [
        ("total", None, "合计", "90000.00"),
        ("basic", "basic", "基本支出", "50000.00"),
        ("project", "project", "项目支出", "30000.00"),
        (None, None, "单位预留机动经费", "10000.00"),
    ]


def test_what_is_bought_is_named_by_its_leftmost_label() -> None:
    table = statement(
        TableKind.PROCUREMENT,
        """
        采购品目大类 | 专项名称 | 经济科目 | 采购物品名称 | 采购组织形式 | 总计
        合计 | | | | | 8
        一、货物A | | | | | 8
        | 设备购置费 | 办公设备购置 | | | 8
        | | | 台式计算机 | 集中采购 | 5
        | | | | 分散采购 | 3
        """,
    )

    facts, _ = read(table)

    assert shown(facts, "item", "heading") == [
        ("procurement", "合计", "80000.00"),
        ("procurement_goods", "一、货物A", "80000.00"),
        (None, "设备购置费", "80000.00"),
        (None, "台式计算机", "50000.00"),
        (None, "台式计算机", "30000.00"),
    ]
