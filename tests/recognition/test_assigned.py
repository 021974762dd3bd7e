"""A table is what a person said it is, and a hint says so."""

from __future__ import annotations

from disclosures.amounts import MoneyUnit
from disclosures.evidence import SourceDocument
from disclosures.meanings import Meanings, TableMeaning
from disclosures.recognition import find_tables
from disclosures.vocabulary import Severity, TableKind
from tests.recognition.documents import document, grid, lines

HEADER = ("编码", "名称", "合计")


def reservoirs(*above: str) -> SourceDocument:
    """A statement whose title names no kind known here."""
    return document(lines("2025年水库情况表", *above, page=4), grid("编码|名称|合计", "213|农林水支出|30", page=4))


def said(kind: TableKind | None = None, unit: MoneyUnit | None = None) -> Meanings:
    return Meanings(tables=(TableMeaning(title="水库情况表", headings=HEADER, kind=kind, money_unit=unit),))


def test_an_unknown_statement_of_money_is_a_doubt() -> None:
    (table,), (doubt,) = find_tables(reservoirs("单位：万元"))
    assert table.kind is TableKind.OTHER
    assert (doubt.code, doubt.severity, doubt.pages) == ("unread.table_kind", Severity.WARNING, (4,))


def test_a_list_without_a_money_unit_is_none() -> None:
    assert find_tables(reservoirs())[1] == ()


def test_a_statement_known_not_to_be_one_of_the_budget_is_none() -> None:
    debts = document(lines("政府债务情况表", "单位：万元"), grid("编码|名称|合计", "213|农林水支出|30"))
    assert find_tables(debts)[1] == ()


def test_a_table_takes_the_kind_that_a_person_gave_it() -> None:
    (table,), findings = find_tables(reservoirs("单位：万元"), said(TableKind.EXPENDITURE))
    assert (table.kind, table.money_unit) == (TableKind.EXPENDITURE, MoneyUnit.TEN_THOUSAND)
    assert [(one.code, one.severity) for one in findings] == [("assigned.table", Severity.HINT)]


def test_a_table_to_be_left_alone_is_no_doubt_any_more() -> None:
    (table,), findings = find_tables(reservoirs("单位：万元"), said(TableKind.OTHER))
    assert table.kind is TableKind.OTHER
    assert [one.code for one in findings] == ["assigned.table"]


def test_a_table_takes_the_money_unit_that_a_person_gave_it() -> None:
    (table,), findings = find_tables(reservoirs(), said(TableKind.EXPENDITURE, MoneyUnit.THOUSAND))
    assert table.money_unit is MoneyUnit.THOUSAND
    assert [one.code for one in findings] == ["assigned.table", "assigned.money_unit"]


def test_what_was_said_of_another_table_changes_nothing() -> None:
    other = Meanings(tables=(TableMeaning(title="渠道情况表", headings=HEADER, kind=TableKind.EXPENDITURE),))
    assert find_tables(reservoirs("单位：万元"), other) == find_tables(reservoirs("单位：万元"))
