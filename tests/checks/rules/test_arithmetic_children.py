"""arithmetic.children: 上级科目等于下级科目之和."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import EXPENDITURE, coded, document, is_rounding, is_sound, is_unchecked, table, wrong

RULE = "arithmetic.children"


def given(first: str, second: str) -> Document:
    return document(coded({"205": first, "20501": "1.00", "20502": second}), tables=[table(EXPENDITURE)])


def test_it_holds() -> None:
    assert is_sound(
        RULE,
        document(
            coded({"205": "3.00", "20501": "1.00", "20502": "2.00", "total": "3.00"}), tables=[table(EXPENDITURE)]
        ),
    )


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("3.00", "1.50"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("3.01", "2.00"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(coded({"205": "3.00", "20501": ""}), tables=[table(EXPENDITURE)]))
