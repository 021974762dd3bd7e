"""Nothing claims an order that is none, and sorting changes neither a row's place in its tree nor what is drawn."""

import pytest
from django.test import Client

from disclosures.comparison import Comparison
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.ordering import order_in_words
from disclosures.comparison.selection import Order, Turn
from disclosures.comparison.sort_columns import SortColumn
from disclosures.comparison.stages import Stage
from disclosures.models import Unit
from disclosures.tables.comparison import ItemsTable, UnitsTable, comparison_table
from tests.comparison.sorted_results import asked, spent
from tests.published import Publish
from tests.reported import Report, row

pytestmark = pytest.mark.django_db

FIRST = {"": 200, "208": 30, "2080505": 20, "214": 70, "221": None}
SECOND = {"": 300, "208": 80, "214": 1}


@pytest.fixture
def units(db: None, publish: Publish) -> tuple[Unit, Unit]:
    first, second = (Unit.objects.create(name=name, region="示例市") for name in ("甲", "乙"))
    publish(first, 2024, spent(FIRST))
    publish(second, 2024, spent(SECOND))
    return first, second


def placed(result: Comparison) -> list[tuple[str, str | None, int]]:
    return [(one.key, one.parent, one.depth) for one in result.rows]


def sortable(result: Comparison) -> dict[str, str]:
    """The headings that are links, each with the direction that it says."""
    table = comparison_table(result)
    found = {column.header: column.column.sort for column in table.columns if column.name != "row"}
    return {heading: link.direction for heading, link in found.items() if link}


def test_a_row_is_as_deep_as_rows_above_it_are_in_the_table(publish: Publish) -> None:
    """No unit prints 20805, none 212: what belongs to them stands below the class, or at the top."""
    unit = Unit.objects.create(name="甲", region="示例市")
    publish(unit, 2024, spent({"208": 30, "2080505": 20, "2120801": 5, "21299": 90, "2129901": 90, "214": 70}))
    column = SortColumn(unit.pk, 2024, Stage.BUDGET)
    assert placed(asked((unit,), column)) == [
        ("21299", None, 0),
        ("2129901", "21299", 1),
        ("214", None, 0),
        ("208", None, 0),
        ("2080505", "208", 1),
        ("2120801", None, 0),
    ]


def test_what_is_kept_of_a_tree_is_as_deep_as_what_is_kept_above_it(publish: Publish) -> None:
    unit = Unit.objects.create(name="甲", region="示例市")
    publish(unit, 2024, spent({"208": 30, "20805": 20, "2080501": 9, "2080505": 20, "214": 70}))
    assert placed(asked((unit,), None, Order.LISTED, only="养老保险缴费")) == [("2080505", None, 0)]
    assert placed(asked((unit,), None, Order.LISTED, only="20805")) == [
        ("20805", None, 0),
        ("2080501", "20805", 1),
        ("2080505", "20805", 1),
    ]


def test_a_source_whose_parent_is_not_printed_stands_below_the_one_above(publish: Publish) -> None:
    unit = Unit.objects.create(name="甲", region="示例市")
    earned = [
        {"direction": "revenue", "item": item, "amount": 1} for item in ("appropriation", "general_public_regular")
    ]
    publish(unit, 2024, {"revenue": earned})
    result = asked((unit,), None, Order.LISTED, dimension=Dimension.REVENUE_SOURCE)
    assert placed(result) == [("appropriation", None, 0), ("general_public_regular", "appropriation", 1)]


@pytest.mark.parametrize("turn", [Turn.ITEMS, Turn.UNITS])
@pytest.mark.parametrize("order", [Order.LARGEST, Order.SMALLEST])
def test_the_rows_as_listed_are_known_in_any_order(units: tuple[Unit, Unit], order: Order, turn: Turn) -> None:
    listed = asked(units, None, Order.LISTED).rows
    columns = (None, SortColumn(units[0].pk, 2024, Stage.BUDGET))
    results = [asked(units, column, order, turn=turn) for column in columns]
    assert [result.listed for result in results] == [listed, listed]
    assert any(result.rows != listed for result in results)


def test_units_without_an_item_to_sort_by_stand_by_the_item_that_is_drawn(publish: Publish) -> None:
    """Of headlines no row is a total: the first as listed is drawn, though another is larger."""
    units = [Unit.objects.create(name=name, region="示例市") for name in "甲乙"]
    for unit, (spending, vehicles) in zip(units, ((5, 99), (7, 1)), strict=True):
        three = [{"item": item, "fund": "fiscal", "amount": vehicles} for item in ("three_public", "vehicles")]
        publish(unit, 2024, spent({"": spending}) | {"three_public": three})
    result = asked(tuple(units), None, turn=Turn.UNITS, dimension=Dimension.HEADLINE)
    assert result.rows[0].key != result.listed[0].key
    assert [record["row"].unit_name for record in comparison_table(result).data] == ["乙", "甲"]


