"""continuity.money_unit: 与上一份文件的金额单位一致."""

from __future__ import annotations

from dataclasses import replace

from disclosures.checks.document import Document
from tests.checks.literal import (
    BUDGET,
    SUMMARY,
    Item,
    document,
    fact,
    of_pair,
    table,
)

RULE = "continuity.money_unit"


def given(now: str) -> tuple[Document, Document]:
    last_year = replace(BUDGET, fiscal_year=2023)
    earlier = document(fact("100.00", item=Item.TOTAL, fiscal_year=2023), tables=[table(SUMMARY)], identity=last_year)
    return earlier, document(fact(now, item=Item.TOTAL), tables=[table(SUMMARY)])


def test_it_holds() -> None:
    assert of_pair(RULE, *given("120.00")).findings == ()


def test_it_is_broken() -> None:
    assert [one.code for one in of_pair(RULE, *given("1,000,000.00")).findings] == [RULE]


def test_a_hundredfold_rise_is_a_rise_and_no_other_unit() -> None:
    assert of_pair(RULE, *given("10,000.00")).findings == ()


def test_it_says_when_it_is_not_checked() -> None:
    result = of_pair(RULE, document(identity=replace(BUDGET, fiscal_year=2023)), given("1,000,000.00")[1])
    assert result.findings == ()
    assert result.unchecked
