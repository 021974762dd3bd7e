"""codes.institution: 事业单位使用事业单位的政府经济科目."""

from __future__ import annotations

from dataclasses import replace

from disclosures.checks.document import Document
from disclosures.vocabulary import Scope
from tests.checks.literal import BUDGET, TableKind, coded, document, is_sound, is_unchecked, table, wrong

RULE = "codes.institution"
ALONE = replace(BUDGET, scope=Scope.UNIT)


def given(code: str, said: str = "本单位为公益一类事业单位。") -> Document:
    tables = [table(TableKind.BASIC_EXPENDITURE_GOVERNMENT, title="2024年基本支出表")]
    return document(coded({code: "3.00"}), tables=tables, prose=[said], identity=ALONE)


def test_it_holds() -> None:
    assert is_sound(RULE, given("505"))


def test_it_is_broken() -> None:
    [finding] = wrong(RULE, given("501"))
    assert "505" in finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert wrong(RULE, given("501", "本单位为参照公务员法管理的公益一类事业单位。")) == []


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, given("501", "本单位负责河道管理。"))
