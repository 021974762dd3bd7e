"""wording.punctuation: 标点不重复."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "wording.punctuation"


def given(printed: str) -> Document:
    return document(prose=[printed])


def test_it_holds() -> None:
    assert is_sound(RULE, given("本年没有收支。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("本年没有收支。。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("一、收入；二、支出。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document())
