"""prose.table_amount: 文字中的金额与报表一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from disclosures.vocabulary import Severity
from tests.checks.literal import EXPENDITURE, document, fact, is_rounding, is_sound, is_unchecked, table, wrong

RULE = "prose.table_amount"


def given(said: str) -> Document:
    return document(
        fact("20.00", function="2050202", heading="小学教育"),
        tables=[table(EXPENDITURE)],
        prose=[f"教育支出（类）普通教育（款）小学教育（项）{said}万元，主要用于学校运转。"],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("20.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("23.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("20.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(prose=["教育支出（类）普通教育（款）小学教育（项）20.00万元，主要用于学校运转。"])
    )


def test_the_amount_of_the_code_above_is_a_doubt_about_the_name() -> None:
    rows = [
        fact("30.00", function="20502", heading="普通教育"),
        fact("20.00", function="2050202", heading="小学教育"),
    ]
    said = "教育支出（类）普通教育（款）小学教育（项）30.00万元，主要用于学校运转。"
    [finding] = wrong(RULE, document(rows, tables=[table(EXPENDITURE)], prose=[said]))
    assert finding.severity == Severity.WARNING
    assert "20502 普通教育" in finding.message
