"""tables.projects: 项目表合计等于支出表的项目支出."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    EXPENDITURE,
    Item,
    Nature,
    TableKind,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "tables.projects"


def given(printed: str) -> Document:
    return document(
        fact("5.00", item=Item.TOTAL, nature=Nature.PROJECT),
        fact(printed, 1, item=Item.TOTAL),
        tables=[table(EXPENDITURE), table(TableKind.PROJECT_EXPENDITURE, 1)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("5.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("4.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("5.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("5.00", item=Item.TOTAL), tables=[table(TableKind.PROJECT_EXPENDITURE)]))
