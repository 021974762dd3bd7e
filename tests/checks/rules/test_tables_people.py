"""tables.people: 人员经费、公用经费在收支总表与基本支出表中一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    BASIC,
    SUMMARY,
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

RULE = "tables.people"


def given(first: str, second: str) -> Document:
    return document(
        [
            fact("8.00", item=Item.TOTAL, nature=Nature.PERSONNEL),
            fact("2.00", item=Item.TOTAL, nature=Nature.OPERATING),
        ],
        [
            fact(first, 1, item=Item.TOTAL, nature=Nature.PERSONNEL),
            fact(second, 1, item=Item.TOTAL, nature=Nature.OPERATING),
        ],
        tables=[table(SUMMARY), table(BASIC, 1)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("8.00", "2.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("7.50", "2.50"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("8.01", "1.9901"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("8.00", item=Item.TOTAL, nature=Nature.PERSONNEL), tables=[table(SUMMARY)]))
