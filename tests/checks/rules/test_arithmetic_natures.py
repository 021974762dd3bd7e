"""arithmetic.natures: 合计等于基本支出与项目支出之和."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    EXPENDITURE,
    Nature,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "arithmetic.natures"


def given(first: str, second: str) -> Document:
    return document(
        [
            fact(first, function="205"),
            fact(second, function="205", nature=Nature.BASIC),
            fact("3.00", function="205", nature=Nature.PROJECT),
        ],
        tables=[table(EXPENDITURE)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("5.00", "2.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("5.00", "5.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("5.01", "2.00"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("5.00", function="205"), tables=[table(EXPENDITURE)]))
