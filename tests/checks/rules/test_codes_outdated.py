"""codes.outdated: 类级科目用现行名称."""

from __future__ import annotations

from disclosures.checks.document import Document
from disclosures.recognition.statements import Identity
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "codes.outdated"


def given(sentence: str) -> Document:
    return document(prose=[sentence])


def test_it_holds() -> None:
    assert is_sound(RULE, given("卫生健康支出10万元。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("医疗卫生与计划生育支出10万元。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("医疗卫生与计划生育服务工作。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["医疗卫生与计划生育支出10万元。"], identity=Identity()))
