"""performance.total_score: 总分等于各项得分之和."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, form, indicator, is_sound, is_unchecked, wrong

RULE = "performance.total_score"


def given(printed: str) -> Document:
    return document(
        tables=[form(TableKind.REVIEW_PROJECT, ["总分", "", "90", printed])],
        indicators=[indicator("清淤长度", "60", "58"), indicator("及时率", "30", "30")],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("88"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("86"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("88.0"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE,
        document(
            tables=[form(TableKind.REVIEW_PROJECT, ["总分", "", "80", "88"])],
            indicators=[indicator("清淤长度", "60", "58"), indicator("及时率", "30", "30")],
        ),
    )
