"""continuity.prior_amount: 推算的上年数等于上年公开数."""

from __future__ import annotations

from dataclasses import replace

from disclosures.checks.document import Document
from disclosures.checks.judging import ROUNDING
from tests.checks.literal import (
    BUDGET,
    document,
    of_pair,
)

RULE = "continuity.prior_amount"


def given(before: str) -> tuple[Document, Document]:
    earlier = document(prose=[f"2023年本单位支出预算{before}万元。"], identity=replace(BUDGET, fiscal_year=2023))
    return earlier, document(prose=["2024年本单位支出预算105.06万元，比2023年预算增加2.43万元，上升2.37%。"])


def test_it_holds() -> None:
    assert of_pair(RULE, *given("102.63")).findings == ()


def test_it_is_broken() -> None:
    assert [one.code for one in of_pair(RULE, *given("100.63")).findings] == [RULE]


def test_rounding_is_a_hint() -> None:
    assert [one.code for one in of_pair(RULE, *given("102.64")).findings] == [ROUNDING]


def test_it_says_when_it_is_not_checked() -> None:
    result = of_pair(RULE, document(identity=replace(BUDGET, fiscal_year=2023)), given("1.00")[1])
    assert result.findings == ()
    assert result.unchecked
