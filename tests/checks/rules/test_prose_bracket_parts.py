"""prose.bracket_parts: 括号内各项之和不大于整体."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "prose.bracket_parts"


def given(whole: str, parts: str) -> Document:
    return document(prose=[f"本工程地上建筑面积为{whole}平方米（其中{parts}），高度为29.8米。"])


def test_it_holds() -> None:
    assert is_sound(RULE, given("8103", "计容面积7998平方米，不计容面积105平方米"))


def test_it_is_broken() -> None:
    [finding] = wrong(RULE, given("8013", "计容面积7998平方米，不计容面积105平方米"))
    assert "8103平方米" in finding.message
    assert finding.places


def test_a_list_that_is_not_whole_is_let_pass() -> None:
    assert is_sound(RULE, given("9000", "计容面积7998平方米，不计容面积105平方米"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, given("8013", "办公用房7998平方米，南楼105平方米"))
