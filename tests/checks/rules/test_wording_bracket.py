"""wording.bracket: 括号成对."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "wording.bracket"


def given(sentence: str) -> Document:
    return document(prose=[sentence])


def test_it_holds() -> None:
    assert is_sound(RULE, given("因公出国（境）费0万元。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("采购金额（以合同为准为10万元。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("1）采购；2）维护。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document())
