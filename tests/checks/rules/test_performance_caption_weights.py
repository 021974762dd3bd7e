"""performance.caption_weights: 一级指标分值等于标题所注."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, form, indicator, is_sound, is_unchecked, wrong

RULE = "performance.caption_weights"


def given(printed: str) -> Document:
    return document(
        tables=[form(TableKind.REVIEW_PROJECT, ["产出指标（50分）", "数量指标"])],
        indicators=[indicator("清淤长度", printed), indicator("及时率", "20")],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("30"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("20"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(
        RULE,
        document(
            tables=[form(TableKind.REVIEW_PROJECT, ["产出指标（50分）", "数量指标"])],
            indicators=[indicator("清淤长度", "50")],
        ),
    )


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE,
        document(
            tables=[form(TableKind.REVIEW_PROJECT, ["产出指标", "数量指标"])], indicators=[indicator("清淤长度", "50")]
        ),
    )
