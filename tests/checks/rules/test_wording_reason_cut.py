"""wording.reason_cut: 原因写完整."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "wording.reason_cut"


def given(sentence: str) -> Document:
    return document(prose=[sentence])


def test_it_holds() -> None:
    assert is_sound(RULE, given("与上年持平，主要原因是车辆数无变化。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("与上年持平，主要原因是。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("主要原因是：车辆数无变化。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document())
