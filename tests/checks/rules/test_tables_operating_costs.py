"""tables.operating_costs: 机关运行经费各表一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    PUBLIC,
    Item,
    TableKind,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "tables.operating_costs"


def given(printed: str) -> Document:
    return document(
        fact("5.00", item=Item.OPERATING_COSTS),
        fact(printed, 1, item=Item.TOTAL),
        tables=[table(PUBLIC), table(TableKind.OPERATING_COSTS, 1)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("5.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("6.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("5.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("5.00", item=Item.OPERATING_COSTS), tables=[table(PUBLIC)]))
