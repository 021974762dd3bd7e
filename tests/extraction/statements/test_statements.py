"""Statements of revenue and spending become facts by their headings, in the layouts that provinces use."""

from __future__ import annotations

from disclosures.extraction.statements.tables import extract_facts
from disclosures.vocabulary import TableKind
from tests.extraction.statements.printed import ACCOUNTS, BUDGET, read, shown, statement


def test_side_by_side_blocks_of_a_row_have_nothing_to_do_with_each_other() -> None:
    table = statement(
        TableKind.REVENUE_EXPENDITURE,
        """
        收入 | | 支出 | | |
        项目 | 预算数 | 项目 | 预算数 | 项目 | 预算数
        一、一般公共预算拨款 | 9 | 一、基本支出 | 6 | 一、一般公共服务支出 | 9
        二、事业收入 | | 工资福利支出 | 5 | 二、其他支出 |
        | | 二、项目支出 | 3 | |
        | | 其他支出 | 3 | |
        | | 三、单位预留机动经费 | 0 | |
        收入总计 | 9 | 支出总计 | 9 | 支出总计 | 9
        """,
    )

    facts, findings = read(table)

    assert shown(facts, "direction", "nature", "function", "item", "heading") == [
        ("revenue", None, None, "general_public", "一、一般公共预算拨款", "90000.00"),
        ("revenue", None, None, "total", "收入总计", "90000.00"),
        ("expenditure", "basic", None, "basic", "一、基本支出", "60000.00"),
        ("expenditure", "basic", None, None, "工资福利支出", "50000.00"),
        ("expenditure", "project", None, "project", "二、项目支出", "30000.00"),
        ("expenditure", "project", None, None, "其他支出", "30000.00"),
        ("expenditure", None, None, None, "三、单位预留机动经费", "0.00"),
        ("expenditure", None, None, "total", "支出总计", "90000.00"),
        ("expenditure", None, "201", None, "一、一般公共服务支出", "90000.00"),
        ("expenditure", None, None, "total", "支出总计", "90000.00"),
    ]
    assert findings == ()


def test_row_numbers_and_column_numbers_are_no_amounts() -> None:
    table = statement(
        TableKind.REVENUE_EXPENDITURE,
        """
        收入 | | | 支出 | |
        项目 | 行次 | 金额 | 项目 | 行次 | 金额
        栏次 | | 1 | 栏次 | | 2
        一、财政拨款收入 | 1 | 5.5 | 一、外交支出 | 32 |
        | 2 | | 二、国防支出 | 33 | 5.5
        """,
    )

    facts, _ = read(table, ACCOUNTS)

    assert shown(facts, "phase", "function", "item") == [
        ("outturn", None, "appropriation", "55000.00"),
        ("outturn", "203", None, "55000.00"),
    ]


def test_carry_overs_by_fund_are_balances_of_their_fund() -> None:
    table = statement(
        TableKind.APPROPRIATION,
        """
        收入 | | 支出 | | |
        项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算
        一、本年收入 | 8 | 一、本年支出 | 10 | 10 |
        （一）一般公共预算拨款 | 8 | （一）教育支出 | 10 | 10 |
        二、上年结转 | 2 | 二、年终结转结余 | | |
        （一）一般公共预算拨款 | 2 | | | |
        收入总计 | 10 | 支出总计 | 10 | 10 |
        """,
    )

    facts, _ = read(table)

    assert shown(facts, "direction", "fund", "function", "item")[:5] == [
        ("revenue", "fiscal", None, "current_year_total", "80000.00"),
        ("revenue", "fiscal", None, "general_public", "80000.00"),
        ("balance", "fiscal", None, "carried_in", "20000.00"),
        ("balance", "general_public", None, "carried_in", "20000.00"),
        ("revenue", "fiscal", None, "total", "100000.00"),
    ]
    assert ("expenditure", "general_public", "205", None, "100000.00") in shown(
        facts, "direction", "fund", "function", "item"
    )


def test_revenue_columns_are_sources_and_carry_overs_of_funds() -> None:
    table = statement(
        TableKind.REVENUE,
        """
        部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | | | 上年结转结余 | |
        | | | 小计 | 一般公共预算 | 事业单位经营收入 | 小计 | 一般公共预算 | 单位资金
        123 | 某局 | 12 | 10 | 9 | 1 | 2 | 1 | 1
        """,
    )

    facts, _ = read(table)

    assert shown(facts, "direction", "fund", "item", "heading") == [
        ("revenue", "all", "total", "某局", "120000.00"),
        ("revenue", "all", "current_year_total", "某局", "100000.00"),
        ("revenue", "all", "general_public", "某局", "90000.00"),
        ("revenue", "all", "business_revenue", "某局", "10000.00"),
        ("balance", "all", "carried_in", "某局", "20000.00"),
        ("balance", "general_public", "carried_in", "某局", "10000.00"),
        ("balance", "own", "carried_in", "某局", "10000.00"),
    ]


def test_a_column_of_blanks_between_amounts_parts_no_blocks() -> None:
    table = statement(
        TableKind.PROJECT_EXPENDITURE,
        """
        项目名称 | 项目单位 | 合计 | 一般公共预算 | 国有资本经营预算 | 单位资金
        信息化建设 | 某中心 | 5 | 4 | | 1
        """,
    )

    facts, findings = read(table)

    assert shown(facts, "nature", "fund", "heading") == [
        ("project", "all", "信息化建设", "50000.00"),
        ("project", "general_public", "信息化建设", "40000.00"),
        ("project", "own", "信息化建设", "10000.00"),
    ]
    assert findings == ()


def test_codes_in_three_columns_are_joined_and_blank_upper_levels_go_on() -> None:
    table = statement(
        TableKind.EXPENDITURE,
        """
        功能分类科目编码 | | | 科目名称 | 合计
        类 | 款 | 项 | 栏次 | 1
        | | | 合计 | 8
        201 | | | 一般公共服务支出 | 8
        | 4 | | 发展与改革事务 | 8
        | | 99 | 其他发展与改革事务支出 | 8
        """,
    )

    facts, _ = read(table)

    assert [(fact.function, fact.item and fact.item.value) for fact in facts] == [
        (None, "total"),
        ("201", None),
        ("20104", None),
        ("2010499", None),
    ]


def test_codes_may_stand_in_the_cell_of_the_name() -> None:
    table = statement(
        TableKind.EXPENDITURE,
        """
        单位编码 | 单位名称（科目） | 合计
        135001 | 某省水利厅机关 | 6
        | [2130301]行政运行 | 4
        | 2130302-一般行政管理事务 | 2
        """,
    )

    facts, _ = read(table)

    assert shown(facts, "function", "item", "heading") == [
        (None, "total", "某省水利厅机关", "60000.00"),
        ("2130301", None, "行政运行", "40000.00"),
        ("2130302", None, "一般行政管理事务", "20000.00"),
    ]


def test_names_without_codes_are_found_in_the_coded_statements_of_the_document() -> None:
    coded = statement(
        TableKind.EXPENDITURE,
        """
        科目编码 | 科目名称 | 合计
        214 | 交通运输支出 | 5
        21401 | 公路水路运输 | 5
        2140101 | 行政运行 | 5
        """,
    )
    named = statement(
        TableKind.APPROPRIATION,
        """
        支出 |
        项目 | 预算数
        一、交通运输支出 | 5
        公路水路运输 | 5
        行政运行 | 5
        """,
    )

    facts, _ = extract_facts(BUDGET, [coded, named])

    assert [(fact.function, fact.name_function) for fact in facts[3:]] == [
        ("214", None),
        (None, "21401"),
        (None, "2140101"),
    ]
