"""tables.revenue: 收支总表的收入等于收入表合计."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    REVENUE,
    SUMMARY,
    Direction,
    Item,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "tables.revenue"


def given(printed: str) -> Document:
    return document(
        fact("10.00", item=Item.TOTAL, direction=Direction.REVENUE),
        fact(printed, 1, item=Item.TOTAL, direction=Direction.REVENUE),
        tables=[table(SUMMARY), table(REVENUE, 1)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("10.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("11.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("10.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(fact("10.00", item=Item.TOTAL, direction=Direction.REVENUE), tables=[table(SUMMARY)])
    )
