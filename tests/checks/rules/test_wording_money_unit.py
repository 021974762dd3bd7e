"""wording.money_unit: 金额写全单位."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "wording.money_unit"


def given(sentence: str) -> Document:
    return document(prose=[sentence])


def test_it_holds() -> None:
    assert is_sound(RULE, given("接待支出0.39万元。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("接待支出0.39万（含外宾接待）。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("处理报警1.8万件。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document())
