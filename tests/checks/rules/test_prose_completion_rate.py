"""prose.completion_rate: 完成率等于决算数除以预算数."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import ACCOUNTS, document, is_rounding, is_sound, is_unchecked, wrong

RULE = "prose.completion_rate"


def given(said: str) -> Document:
    return document(
        prose=[
            f"教育支出（类）普通教育（款）小学教育（项）。年初预算为20万元，支出决算为12.74万元，完成年初预算的{said}%。"
        ],
        identity=ACCOUNTS,
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("63.70"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("73.70"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("63.71"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["支出决算为12.74万元。"], identity=ACCOUNTS))
