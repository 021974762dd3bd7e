"""codes.fund: 基金科目不列入一般公共预算."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import GENERAL, TableKind, document, fact, is_sound, is_unchecked, table, wrong

RULE = "codes.fund"


def given(first: str, second: str) -> Document:
    return document(fact(first, function=second), tables=[table(GENERAL)])


def test_it_holds() -> None:
    assert is_sound(RULE, given("1.00", "2120101"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("1.00", "2120801"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("0.00", "2120801"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("1.00", function="2120801"), tables=[table(TableKind.GOVERNMENT_FUNDS)]))
