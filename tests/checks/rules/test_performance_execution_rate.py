"""performance.execution_rate: 执行率等于执行数除以全年预算数."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, form, is_rounding, is_sound, is_unchecked, wrong

RULE = "performance.execution_rate"


def given(printed: str) -> Document:
    return document(
        tables=[
            form(
                TableKind.REVIEW_PROJECT,
                ["", "年度资金总额", "10.00", "10.00", "8.00", "10", "80.00%", "8.0"],
                ["", "当年财政拨款", "9.00", "9.00", "7.20", "9", printed, "7.2"],
                ["", "上年结转资金", "1.00", "1.00", "0.80", "1", "80.00%", "0.8"],
            )
        ]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("80.00%"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("88.00%"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("80.01%"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(tables=[form(TableKind.REVIEW_PROJECT, ["", "年度资金总额", "10.00"])]))
