"""codes.name: 科目编码与名称相符."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import BASIC, document, fact, is_sound, is_unchecked, table, wrong

RULE = "codes.name"


def given(printed: str) -> Document:
    return document(fact("1.00", economic="30202", heading=printed), tables=[table(BASIC)])


def test_it_holds() -> None:
    assert is_sound(RULE, given("印刷费"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("咨询费"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("印刷费用等"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(tables=[table(BASIC)]))
