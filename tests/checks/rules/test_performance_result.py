"""performance.result: 实际完成情况与指标一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, form, indicator, is_sound, is_unchecked, wrong

RULE = "performance.result"


def given(result: str, actual: str) -> Document:
    review = form(TableKind.REVIEW_PROJECT, ("目标", "预期目标", "实际完成情况"), ("", "建成短信平台。", result))
    one = indicator("运行可靠性（短信平台第二期）", "2", "0", target="≥99%", actual=actual)
    return document(tables=[review], indicators=[one])


def test_it_holds() -> None:
    assert is_sound(RULE, given("全年系统运行。短信平台运转。", "99.5%"))


def test_it_is_broken() -> None:
    [finding] = wrong(RULE, given("全年系统运行。短信平台运转。", "因需求取消故未执行"))
    assert "短信平台运转" in finding.message
    assert len(finding.places) == 2


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("短信平台因需求取消。", "因需求取消故未执行"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(indicators=[indicator("运行可靠性")]))
