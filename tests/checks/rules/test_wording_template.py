"""wording.template: 没有留下模板用语."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "wording.template"


def given(sentence: str) -> Document:
    return document(prose=[sentence])


def test_it_holds() -> None:
    assert is_sound(RULE, given("支出增加的主要原因是业务量增加。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("支出增加（减少）的主要原因是业务量增加。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("支出增加（含减少的项目）是因为业务量变化。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document())
