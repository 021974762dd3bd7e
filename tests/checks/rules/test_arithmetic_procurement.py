"""arithmetic.procurement: 政府采购合计等于货物、工程、服务之和."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    Item,
    TableKind,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    items,
    table,
    wrong,
)

RULE = "arithmetic.procurement"


def given(printed: str) -> Document:
    return document(
        items({Item.PROCUREMENT: printed, Item.PROCUREMENT_GOODS: "1.00", Item.PROCUREMENT_SERVICES: "2.00"}),
        tables=[table(TableKind.PROCUREMENT)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("3.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("4.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("3.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("3.00", item=Item.PROCUREMENT), tables=[table(TableKind.PROCUREMENT)]))
