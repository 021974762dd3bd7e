"""completeness.declared_empty: 写明为空的表没有金额."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import PUBLIC, Item, document, fact, is_sound, is_unchecked, table, wrong

RULE = "completeness.declared_empty"


def given(printed: str) -> Document:
    return document(fact(printed, item=Item.THREE_PUBLIC), tables=[table(PUBLIC, declared_empty=True)])


def test_it_holds() -> None:
    assert is_sound(RULE, document(tables=[table(PUBLIC, declared_empty=True)]))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("5.00"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("0.00"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("5.00", item=Item.THREE_PUBLIC), tables=[table(PUBLIC)]))
