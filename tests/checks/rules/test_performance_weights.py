"""performance.weights: 指标分值合计为100分."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, indicator, is_sound, is_unchecked, table, wrong

RULE = "performance.weights"


def given(printed: str) -> Document:
    return document(
        tables=[table(TableKind.PERFORMANCE_PROJECT)],
        indicators=[indicator("清淤长度", printed), indicator("及时率", "50")],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("50"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("30"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("40"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(tables=[table(TableKind.PERFORMANCE_PROJECT)], indicators=[indicator("清淤长度")])
    )
