"""codes.parent: 列有下级科目时列有上级科目."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import GENERAL, coded, document, is_sound, is_unchecked, table, wrong

RULE = "codes.parent"


def given(printed: str) -> Document:
    return document(coded({"205": "1.00", printed: "1.00"}), tables=[table(GENERAL)])


def test_it_holds() -> None:
    assert is_sound(RULE, given("2050201"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("2080505"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("20502"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(tables=[table(GENERAL)]))
