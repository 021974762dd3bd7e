"""wording.percent_sign: 百分比带有%."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "wording.percent_sign"


def given(said: str) -> Document:
    return document(prose=[f"增加10.00万元，增长{said}。"])


def test_it_holds() -> None:
    assert is_sound(RULE, given("13.95%"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("13.95"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("较快"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document())
