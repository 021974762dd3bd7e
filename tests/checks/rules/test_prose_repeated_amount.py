"""prose.repeated_amount: 同一段文字前后金额一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_rounding, is_sound, is_unchecked, wrong

RULE = "prose.repeated_amount"


def given(said: str) -> Document:
    return document(
        prose=[
            f"教育支出（类）普通教育（款）小学教育（项）56.12万元。2023年预算执行数为57.43万元，2024年预算安排{said}万元。"
        ]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("56.12"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("57.80"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("56.13"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["教育支出（类）普通教育（款）小学教育（项）56.12万元。"]))
