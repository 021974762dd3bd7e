"""arithmetic.carried: 总计等于本年数加结转结余."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    SUMMARY,
    Direction,
    Item,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    items,
    table,
    wrong,
)

RULE = "arithmetic.carried"


def given(printed: str) -> Document:
    return document(
        items({Item.CURRENT_YEAR_TOTAL: "9.00", Item.TOTAL: printed}, direction=Direction.REVENUE),
        fact("1.00", item=Item.CARRIED_IN, direction=Direction.BALANCE),
        tables=[table(SUMMARY)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("10.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("10.50"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("10.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(items({Item.TOTAL: "10.00"}, direction=Direction.REVENUE), tables=[table(SUMMARY)])
    )
