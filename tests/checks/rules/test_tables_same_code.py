"""tables.same_code: 同一科目在支出表与一般公共预算支出表中一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    EXPENDITURE,
    GENERAL,
    Fund,
    coded,
    document,
    is_rounding,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "tables.same_code"


def given(printed: str) -> Document:
    return document(
        coded({"205": "3.00", "2050201": "2.00"}),
        coded({"205": "3.00", "2050201": printed}, index=1, fund=Fund.GENERAL_PUBLIC),
        tables=[table(EXPENDITURE), table(GENERAL, 1)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("2.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("2.10"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("2.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(coded({"205": "3.00", "2050201": "2.00"}), tables=[table(EXPENDITURE)]))
