"""What is unsure is reported and not guessed; what is sure tells where it was printed."""

from __future__ import annotations

from disclosures.amounts import MoneyUnit
from disclosures.extraction.statements.tables import extract_facts
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import FactState, TableKind
from tests.extraction.statements.printed import BUDGET, read, shown, statement


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
