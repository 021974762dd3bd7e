"""tables.general_public: 财政拨款总表的一般公共预算等于一般公共预算支出表."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    APPROPRIATION,
    GENERAL,
    Fund,
    Item,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "tables.general_public"


def given(printed: str) -> Document:
    return document(
        fact("9.00", item=Item.TOTAL, fund=Fund.GENERAL_PUBLIC),
        fact(printed, 1, item=Item.TOTAL, fund=Fund.GENERAL_PUBLIC),
        tables=[table(APPROPRIATION), table(GENERAL, 1)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("9.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("8.90"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("9.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(fact("9.00", item=Item.TOTAL, fund=Fund.GENERAL_PUBLIC), tables=[table(APPROPRIATION)])
    )
