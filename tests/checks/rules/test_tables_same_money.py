"""tables.same_money: 功能科目与对应的经济科目一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    BASIC,
    GENERAL,
    Fund,
    Nature,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "tables.same_money"


def given(printed: str) -> Document:
    return document(
        fact("7.86", function="2210201", nature=Nature.BASIC, fund=Fund.GENERAL_PUBLIC),
        fact(printed, 1, economic="30113", nature=Nature.BASIC),
        tables=[table(GENERAL), table(BASIC, 1)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("7.86"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("7.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("7.87"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("7.86", function="2210201", nature=Nature.BASIC), tables=[table(GENERAL)]))
