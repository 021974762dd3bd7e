"""A column that a person explained is read like any other, and a hint says who said so."""

from __future__ import annotations

from typing import Any

from disclosures.evidence import Finding
from disclosures.extraction.readings import Fact
from disclosures.extraction.statements.shown_cells import first_values
from disclosures.extraction.statements.tables import extract_facts
from disclosures.meanings import ColumnMeaning, Meanings
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import Direction, DisclosureKind, FactState, Fund, Item, Nature, Phase, Severity, TableKind
from tests.extraction.statements.printed import BUDGET, shown, statement

REVENUE = statement(
    TableKind.REVENUE,
    """
    科目编码 | 科目名称 | 合计 | 财政拨款收入 | 库区收益
    | | | | 2024年返还
    | 合计 | 30 | 20 | 10
    213 | 农林水支出 | 30 | 20 | 10
    """,
    title="收入总表",
)
SPENDING = statement(
    TableKind.EXPENDITURE,
    """
    科目编码 | 科目名称 | 合计 | 基本支出 | 调剂
    213 | 农林水支出 | 30 | 20 | 10
    """,
    title="支出总表",
)


def read(
    table: StatementTable, *path: str, identity: Identity = BUDGET, **means: Any
) -> tuple[list[Fact], list[Finding]]:
    column = ColumnMeaning(title=table.title or "", kind=table.kind, path=path, **means)
    facts, findings = extract_facts(identity, [table], Meanings(columns=(column,)))
    return [fact for fact in facts if fact.state is FactState.PRINTED], list(findings)


def test_without_a_meaning_the_column_is_a_doubt_that_names_its_headings() -> None:
    _, (doubt,) = extract_facts(BUDGET, [REVENUE])
    assert (doubt.code, doubt.column) == ("unread.column", ("库区收益", "2024年返还"))


def test_a_column_is_what_a_person_said_it_is() -> None:
    facts, (hint,) = read(REVENUE, "库区收益", "[+0]返还", item=Item.OTHER_REVENUE)
    ours = [fact for fact in facts if fact.item is Item.OTHER_REVENUE]
    assert shown(ours, "direction", "fiscal_year", "phase", "function") == [
        ("revenue", "2024", "approved", None, "100000.00"),
        ("revenue", "2024", "approved", "213", "100000.00"),
    ]
    assert (hint.code, hint.severity, hint.column) == ("assigned.column", Severity.HINT, ("库区收益", "2024年返还"))


def test_next_year_it_is_found_by_its_headings_wherever_it_stands() -> None:
    moved = statement(
        TableKind.REVENUE,
        """
        科目编码 | 科目名称 | 合计 | 库区收益 | 财政拨款收入
        | | | 2025年返还 |
        213 | 农林水支出 | 31 | 11 | 20
        """,
        title="2025年收入总表",
    )
    next_year = Identity(unit="某中心", fiscal_year=2025, kind=DisclosureKind.BUDGET)
    column = ColumnMeaning(
        title="收入总表", kind=TableKind.REVENUE, path=("库区收益", "[+0]返还"), item=Item.OTHER_REVENUE
    )
    facts, _ = extract_facts(next_year, [moved], Meanings(columns=(column,)))
    assert shown([fact for fact in facts if fact.item is Item.OTHER_REVENUE], "fiscal_year") == [("2025", "110000.00")]


def test_every_dimension_can_be_given() -> None:
    means = {
        "direction": Direction.BALANCE, "phase": Phase.REVISED, "years": -1, "fund": Fund.OWN, "nature": Nature.PROJECT,
        "item": Item.CARRIED_IN,
    }  # fmt: skip
    facts, _ = read(SPENDING, "调剂", **means)
    ours = [fact for fact in facts if fact.column == "调剂"]
    assert shown(ours, "direction", "phase", "fiscal_year", "fund", "nature", "item") == [
        ("balance", "revised", "2023", "own", "project", "carried_in", "100000.00")
    ]


def test_a_column_to_be_left_alone_gives_no_figures_and_no_doubt_but_a_hint() -> None:
    facts, findings = read(SPENDING, "调剂", ignored=True)
    assert [fact.column for fact in facts] == ["合计", "基本支出"]
    assert [(one.code, one.column) for one in findings] == [("assigned.column", ("调剂",))]


def test_two_columns_of_one_meaning_would_count_twice_and_so_the_doubt_stays() -> None:
    facts, (doubt,) = read(SPENDING, "调剂", nature=Nature.BASIC)
    assert [fact.column for fact in facts] == ["合计", "基本支出"]
    assert (doubt.code, doubt.column) == ("unread.column", ("调剂",))
    assert "与同表另一栏相同" in doubt.message


def test_saying_what_the_statement_says_anyway_makes_no_second_total() -> None:
    facts, (doubt,) = read(SPENDING, "调剂", fund=Fund.ALL, direction=Direction.EXPENDITURE)
    assert [fact.column for fact in facts] == ["合计", "基本支出"]
    assert doubt.code == "unread.column"


def test_of_two_columns_under_the_same_headings_neither_is_taken() -> None:
    twice = statement(
        TableKind.EXPENDITURE,
        """
        科目编码 | 科目名称 | 合计 | 调剂 | 调剂
        213 | 农林水支出 | 30 | 20 | 10
        """,
        title="支出总表",
    )
    facts, findings = read(twice, "调剂", nature=Nature.PROJECT)
    assert [fact.column for fact in facts] == ["合计"]
    assert {finding.code for finding in findings} == {"unread.column"}


def test_the_clerk_sees_what_the_column_prints() -> None:
    assert first_values(REVENUE, ("库区收益", "2024年返还"), 5) == (("合计", "10"), ("农林水支出", "10"))
    assert first_values(REVENUE, ("库区收益", "2024年返还"), 1) == (("合计", "10"),)
