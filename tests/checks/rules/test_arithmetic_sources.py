"""arithmetic.sources: 收入合计等于各项来源之和."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    SUMMARY,
    Direction,
    Item,
    document,
    is_rounding,
    is_sound,
    is_unchecked,
    items,
    table,
    wrong,
)

RULE = "arithmetic.sources"


def given(printed: str) -> Document:
    return document(
        items(
            {Item.APPROPRIATION: "8.00", Item.OTHER_REVENUE: "2.00", Item.TOTAL: printed}, direction=Direction.REVENUE
        ),
        tables=[table(SUMMARY)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("10.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("12.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("10.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(items({Item.TOTAL: "10.00"}, direction=Direction.REVENUE), tables=[table(SUMMARY)])
    )