GOALS = [
    row("产出指标", "数量指标", "会议次数", "≥140次", "120次", 10, 8, operator=">="),
    row("产出指标", "质量指标", "会议质量", "优良", "优良", 10, 10),
]


def test_a_group_and_what_has_no_number_offer_no_order(report: Report) -> None:
    unit = Unit.objects.create(name="甲", region="示例市")
    report(unit, 2024, {"甲项目": GOALS})
    goals = {"dimension": Dimension.INDICATORS, "stages": (Stage.OUTTURN,), "turn": Turn.UNITS}
    listed = asked((unit,), None, Order.LISTED, **goals)
    (number,) = sortable(listed)
    assert "会议次数" in number
    for one in listed.rows:
        result = asked((unit,), one.key, **goals)
        claims = "会议次数" in str(one.label)
        assert list(sortable(result).values()) == ["descending" if claims else ""]
        assert bool(order_in_words(result)) == claims
        assert result.selection.sorted_by == (one.key if claims else None)


def test_sums_stand_in_the_order_that_the_arrow_says(publish: Publish) -> None:
    """214 is 5 + 6 in 2022, nothing in 2023 and 1 + 2 in 2024."""
    units = tuple(Unit.objects.create(name=name, region="示例市") for name in "甲乙")
    for unit, amounts in zip(units, ((5, None, 1), (6, None, 2)), strict=True):
        for year, amount in zip((2022, 2023, 2024), amounts, strict=True):
            publish(unit, year, spent({"": 9, "214": amount}))
    for order, expected in ((Order.LARGEST, [2022, 2024, 2023]), (Order.SMALLEST, [2024, 2022, 2023])):
        result = asked(units, "214", order, turn=Turn.UNITS, years=(2022, 2023, 2024), summed=True)
        table = comparison_table(result)
        assert isinstance(table, UnitsTable)
        records = list(table.data)
        assert [record["row"].year for record in records[:3]] == expected
        assert ["is_sum" in record for record in records] == [True] * 3 + [False] * 6
    shown = list(comparison_table(asked(units, None, turn=Turn.UNITS, years=(2022, 2023, 2024), summed=True)).data)
    assert [record["row"].year for record in shown[:3]] == [2022, 2023, 2024]


def test_sums_in_another_order_still_open_their_own_parts(publish: Publish) -> None:
    units = tuple(Unit.objects.create(name=name, region="示例市") for name in "甲乙")
    for year, amount in ((2023, 3), (2024, 4)):
        for unit in units:
            publish(unit, year, spent({"214": amount}))
    table = comparison_table(asked(units, "214", turn=Turn.UNITS, years=(2023, 2024), summed=True))
    said = [(record["row"].year, record["c0"].number, record["c0"].sum.parts) for record in list(table.data)[:2]]
    assert said == [(2024, 1, (1, 3)), (2023, 0, (0, 2))]


def test_a_year_without_a_value_neither_sorts_nor_is_said_to(units: tuple[Unit, Unit]) -> None:
    """Shown or left out, 2015 has no disclosure: the order falls back to what it is without a column."""
    for years in ((2015, 2024), tuple(range(2015, 2025))):
        result = asked(units, SortColumn(units[0].pk, 2015, Stage.BUDGET), years=years, turn=Turn.ITEMS)
        assert order_in_words(result) == "从大到小"
        assert result.selection.sorted_by is None
        assert result.rows == asked(units, None, years=years, turn=Turn.ITEMS).rows
        table = comparison_table(result)
        assert isinstance(table, ItemsTable)
        assert [bool(column.column.sort) for column in table.columns if column.name != "row"] == [
            column.year == 2024 for column in table.columns_of(result)
        ]


DEAD = ("999", "no_such_item", "221")


@pytest.mark.parametrize("said", DEAD)
def test_the_page_goes_on_without_an_item_that_sorts_nothing(
    admin_client: Client, units: tuple[Unit, Unit], said: str
) -> None:
    """221 has a row, but blanks only."""
    first, second = (unit.pk for unit in units)
    chosen = f"units={first}.{second}&years=2024&by=functional&order=largest"
    response = admin_client.get(f"/compare/?{chosen}&sort={said}&turn=units")
    assert response.url == f"/compare/?{chosen}&turn=units"
    assert admin_client.get(response.url).status_code == 200


def test_the_page_goes_on_without_an_item_where_units_are_no_rows(
    admin_client: Client, units: tuple[Unit, Unit]
) -> None:
    chosen = f"units={units[0].pk}&years=2024&by=functional&order=smallest"
    assert admin_client.get(f"/compare/?{chosen}&sort=214").url == f"/compare/?{chosen}"
    turned = f"units={units[0].pk}&years=2024&by=functional&order=smallest&sort=214&turn=units"
    assert admin_client.get(f"/compare/?{turned}").status_code == 200
