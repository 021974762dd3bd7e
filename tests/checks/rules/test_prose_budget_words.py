"""prose.budget_words: 大于、小于与金额相符."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import ACCOUNTS, document, is_sound, is_unchecked, wrong

RULE = "prose.budget_words"


def given(said: str) -> Document:
    return document(
        prose=[
            f"教育支出（类）普通教育（款）小学教育（项）。年初预算为80.81万元，支出决算为80.38万元。决算数{said}的主要原因：缴费基数变化。"
        ],
        identity=ACCOUNTS,
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("小于预算数"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("大于预算数"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("与预算数基本持平"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["决算数大于预算数的主要原因：缴费基数变化。"], identity=ACCOUNTS))
