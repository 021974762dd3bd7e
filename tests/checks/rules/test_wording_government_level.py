"""wording.government_level: 政府层级与所在地区一致."""

from __future__ import annotations

from dataclasses import replace

from disclosures.checks.document import Document
from disclosures.recognition.statements import Identity
from tests.checks.literal import BUDGET, document, is_sound, is_unchecked, wrong

RULE = "wording.government_level"


def given(said: str) -> Document:
    return document(prose=[f"是{said}级预算主管部门取得的拨款。"], identity=replace(BUDGET, region="河谷市东城区"))


def test_it_holds() -> None:
    assert is_sound(RULE, given("区"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("市"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, document(prose=["是市级预算主管部门取得的拨款。"]))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["是市级预算主管部门取得的拨款。"], identity=Identity()))
