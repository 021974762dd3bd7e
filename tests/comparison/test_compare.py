"""A comparison takes each column from one table, keeps absence apart from zero, and asks few questions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import cell_text
from disclosures.comparison.measures import Measure
from disclosures.comparison.result import CellState, Comparison
from disclosures.comparison.stages import Stage
from disclosures.models import Unit
from disclosures.vocabulary import DisclosureKind
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = {
    "expenditure": [
        {"item": "total", "amount": 100},
        {"item": "total", "nature": "basic", "amount": 60},
        {"function": "208", "amount": 30},
        {"function": "20805", "amount": 30},
        {"function": "214", "amount": 70},
        {"function": "214", "nature": "basic", "amount": 40},
    ],
    # The same money again, by another table: it must not be added.
    "general_public_expenditure": [{"function": "214", "fund": "general_public", "amount": 70}],
}


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="交通运输信息中心", region="衡阳市")


@pytest.fixture
def other(db: None) -> Unit:
    return Unit.objects.create(name="综合交通运行指挥中心", region="深圳市")


def functional(*units: Unit, years: tuple[int, ...] = (2024,), **more: object) -> Selection:
    return Selection(units=tuple(unit.pk for unit in units), years=years, dimension=Dimension.FUNCTIONAL).changed(
        **more
    )


def row(comparison: Comparison, key: str) -> list[str]:
    found = next(row for row in comparison.rows if row.key == key)
    measure, money = comparison.selection.measure, comparison.selection.money
    return [cell_text(cell, measure, money) for cell in comparison.line(found)]


def test_each_amount_is_taken_once_from_the_first_table_that_answers(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, SPENT)
    result = compare(functional(unit, level="3"))
    assert [line.key for line in result.rows] == ["total", "208", "20805", "214"]
    assert row(result, "214") == ["70.00"]
    assert row(result, "total") == ["100.00"]


def test_codes_deeper_than_the_level_are_left_out(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, SPENT)
    assert [line.key for line in compare(functional(unit)).rows] == ["total", "208", "214"]


def test_a_table_that_covers_less_is_used_with_a_note(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"general_public_expenditure": SPENT["general_public_expenditure"]})
    result = compare(functional(unit))
    assert row(result, "214") == ["70.00"]
    assert next(note for _, note in result.notes()) == "取自《一般公共预算支出表》（一般公共预算）"


def test_what_is_absent_never_becomes_zero(unit: Unit, other: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": [{"function": "208", "amount": 0}, {"function": "214", "amount": None}]})
    publish(other, 2024, {"expenditure": [{"function": "208", "amount": 5}]})
    result = compare(functional(unit, other, years=(2023, 2024)))
    states = [cell.state for line in result.rows for cell in result.line(line)]
    assert row(result, "208") == ["未公开", "0.00", "未公开", "5.00"]
    assert row(result, "214") == ["未公开", "—", "未公开", "·"]
    assert {CellState.NOT_DISCLOSED, CellState.PRINTED, CellState.BLANK, CellState.NOT_LISTED} == set(states)
    assert all(cell.amount is None for cell in result.cells.values() if cell.state != CellState.PRINTED)


def test_a_table_declared_empty_and_a_table_left_out_are_told_apart(unit: Unit, other: Unit, publish: Publish) -> None:
    third = Unit.objects.create(name="司法局", region="上海市普陀区")
    publish(unit, 2024, {"three_public": []}, empty=("three_public",))
    publish(other, 2024, {"expenditure": []})
    publish(third, 2024, {"three_public": [{"item": "three_public", "amount": 1}]})
    selection = functional(unit, other, third).changed(dimension=Dimension.THREE_PUBLIC)
    assert row(compare(selection), "total") == ["空表", "无此表", "1.00"]


def test_change_on_the_year_before_uses_that_years_own_disclosure(unit: Unit, publish: Publish) -> None:
    publish(unit, 2023, {"expenditure": [{"item": "total", "amount": 80}]})
    publish(unit, 2024, SPENT)
    assert row(compare(functional(unit, measure=Measure.CHANGE)), "total") == ["+20.00"]
    assert row(compare(functional(unit, measure=Measure.CHANGE_PERCENT)), "total") == ["+25.00%"]


def test_change_falls_back_on_the_prior_year_column_of_the_same_disclosure(unit: Unit, publish: Publish) -> None:
    rows = [{"item": "three_public", "amount": 11.41}, {"item": "three_public", "amount": 14.91, "fiscal_year": 2023}]
    publish(unit, 2024, {"three_public": rows})
    selection = functional(unit, dimension=Dimension.THREE_PUBLIC, measure=Measure.CHANGE)
    assert row(compare(selection), "total") == ["-3.50"]
    both_years = compare(selection.changed(years=(2023, 2024), measure=Measure.AMOUNT))
    assert row(both_years, "total") == ["未公开", "11.41"]


def test_shares_are_of_the_columns_own_total(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, SPENT)
    assert row(compare(functional(unit, measure=Measure.SHARE)), "214") == ["70.00%"]


def test_drafts_are_not_compared(unit: Unit, publish: Publish) -> None:
    revision = publish(unit, 2024, SPENT)
    type(revision).objects.filter(pk=revision.pk).update(state="withdrawn", published_at=None)
    assert compare(functional(unit)).is_empty


def test_stages_stand_side_by_side(unit: Unit, publish: Publish) -> None:
    rows = [
        {"item": "three_public", "phase": "approved", "amount": 6.6},
        {"item": "three_public", "phase": "outturn", "amount": 1.17},
    ]
    publish(unit, 2023, {"three_public": rows}, kind="final_accounts")
    selection = functional(unit, years=(2023,), dimension=Dimension.THREE_PUBLIC, kind=DisclosureKind.FINAL_ACCOUNTS)
    assert row(compare(selection), "total") == ["1.17"]
    assert row(compare(selection.changed(stages=(Stage.ACCOUNTS_BUDGET, Stage.OUTTURN))), "total") == ["6.60", "1.17"]


def test_headlines_come_each_from_its_own_table(unit: Unit, publish: Publish) -> None:
    publish(
        unit,
        2024,
        {
            "revenue_expenditure": [
                {"item": "total", "direction": "revenue", "amount": 101},
                {"item": "total", "amount": 101},
                {"item": "current_year_total", "amount": 100},
            ],
            **SPENT,
            "three_public": [{"item": "three_public", "amount": 0}],
        },
    )
    result = compare(functional(unit, dimension=Dimension.HEADLINE))
    shown = {line.key: row(result, line.key) for line in result.rows}
    assert shown["total_revenue"] == ["101.00"]
    assert shown["current_expenditure"] == ["100.00"]
    assert shown["basic"] == ["60.00"]
    assert shown["three_public"] == ["0.00"]
    assert "procurement" not in shown


def test_a_department_stands_before_its_own_unit_alone(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": [{"item": "total", "amount": 1}]}, scope="unit")
    publish(unit, 2024, {"expenditure": [{"item": "total", "amount": 9}]}, scope="department")
    assert row(compare(functional(unit)), "total") == ["9.00"]


def test_the_number_of_queries_does_not_grow(unit: Unit, other: Unit, publish: Publish) -> None:
    publish(unit, 2024, SPENT)
    with CaptureQueriesContext(
        connection,
    ) as one:
        compare(functional(unit))
    publish(other, 2023, SPENT)
    publish(other, 2024, SPENT)
    with CaptureQueriesContext(connection) as many:
        compare(functional(unit, other, years=(2022, 2023, 2024)))
    assert len(many) == len(one) <= 7


@pytest.mark.parametrize("dimension", Dimension)
def test_where_nothing_is_chosen_nothing_is_found(db: None, dimension: Dimension) -> None:
    result = compare(Selection(dimension=dimension))
    assert result.is_empty
    assert result.columns == ()


def test_an_unknown_unit_is_left_out(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, SPENT)
    selection = functional(unit)
    assert len(compare(selection.changed(units=(unit.pk, 10**9))).columns) == 1
