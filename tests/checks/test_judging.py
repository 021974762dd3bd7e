"""What becomes of the outcomes of rules: findings with figures, one hint a table, and rules not checked."""

from __future__ import annotations

from decimal import Decimal

from disclosures.amounts import MoneyUnit
from disclosures.checks.judging import judged
from disclosures.checks.registry import RULES
from disclosures.vocabulary import Severity
from tests.checks.literal import EXPENDITURE, GENERAL, checked, coded, document, fact, table, wrong

CHILDREN = "arithmetic.children"


def test_a_finding_carries_formula_difference_tolerance_and_every_cell() -> None:
    rows = coded({"205": "3.00", "20501": "1.00", "20502": "1.50"})
    [finding] = wrong(CHILDREN, document(rows, tables=[table(EXPENDITURE)]))
    assert finding.formula == "3.00万元 = 1.00万元 + 1.50万元"
    assert (finding.expected, finding.actual) == (Decimal(25000), Decimal(30000))
    assert (finding.difference, finding.tolerance) == (Decimal(5000), Decimal(200))
    assert [place.printed for place in finding.places] == ["3.00万元", "1.00万元", "1.50万元"]
    assert all(place.page == 3 and place.box for place in finding.places)


def test_all_tails_of_a_table_are_one_hint() -> None:
    first = coded({"205": "3.01", "20501": "1.00", "20502": "2.00", "total": "3.02"})
    second = coded({"205": "3.01", "20501": "1.00", "20502": "2.00"}, index=1)
    hints = checked(CHILDREN, document(first, second, tables=[table(EXPENDITURE), table(GENERAL, 1)])).findings
    assert [(hint.severity, hint.table) for hint in hints] == [(Severity.HINT, 0), (Severity.HINT, 1)]
    assert "有2处" in hints[0].message


def test_a_table_in_yuan_without_fen_is_printed_to_the_yuan() -> None:
    rows = coded({"205": "24,840,779.00", "20501": "24,000,000.00", "20502": "840,778.00"}, yuan=True)
    hints = checked(CHILDREN, document(rows, tables=[table(EXPENDITURE, unit=MoneyUnit.YUAN)])).findings
    assert [hint.severity for hint in hints] == [Severity.HINT]


def test_less_than_a_yuan_is_never_an_error_in_a_table_in_yuan() -> None:
    rows = coded({"205": "300.34", "20501": "100.00", "20502": "200.00"}, yuan=True)
    hints = checked(CHILDREN, document(rows, tables=[table(EXPENDITURE, unit=MoneyUnit.YUAN)])).findings
    assert [hint.severity for hint in hints] == [Severity.HINT]


def test_two_yuan_are_an_error_where_fen_are_printed() -> None:
    rows = coded({"205": "302.34", "20501": "100.00", "20502": "200.00"}, yuan=True)
    assert wrong(CHILDREN, document(rows, tables=[table(EXPENDITURE, unit=MoneyUnit.YUAN)]))


def test_a_rule_without_its_inputs_says_why_and_counts_as_neither() -> None:
    result = checked(CHILDREN, document(fact("5.00", heading="合计"), tables=[table(EXPENDITURE)]))
    assert result.findings == ()
    [unchecked] = result.unchecked
    assert unchecked.code == CHILDREN
    assert unchecked.reason == "没有读到带科目编码的金额"


def test_an_empty_document_breaks_no_rule() -> None:
    result = judged(RULES, document())
    assert result.findings == ()
    assert {one.code for one in result.unchecked} == {rule.code for rule in RULES}
