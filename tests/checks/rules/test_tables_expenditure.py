"""tables.expenditure: 收支总表的支出等于支出表."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import EXPENDITURE, SUMMARY, document, fact, is_rounding, is_sound, is_unchecked, table, wrong

RULE = "tables.expenditure"


def given(printed: str) -> Document:
    return document(
        fact("3.00", function="205"), fact(printed, 1, function="205"), tables=[table(SUMMARY), table(EXPENDITURE, 1)]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("3.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("3.10"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("3.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("3.00", function="205"), tables=[table(SUMMARY)]))
