"""codes.unknown: 科目编码在科目表中."""

from __future__ import annotations

from tests.checks.literal import BASIC, GENERAL, Item, document, fact, is_sound, is_unchecked, table, wrong

RULE = "codes.unknown"


def test_it_holds() -> None:
    assert is_sound(RULE, document(fact("1.00", economic="30202"), tables=[table(BASIC)]))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, document(fact("1.00", economic="39877"), tables=[table(BASIC)]))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, document(fact("1.00", function="205"), tables=[table(GENERAL)]))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("1.00", item=Item.TOTAL), tables=[table(BASIC)]))
