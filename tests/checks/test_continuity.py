"""Two files of one unit: what was carried, last year's amounts, approved budgets and money units."""

from __future__ import annotations

from dataclasses import replace

import pytest

from disclosures.checks.document import Document
from disclosures.checks.judging import ROUNDING
from tests.checks.literal import (
    ACCOUNTS,
    BUDGET,
    PUBLIC,
    SUMMARY,
    Direction,
    Item,
    Phase,
    document,
    fact,
    of_pair,
    table,
)

LAST_ACCOUNTS = replace(ACCOUNTS, fiscal_year=2023)
LAST_BUDGET = replace(BUDGET, fiscal_year=2023)


def carried(printed: str, item: Item, year: int) -> Document:
    balance = fact(printed, item=item, direction=Direction.BALANCE, fiscal_year=year, phase=Phase.OUTTURN)
    return document(balance, tables=[table(SUMMARY)], identity=ACCOUNTS if year == 2024 else LAST_ACCOUNTS)


@pytest.mark.parametrize(("opening", "codes"), [("5.00", []), ("4.00", ["continuity.carried"]), ("5.01", [ROUNDING])])
def test_what_was_carried_out_is_carried_in(opening: str, codes: list[str]) -> None:
    pair = carried("5.00", Item.CARRIED_OUT, 2023), carried(opening, Item.CARRIED_IN, 2024)
    assert [one.code for one in of_pair("continuity.carried", *pair).findings] == codes


def test_years_that_do_not_follow_are_not_checked() -> None:
    pair = carried("5.00", Item.CARRIED_OUT, 2024), carried("4.00", Item.CARRIED_IN, 2024)
    result = of_pair("continuity.carried", *pair)
    assert result.findings == ()
    assert result.unchecked


def public(printed: str, own_year: int, **dimensions: object) -> Document:
    amount = fact(printed, item=Item.RECEPTION, **{"fiscal_year": 2023, **dimensions})
    return document(amount, tables=[table(PUBLIC)], identity=BUDGET if own_year == 2024 else LAST_BUDGET)


@pytest.mark.parametrize(("now", "broken"), [("3.00", False), ("4.00", True)])
def test_the_column_of_last_year_is_last_years_table(now: str, broken: bool) -> None:
    assert bool(of_pair("continuity.prior_column", public("3.00", 2023), public(now, 2024)).findings) == broken


@pytest.mark.parametrize(("before", "broken"), [("102.63", False), ("100.63", True)])
def test_an_amount_less_its_change_is_last_years_amount(before: str, broken: bool) -> None:
    earlier = document(prose=[f"2023年本单位支出预算{before}万元。"], identity=LAST_BUDGET)
    later = document(prose=["2024年本单位支出预算105.06万元，比2023年预算增加2.43万元，上升2.37%。"])
    assert bool(of_pair("continuity.prior_amount", earlier, later).findings) == broken


@pytest.mark.parametrize(("stated", "broken"), [("6.60", False), ("5.60", True)])
def test_final_accounts_repeat_the_published_budget(stated: str, broken: bool) -> None:
    budget = document(fact("6.60", item=Item.THREE_PUBLIC), tables=[table(PUBLIC)])
    accounts = document(fact(stated, item=Item.THREE_PUBLIC), tables=[table(PUBLIC)], identity=ACCOUNTS)
    assert bool(of_pair("continuity.approved", budget, accounts).findings) == broken


@pytest.mark.parametrize(("now", "broken"), [("120.00", False), ("1,000,000.00", True)])
def test_money_units_do_not_change_between_files(now: str, broken: bool) -> None:
    earlier = document(fact("100.00", item=Item.TOTAL, fiscal_year=2023), tables=[table(SUMMARY)], identity=LAST_BUDGET)
    later = document(fact(now, item=Item.TOTAL), tables=[table(SUMMARY)])
    assert bool(of_pair("continuity.money_unit", earlier, later).findings) == broken
