"""performance.full_score: 得满分的指标确已完成."""

from __future__ import annotations

import pytest

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, indicator, is_sound, is_unchecked, table, wrong

RULE = "performance.full_score"


def given(target: str, actual: str, score: str = "5") -> Document:
    one = indicator("编制方案", "5", score, target=target, actual=actual)
    return document(tables=[table(TableKind.REVIEW_PROJECT)], indicators=[one])


def test_it_holds() -> None:
    assert is_sound(RULE, given("完成方案编制", "已完成方案编制"))


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("完成方案编制", "完成初稿编制"),
        ("6个月内", "编制工作中途暂停"),
        ("183万元", "支付139.72万元，支付率76.35%"),
        ("2023年1月~2023年12月", "2022年8月~2023年8月"),
    ],
)
def test_it_is_broken(target: str, actual: str) -> None:
    [finding] = wrong(RULE, given(target, actual))
    assert "满分" in finding.message
    assert finding.places


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("完成初稿", "完成初稿"),
        ("不停机", "全年未暂停服务"),
        ("支付率≥70%", "支付率76.35%"),
        ("不发生事故", "未发生事故"),
    ],
)
def test_what_comes_near_is_let_pass(target: str, actual: str) -> None:
    assert is_sound(RULE, given(target, actual))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, given("完成方案编制", "完成初稿编制", "3"))
