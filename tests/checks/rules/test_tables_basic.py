"""tables.basic: 基本支出按功能与按经济分类相等."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    BASIC,
    GENERAL,
    Fund,
    Item,
    Nature,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "tables.basic"


def given(printed: str) -> Document:
    return document(
        fact("8.00", item=Item.TOTAL, nature=Nature.BASIC, fund=Fund.GENERAL_PUBLIC),
        fact(printed, 1, item=Item.TOTAL, nature=Nature.BASIC),
        tables=[table(GENERAL), table(BASIC, 1)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("8.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("7.90"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("8.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("8.00", item=Item.TOTAL, nature=Nature.BASIC), tables=[table(BASIC)]))
