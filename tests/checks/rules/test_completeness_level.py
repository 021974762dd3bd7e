"""completeness.level: 一般公共预算支出列到项级，基本支出列到款级."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import GENERAL, coded, document, fact, is_sound, is_unchecked, table, wrong

RULE = "completeness.level"


def given(printed: str) -> Document:
    return document(fact("1.00", function=printed), tables=[table(GENERAL)])


def test_it_holds() -> None:
    assert is_sound(RULE, given("2050201"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("205"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, document(coded({"205": "1.00", "2050201": "1.00"}), tables=[table(GENERAL)]))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(tables=[table(GENERAL)]))
