"""performance.wording: 指标写明衡量什么、衡量到多少."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, indicator, is_sound, is_unchecked, table, wrong

RULE = "performance.wording"


def given(level3: str, target: str | None) -> Document:
    one = indicator(level3, level2="数量指标", target=target)
    return document(tables=[table(TableKind.PERFORMANCE_PROJECT)], indicators=[one])


def test_it_holds() -> None:
    assert is_sound(RULE, given("清淤河道长度", "12公里"))


def test_it_is_broken() -> None:
    [same] = wrong(RULE, given("数量指标", "12公里"))
    [vague] = wrong(RULE, given("清淤河道长度", "按计划完成"))
    [empty] = wrong(RULE, given("清淤河道长度", None))
    assert "同名" in same.message
    assert "没有数字" in vague.message
    assert "没有写指标值" in empty.message


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("清淤数量指标", "一年两次"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(tables=[table(TableKind.PERFORMANCE_PROJECT)]))
