"""continuity.prior_column: 上年数等于上年公开数."""

from __future__ import annotations

from dataclasses import replace

from disclosures.checks.document import Document
from disclosures.checks.judging import ROUNDING
from tests.checks.literal import (
    BUDGET,
    PUBLIC,
    Item,
    document,
    fact,
    of_pair,
    table,
)

RULE = "continuity.prior_column"


def public(printed: str, year: int) -> Document:
    amount = fact(printed, item=Item.RECEPTION, fiscal_year=2023)
    return document(amount, tables=[table(PUBLIC)], identity=replace(BUDGET, fiscal_year=year))


def given(now: str) -> tuple[Document, Document]:
    return public("3.00", 2023), public(now, 2024)


def test_it_holds() -> None:
    assert of_pair(RULE, *given("3.00")).findings == ()


def test_it_is_broken() -> None:
    assert [one.code for one in of_pair(RULE, *given("4.00")).findings] == [RULE]


def test_rounding_is_a_hint() -> None:
    assert [one.code for one in of_pair(RULE, *given("3.01")).findings] == [ROUNDING]


def test_it_says_when_it_is_not_checked() -> None:
    result = of_pair(RULE, document(identity=replace(BUDGET, fiscal_year=2023)), given("4.00")[1])
    assert result.findings == ()
    assert result.unchecked
