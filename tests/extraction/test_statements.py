"""Statements of every kind become facts by their headings, in the layouts that provinces use."""

from __future__ import annotations

from disclosures.amounts import MoneyUnit
from disclosures.extraction.tables import extract_facts
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import FactState, TableKind
from tests.extraction.printed import ACCOUNTS, BUDGET, read, shown, statement


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


def test_a_code_of_no_known_form_is_kept_as_printed_and_reported() -> None:
    table = statement(
        TableKind.EXPENDITURE,
        """
        科目编码 | | | 科目名称 | 合计
        类 | 款 | 项 | |
        7 | 11 | 02 | 事业单位医疗 | 5
        """,
    )

    facts, findings = read(table)

    assert [fact.function for fact in facts] == ["71102"]
    assert [finding.code for finding in findings] == ["code.form"]


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


def test_blank_is_not_zero() -> None:
    table = statement(
        TableKind.EXPENDITURE,
        """
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        201 | 一般公共服务支出 | 0 | — |
        """,
    )

    facts, _ = extract_facts(BUDGET, [table])

    assert [(fact.state, fact.amount) for fact in facts] == [
        (FactState.PRINTED, 0),
        (FactState.BLANK, None),
        (FactState.BLANK, None),
    ]


def test_without_a_money_unit_there_are_no_facts_but_a_finding() -> None:
    text = """
        科目编码 | 科目名称 | 合计
        201 | 一般公共服务支出 | 5
        """

    facts, findings = read(statement(TableKind.EXPENDITURE, text, unit=None))

    assert facts == []
    assert [finding.code for finding in findings] == ["unread.money_unit"]


def test_a_unit_in_the_heading_of_a_column_prevails() -> None:
    table = statement(
        TableKind.EXPENDITURE,
        """
        科目编码 | 科目名称 | 合计（元） | 基本支出（万元）
        201 | 一般公共服务支出 | 50000 | 5
        """,
        unit=MoneyUnit.HUNDRED_MILLION,
    )

    assert shown(read(table)[0]) == [("50000.00",), ("50000.00",)]


def test_without_a_year_there_are_no_facts_but_a_finding() -> None:
    table = statement(TableKind.EXPENDITURE, "科目编码 | 科目名称 | 合计\n201 | 一般公共服务支出 | 5")

    facts, findings = read(table, Identity())

    assert facts == []
    assert [finding.code for finding in findings] == ["unread.year"]


def test_a_column_without_a_meaning_is_reported_and_not_guessed() -> None:
    table = statement(
        TableKind.EXPENDITURE,
        """
        科目编码 | 科目名称 | 合计 | 机动指标
        201 | 一般公共服务支出 | 9 | 5
        """,
    )

    facts, findings = read(table)

    assert shown(facts, "column") == [("合计", "90000.00")]
    assert [(finding.code, finding.pages) for finding in findings] == [("unread.column", (1,))]


def test_a_cell_with_digits_that_are_no_number_is_reported() -> None:
    table = statement(TableKind.EXPENDITURE, "科目编码 | 科目名称 | 合计\n201 | 一般公共服务支出 | 3.5.1")

    facts, findings = read(table)

    assert facts == []
    assert [finding.code for finding in findings] == ["unread.amount"]


def test_amounts_in_rows_without_any_label_are_kept_and_reported() -> None:
    table = statement(TableKind.GOVERNMENT_FUNDS, "科目名称 | 合计 | 基本支出\n合计 | 0 | 0\n | 0 | 0")

    facts, findings = read(table)

    assert shown(facts, "item", "heading", "fund")[2:] == [(None, None, "government_funds", "0.00")] * 2
    assert [finding.code for finding in findings] == ["unread.label"]


def test_a_fact_tells_where_it_was_printed() -> None:
    table = statement(
        TableKind.GENERAL_PUBLIC_EXPENDITURE,
        """
        科目编码 | 科目名称 | 本年支出 |
        | | 小计 | 基本支出
        201 | 一般公共服务支出 | 5 | 5

        204 | 公共安全支出 | 1,000.50 | 3
        """,
    )

    fact = read(table)[0][2]

    assert (fact.page, fact.row, fact.column_number) == (2, 3, 2)
    assert (fact.printed, fact.column, fact.heading) == ("1,000.50", "本年支出/小计", "公共安全支出")
