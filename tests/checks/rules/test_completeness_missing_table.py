"""completeness.missing_table: 必备的报表都在."""

from __future__ import annotations

from disclosures.checks.document import Document
from disclosures.evidence import Cell, Grid
from disclosures.vocabulary import Severity
from tests.checks.literal import (
    APPROPRIATION,
    BASIC,
    EXPENDITURE,
    GENERAL,
    PUBLIC,
    REVENUE,
    SUMMARY,
    TITLES,
    TableKind,
    document,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "completeness.missing_table"
CORE = (SUMMARY, REVENUE, EXPENDITURE, APPROPRIATION, GENERAL, BASIC, PUBLIC, TableKind.GOVERNMENT_FUNDS)


def given(*kinds: TableKind, listed: bool = False) -> Document:
    contents = ["目录", *(TITLES.get(kind, "2024年政府性基金支出表") for kind in CORE)] if listed else []
    return document(contents=contents, tables=[table(kind, index) for index, kind in enumerate(kinds)])


def test_it_holds() -> None:
    assert is_sound(RULE, given(*CORE))


def test_it_is_broken() -> None:
    [finding] = wrong(RULE, given(*(kind for kind in CORE if kind is not REVENUE)))
    assert finding.severity == Severity.WARNING
    assert "收入总表" in finding.message


def test_what_the_contents_page_lists_and_the_body_lacks_is_an_error() -> None:
    [finding] = wrong(RULE, given(*(kind for kind in CORE if kind is not REVENUE), listed=True))
    assert finding.severity == Severity.ERROR
    assert finding.places[0].printed == "2024年收入总表"


def test_a_title_in_the_body_leaves_the_doubt_to_us() -> None:
    titled = Grid(((Cell("2024年收入总表"),), (Cell("一张图"),)), page=6)
    tables = [table(kind, index) for index, kind in enumerate(CORE) if kind is not REVENUE]
    unread = table(TableKind.OTHER, 9, title=None, grids=(titled,))
    contents = ["目录", "一、收支总表", "二、收入总表", "三、支出总表"]
    [finding] = wrong(RULE, document(contents=contents, tables=[*tables, unread]))
    assert finding.severity == Severity.WARNING


def test_what_comes_near_is_let_pass() -> None:
    government = TableKind.BASIC_EXPENDITURE_GOVERNMENT
    assert is_sound(RULE, given(*(government if kind is BASIC else kind for kind in CORE)))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["本单位是河谷市的水务部门。"]))
