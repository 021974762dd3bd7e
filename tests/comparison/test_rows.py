"""Rows stand in the order and at the depth that was asked for, and a fund is taken from its own table."""

import pytest

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import cell_text
from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import Level, Order
from disclosures.comparison.stages import Stage
from disclosures.models import Unit
from disclosures.vocabulary import Fund
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = [
    {"item": "total", "amount": 100},
    {"function": "208", "amount": 30},
    {"function": "20805", "amount": 30},
    {"function": "2080505", "amount": 10},
    {"function": "2080506", "amount": 20},
    {"function": "214", "amount": 70},
]


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="交通运输信息中心", region="衡阳市")


def functional(*units: Unit, **more: object) -> Selection:
    chosen = Selection(units=tuple(one.pk for one in units), years=(2024,), dimension=Dimension.FUNCTIONAL)
    return chosen.changed(**more)


def keys(result: Comparison) -> list[str]:
    return [row.key for row in result.rows]


def texts(result: Comparison, key: str) -> list[str]:
    row = next(row for row in result.rows if row.key == key)
    return [cell_text(cell, result.selection.measure, result.selection.money) for cell in result.line(row)]


def test_children_stay_below_their_parent_in_any_order(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    asked = functional(unit, level=Level.ITEM)
    assert keys(compare(asked.changed(order=Order.LARGEST))) == ["total", "214", "208", "20805", "2080506", "2080505"]
    assert keys(compare(asked.changed(order=Order.SMALLEST))) == ["total", "208", "20805", "2080505", "2080506", "214"]


@pytest.mark.parametrize(("order", "expected"), [(Order.LARGEST, ["214", "208"]), (Order.SMALLEST, ["208", "214"])])
def test_rows_without_a_value_of_the_shown_measure_stand_last_in_both_directions(
    unit: Unit, publish: Publish, order: Order, expected: list[str]
) -> None:
    """221 has the largest amount, and 205 a blank: neither changed from a year before."""
    publish(unit, 2023, {"expenditure": [{"function": code, "amount": 10} for code in ("208", "214")]})
    amounts = {"205": None, "208": 11, "214": 15, "221": 900}
    publish(unit, 2024, {"expenditure": [{"function": code, "amount": value} for code, value in amounts.items()]})
    assert keys(compare(functional(unit, order=order, measure=Measure.CHANGE))) == [*expected, "205", "221"]


def test_a_negative_value_is_smaller_than_0_and_nothing_is_neither(unit: Unit, publish: Publish) -> None:
    amounts = {"205": None, "208": -3, "210": 0, "214": 15}
    publish(unit, 2024, {"expenditure": [{"function": code, "amount": value} for code, value in amounts.items()]})
    assert keys(compare(functional(unit, order=Order.SMALLEST))) == ["208", "210", "214", "205"]
    assert keys(compare(functional(unit, order=Order.LARGEST))) == ["214", "210", "208", "205"]


def test_rows_are_kept_by_code_or_by_words(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    asked = functional(unit, level=Level.ITEM)
    assert keys(compare(asked.changed(only="20805"))) == ["20805", "2080505", "2080506"]
    assert keys(compare(asked.changed(only="交通"))) == ["214"]
    assert keys(compare(asked.changed(only="没有这个"))) == []


def test_a_chosen_fund_is_taken_from_its_own_table(unit: Unit, publish: Publish) -> None:
    tables = {"expenditure": SPENT, "government_funds": [{"function": "212", "fund": "government_funds", "amount": 5}]}
    publish(unit, 2024, tables)
    assert keys(compare(functional(unit, fund=Fund.GOVERNMENT_FUNDS))) == ["212"]


def test_basic_and_project_spending_with_their_parts(unit: Unit, publish: Publish) -> None:
    natures = [{"item": "total", "nature": nature, "amount": amount} for nature, amount in NATURES.items()]
    publish(unit, 2024, {"expenditure": [*SPENT, *natures]})
    result = compare(functional(unit, dimension=Dimension.NATURE))
    assert keys(result) == ["total", "basic", "personnel", "operating", "project"]
    assert texts(result, "basic") == ["60.00"]


NATURES = {"basic": 60, "personnel": 50, "operating": 10, "project": 40}


def test_execution_is_the_outturn_by_the_budget_of_the_same_year(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    spent = [{**row, "phase": "outturn", "amount": row["amount"] * 0.9} for row in SPENT]
    publish(unit, 2024, {"expenditure": spent}, kind="final_accounts")
    asked = functional(unit, measure=Measure.EXECUTION, stages=(Stage.BUDGET, Stage.OUTTURN))
    result = compare(asked)
    assert texts(result, "214") == ["/", "90.00%"]
    row = next(row for row in result.rows if row.key == "214")
    assert len(result.cell(row, 1).sources) == 2


def test_per_person_needs_the_count_that_the_disclosure_prints(unit: Unit, publish: Publish) -> None:
    other = Unit.objects.create(name="司法局", region="衡阳市")
    publish(unit, 2024, {"expenditure": SPENT}, counts={"staff_actual": "35"})
    publish(other, 2024, {"expenditure": SPENT})
    assert texts(compare(functional(unit, other, measure=Measure.PER_PERSON)), "214") == ["2.00", "/"]


def test_rank_and_deviation_are_among_the_units_compared(unit: Unit, publish: Publish) -> None:
    others = [Unit.objects.create(name=f"单位{number}", region="衡阳市") for number in (1, 2)]
    for one, amount in zip([unit, *others], (70, 90, 70), strict=True):
        publish(one, 2024, {"expenditure": [{"item": "total", "amount": 100}, {"function": "214", "amount": amount}]})
    asked = functional(unit, *others)
    assert texts(compare(asked.changed(measure=Measure.RANK)), "214") == ["2", "1", "2"]
    assert texts(compare(asked.changed(measure=Measure.DEVIATION)), "214") == ["0.00", "+20.00", "0.00"]
