"""arithmetic.funds: 每行合计等于各类资金之和."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import APPROPRIATION, Fund, document, fact, is_rounding, is_sound, is_unchecked, table, wrong

RULE = "arithmetic.funds"


def given(first: str, second: str) -> Document:
    return document(
        [
            fact(first, function="205", row=4),
            fact("8.00", function="205", row=4, fund=Fund.GENERAL_PUBLIC),
            fact(second, function="205", row=4, fund=Fund.GOVERNMENT_FUNDS),
        ],
        tables=[table(APPROPRIATION)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("9.00", "1.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("9.00", "3.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("9.01", "1.00"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("9.00", function="205", row=4), tables=[table(APPROPRIATION)]))
