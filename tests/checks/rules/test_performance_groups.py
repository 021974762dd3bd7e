"""performance.groups: 产出、效益、满意度指标齐全."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, indicator, is_sound, is_unchecked, table, wrong

RULE = "performance.groups"


def given(first: str, second: str) -> Document:
    return document(
        tables=[table(TableKind.PERFORMANCE_PROJECT)],
        indicators=[indicator("一", "50"), indicator("二", "40", level1=first), indicator("三", "10", level1=second)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("效益指标", "满意度指标"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("产出指标", "满意度指标"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("效益指标（30分）", "服务对象满意度"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(tables=[table(TableKind.PERFORMANCE_PROJECT)], indicators=[indicator("一", "50", level1=None)])
    )
