"""Sums inside a table: exact, off by rounding, wrong, or not comparable."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from disclosures.amounts import MoneyUnit
from disclosures.checks import check
from disclosures.evidence import Box, Finding
from disclosures.extraction import Extraction
from disclosures.extraction.readings import Fact
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import Direction, Fund, Item, Nature, Phase, Severity, TableKind

TABLE = StatementTable(
    index=0, kind=TableKind.EXPENDITURE, title="支出总表", label=None, money_unit=MoneyUnit.TEN_THOUSAND, grids=()
)


def fact(printed: str, **dimensions: Any) -> Fact:
    """Return a fact that prints an amount in 万元; a blank where nothing is printed."""
    amount = Decimal(printed) * 10_000 if printed else None
    known = {"direction": Direction.EXPENDITURE, "fund": Fund.ALL, **dimensions}
    return Fact(table=0, fiscal_year=2024, phase=Phase.APPROVED, amount=amount, printed=printed, page=3, **known)


def findings(*facts: Fact) -> list[Finding]:
    said = Extraction(facts=facts, projects=(), indicators=(), figures=(), sections=(), findings=())
    return [one for one in check(Identity(), (TABLE,), said).findings if one.code.startswith("arithmetic.")]


def codes(*facts: Fact) -> list[str]:
    return [finding.code for finding in findings(*facts)]


def test_a_class_is_the_sum_of_what_stands_below_it() -> None:
    rows = [fact("3.00", function="205"), fact("3.00", function="20502")]
    items = [fact("1.00", function="2050201"), fact("2.00", function="2050202")]
    assert findings(*rows, *items, fact("3.00", item=Item.TOTAL)) == []


def test_a_wrong_sum_says_what_is_printed_and_what_it_should_be() -> None:
    [finding] = findings(fact("3.00", economic="302"), fact("1.00", economic="30201"), fact("1.50", economic="30202"))
    assert (finding.code, finding.severity, finding.pages) == ("arithmetic.children", Severity.ERROR, (3,))
    assert (finding.expected, finding.actual) == (Decimal(25000), Decimal(30000))
    assert finding.difference == Decimal(5000)
    assert "3.00万元" in finding.message
    assert "2.50万元" in finding.message


def test_levels_that_are_left_out_are_bridged() -> None:
    assert codes(fact("3", function="205"), fact("2", function="2050201"), fact("1.00", function="2050299")) == []
    assert codes(fact("9", function="205"), fact("2", function="2050201")) == ["arithmetic.children"]


def test_a_parent_without_printed_children_is_not_compared() -> None:
    assert findings(fact("3.00", function="205"), fact("", function="20502")) == []


def test_a_blank_beside_printed_children_adds_nothing() -> None:
    assert findings(fact("3.00", function="205"), fact("", function="20501"), fact("3.00", function="20502")) == []


def test_rounding_is_one_hint_for_a_table() -> None:
    rows = [fact("3.01", function="205"), fact("1.00", function="20501"), fact("2.00", function="20502")]
    [finding] = findings(*rows, fact("3.02", item=Item.TOTAL))
    assert (finding.code, finding.severity) == ("arithmetic.rounding", Severity.HINT)
    assert "有2处" in finding.message


@pytest.mark.parametrize(("whole", "code"), [("3.02", "arithmetic.rounding"), ("3.03", "arithmetic.children")])
def test_rounding_reaches_one_step_for_every_part(whole: str, code: str) -> None:
    parts = [fact("1.00", function="20501"), fact("2.00", function="20502")]
    assert codes(fact(whole, function="205"), *parts) == [code]


def test_the_coarser_print_decides_what_is_rounding() -> None:
    assert codes(fact("3", function="205"), fact("3.34", function="20501")) == ["arithmetic.rounding"]
    assert codes(fact("3.34", function="205"), fact("0", function="20501")) == ["arithmetic.children"]


def test_a_code_printed_twice_or_malformed_leaves_its_column_alone() -> None:
    twice = [fact("9.00", function="205"), fact("1.00", function="20501"), fact("1.00", function="20501")]
    assert findings(*twice) == []
    assert findings(fact("9.00", function="210"), fact("1.00", function="21011"), fact("9.00", function="71102")) == []


def test_where_something_is_carried_out_the_total_of_the_year_is_compared() -> None:
    carried = fact("2.00", item=Item.CARRIED_OUT, direction=Direction.BALANCE)
    rows = [fact("3.00", function="205"), carried, fact("5.00", item=Item.TOTAL)]
    assert findings(*rows) == []
    assert codes(*rows, fact("4.00", item=Item.CURRENT_YEAR_TOTAL)) == ["arithmetic.children"]


def test_spending_without_a_code_belongs_to_the_total() -> None:
    reserve = fact("1.00", heading="单位预留机动经费")
    assert findings(fact("3.00", function="205"), reserve, fact("4.00", item=Item.TOTAL)) == []


def row(total: str, basic: str, project: str, **dimensions: Any) -> list[Fact]:
    amounts = zip((None, Nature.BASIC, Nature.PROJECT), (total, basic, project), strict=True)
    return [fact(printed, nature=nature, **dimensions) for nature, printed in amounts]


def test_basic_and_project_spending_make_up_the_row() -> None:
    assert findings(*row("5.00", "2.00", "3.00", function="205")) == []
    assert findings(*row("5.00", "5.00", "", function="205")) == []
    assert codes(*row("5.00", "5.00", "3.00", function="205")) == ["arithmetic.natures"]


def test_other_sorts_of_spending_are_counted_where_they_are_printed() -> None:
    business = fact("1.00", nature=Nature.BUSINESS, function="205")
    procurement = fact("4.00", nature=Nature.PROCUREMENT, function="205")
    assert findings(*row("6.00", "2.00", "3.00", function="205"), business, procurement) == []


def test_personnel_and_operating_money_stand_for_basic_spending() -> None:
    shares = [
        fact("1.50", nature=Nature.PERSONNEL, function="205"),
        fact("0.50", nature=Nature.OPERATING, function="205"),
    ]
    project = fact("3.00", nature=Nature.PROJECT, function="205")
    assert findings(fact("5.00", function="205"), *shares, project) == []
    assert codes(fact("6.00", function="205"), *shares, project) == ["arithmetic.natures"]
    assert codes(
        *row("5.00", "2.00", "3.00", function="205"), shares[0], fact("0.70", nature=Nature.OPERATING, function="205")
    ) == ["arithmetic.natures"]


def test_a_table_without_a_column_for_projects_is_not_compared() -> None:
    assert findings(fact("5.00", function="205"), fact("2.00", nature=Nature.BASIC, function="205")) == []


def test_total_revenue_is_total_expenditure() -> None:
    revenue = fact("5.00", item=Item.TOTAL, direction=Direction.REVENUE)
    assert findings(revenue, fact("5.00", item=Item.TOTAL)) == []
    assert codes(revenue, fact("6.00", item=Item.TOTAL)) == ["arithmetic.balance"]


def expenses(
    total: str, travel: str, reception: str, vehicles: str, purchase: str, operation: str, line: int
) -> list[Fact]:
    items = (
        Item.THREE_PUBLIC,
        Item.OVERSEAS_TRAVEL,
        Item.RECEPTION,
        Item.VEHICLES,
        Item.VEHICLE_PURCHASE,
        Item.VEHICLE_OPERATION,
    )
    printed = (total, travel, reception, vehicles, purchase, operation)
    return [fact(one, item=item, row=line) for item, one in zip(items, printed, strict=True)]


def test_the_three_public_expenses_add_up() -> None:
    assert findings(*expenses("6.00", "0.00", "1.00", "5.00", "2.00", "3.00", 1)) == []
    assert codes(*expenses("7.00", "0.00", "1.00", "5.00", "2.00", "4.00", 1)) == ["arithmetic.three_public"] * 2


def test_rows_of_a_department_and_its_unit_are_compared_apart() -> None:
    department = expenses("6.00", "", "1.00", "5.00", "2.00", "3.00", 1)
    unit = expenses("4.00", "", "1.00", "3.00", "1.00", "2.00", 2)
    assert findings(*department, *unit) == []


def test_findings_show_where_the_amounts_stand() -> None:
    box = Box(1, 2, 3, 4)
    [finding] = findings(fact("3.00", function="205", box=box), fact("1.00", function="20501"))
    assert finding.boxes == ((3, box),)
