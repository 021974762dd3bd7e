"""continuity.carried: 上年末结转等于本年初结转."""

from __future__ import annotations

from dataclasses import replace

from disclosures.checks.document import Document
from disclosures.checks.judging import ROUNDING
from tests.checks.literal import (
    ACCOUNTS,
    SUMMARY,
    Direction,
    Item,
    Phase,
    document,
    fact,
    of_pair,
    table,
)

RULE = "continuity.carried"


def carried(printed: str, item: Item, year: int) -> Document:
    balance = fact(printed, item=item, direction=Direction.BALANCE, fiscal_year=year, phase=Phase.OUTTURN)
    return document(balance, tables=[table(SUMMARY)], identity=replace(ACCOUNTS, fiscal_year=year))


def given(opening: str) -> tuple[Document, Document]:
    return carried("5.00", Item.CARRIED_OUT, 2023), carried(opening, Item.CARRIED_IN, 2024)


def test_it_holds() -> None:
    assert of_pair(RULE, *given("5.00")).findings == ()


def test_it_is_broken() -> None:
    assert [one.code for one in of_pair(RULE, *given("4.00")).findings] == [RULE]


def test_rounding_is_a_hint() -> None:
    assert [one.code for one in of_pair(RULE, *given("5.01")).findings] == [ROUNDING]


def test_it_says_when_it_is_not_checked() -> None:
    result = of_pair(RULE, carried("5.00", Item.CARRIED_OUT, 2022), given("4.00")[1])
    assert result.findings == ()
    assert result.unchecked
