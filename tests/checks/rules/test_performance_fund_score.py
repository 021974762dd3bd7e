"""performance.fund_score: 资金得分等于分值乘以执行率."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, form, is_rounding, is_sound, is_unchecked, wrong

RULE = "performance.fund_score"


def given(printed: str) -> Document:
    return document(
        tables=[
            form(
                TableKind.REVIEW_PROJECT,
                ["", "年度资金总额", "10.00", "10.00", "8.00", "10", "80.00%", printed],
                ["", "当年财政拨款", "9.00", "9.00", "7.20", "9", "80.00%", "7.2"],
                ["", "上年结转资金", "1.00", "1.00", "0.80", "1", "80.00%", "0.8"],
            )
        ]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("8.0"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("9.0"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("8.1"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(tables=[form(TableKind.REVIEW_PROJECT, ["", "年度资金总额", "10.00"])]))
