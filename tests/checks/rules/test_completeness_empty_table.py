"""completeness.empty_table: 空表写明为空."""

from __future__ import annotations

from tests.checks.literal import Item, TableKind, document, fact, is_sound, is_unchecked, table, wrong

RULE = "completeness.empty_table"


def test_it_holds() -> None:
    assert is_sound(RULE, document(tables=[table(TableKind.GOVERNMENT_FUNDS, declared_empty=True)]))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, document(tables=[table(TableKind.GOVERNMENT_FUNDS)]))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, document(fact("0.00", item=Item.TOTAL), tables=[table(TableKind.GOVERNMENT_FUNDS)]))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document())
