"""wording.scope: 部门、单位用语与封面一致."""

from __future__ import annotations

from dataclasses import replace

from disclosures.checks.document import Document
from tests.checks.literal import BUDGET, document, is_sound, is_unchecked, wrong

RULE = "wording.scope"


def given(sentence: str) -> Document:
    return document(prose=[sentence], identity=replace(BUDGET, sources=(("scope", "单位预算"),)))


def test_it_holds() -> None:
    assert is_sound(RULE, given("2024年单位预算安排购置车辆0辆。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("2024年部门预算安排购置车辆0辆。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("本表按部门预算经济分类编列。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["2024年部门预算安排购置车辆0辆。"]))
