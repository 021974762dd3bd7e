"""performance.score_range: 得分在0与分值之间."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, indicator, is_sound, is_unchecked, table, wrong

RULE = "performance.score_range"


def given(printed: str) -> Document:
    return document(tables=[table(TableKind.REVIEW_PROJECT)], indicators=[indicator("清淤长度", "5", printed)])


def test_it_holds() -> None:
    assert is_sound(RULE, given("4"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("6"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("5"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(tables=[table(TableKind.REVIEW_PROJECT)], indicators=[indicator("清淤长度", "5")])
    )
