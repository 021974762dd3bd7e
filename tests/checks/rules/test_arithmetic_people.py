"""arithmetic.people: 人员经费与公用经费合计等于所含各类."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    BASIC,
    Item,
    Nature,
    coded,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "arithmetic.people"


def given(printed: str) -> Document:
    return document(
        coded({"301": "8.00", "303": "0.50", "302": "1.00"}, nature=Nature.BASIC),
        fact(printed, item=Item.PERSONNEL_TOTAL, nature=Nature.PERSONNEL),
        tables=[table(BASIC)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("8.50"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("8.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("8.51"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(coded({"301": "8.00", "302": "1.00"}, nature=Nature.BASIC), tables=[table(BASIC)])
    )
