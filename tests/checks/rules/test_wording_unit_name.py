"""wording.unit_name: 单位名称与封面一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from disclosures.recognition.statements import Identity
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "wording.unit_name"

NAMED = Identity(unit="河谷市规划和自然资源局")


def given(sentence: str) -> Document:
    return document(prose=[sentence], identity=NAMED)


def test_it_holds() -> None:
    assert is_sound(RULE, given("河谷市规划和自然资源局没有收支。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("河谷市规划与自然资源局没有收支。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("河谷市规划展览馆没有收支。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["河谷市规划与自然资源局没有收支。"], identity=Identity()))
