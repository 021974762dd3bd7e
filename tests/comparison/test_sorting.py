"""A heading sorts by its column's shown figures: children below their parents, absent values last, never as 0."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.ordering import order_in_words
from disclosures.comparison.selection import Level, Order, Turn
from disclosures.comparison.sentence import sentence_of, unknown_units
from disclosures.comparison.sort_columns import SortColumn
from disclosures.comparison.stages import Stage
from disclosures.ingest.corrections import correct_amount
from disclosures.models import Correction, LineItem, Unit
from disclosures.tables.comparison import ItemsTable, UnitsTable, comparison_table
from disclosures.tables.sort_links import SortLink
from tests.comparison.sorted_results import asked, spent
from tests.published import Publish
from tests.reported import Report, row

pytestmark = pytest.mark.django_db

# By code: what 甲 and 乙 budgeted for 2024, and 甲 for 2023. 205 is blank where 甲 had the most the year before.
FIRST = {"": 200, "205": None, "208": 30, "20805": 30, "2080505": 10, "2080506": 20, "214": 70, "221": 0, "229": -5}
SECOND = {"": 300, "205": 9, "208": 80, "20805": 80, "2080505": 60, "2080506": 20, "214": 1, "221": 2}
BEFORE = {"": 900, "205": 800, "208": 40, "214": 60}
LISTED = ["total", "205", "208", "20805", "2080505", "2080506", "214", "221", "229"]


@pytest.fixture
def units(db: None, publish: Publish) -> tuple[Unit, Unit]:
    first, second = (Unit.objects.create(name=name, region="示例市") for name in ("甲", "乙"))
    publish(first, 2024, spent(FIRST))
    publish(first, 2023, spent(BEFORE))
    publish(second, 2024, spent(SECOND))
    return first, second


def by(unit: Unit | None, year: int = 2024, stage: Stage = Stage.BUDGET) -> SortColumn:
    return SortColumn(unit.pk if unit else None, year, stage)


def keys(result: Comparison) -> list[str]:
    return [row.key for row in result.rows]


def test_rows_are_sorted_by_one_column_among_their_siblings(units: tuple[Unit, Unit]) -> None:
    first, second = units
    down = ["total", "214", "208", "20805", "2080506", "2080505", "221", "229", "205"]
    assert keys(asked(units, by(first))) == down
    other = ["total", "208", "20805", "2080505", "2080506", "205", "221", "214", "229"]
    assert keys(asked(units, by(second))) == other


def test_turned_round_the_absent_still_stand_last_and_0_is_a_value(units: tuple[Unit, Unit]) -> None:
    up = ["total", "229", "221", "208", "20805", "2080505", "2080506", "214", "205"]
    assert keys(asked(units, by(units[0]), Order.SMALLEST)) == up


def test_what_sorts_is_the_shown_measure(units: tuple[Unit, Unit]) -> None:
    """甲 changed 208 by −10 and 214 by +10; of the others there is no year before."""
    result = asked(units, by(units[0]), measure=Measure.CHANGE, level=Level.CLASS)
    assert keys(result) == ["total", "214", "208", "205", "221", "229"]


def test_a_corrected_amount_sorts_by_what_stands(units: tuple[Unit, Unit]) -> None:
    item = LineItem.objects.get(function="221", unit=units[0])
    clerk = get_user_model().objects.create_user("clerk")
    correct_amount(item, item.amount + 10_000_000, cause=Correction.Cause.READING_ERROR, reason="读错", by=clerk)
    assert keys(asked(units, by(units[0]), level=Level.CLASS))[1] == "221"


def test_a_column_of_sums_sorts_by_the_sums(units: tuple[Unit, Unit]) -> None:
    result = asked(units, by(None), level=Level.CLASS, summed=True)
    assert keys(result) == ["total", "208", "214", "205", "221", "229"]
    assert order_in_words(result) == "按“各单位合计 2024”从大到小"


def test_without_a_column_rows_are_sorted_by_their_largest_as_ever(units: tuple[Unit, Unit]) -> None:
    unknown = SortColumn(9999, 2024, Stage.BUDGET)
    for column in (None, unknown, "no_such_item"):
        result = asked(units, column, level=Level.CLASS)
        assert keys(result) == ["total", "208", "214", "205", "221", "229"]
        assert order_in_words(result) == "从大到小"


def test_the_sentence_says_the_order(units: tuple[Unit, Unit]) -> None:
    assert sentence_of(asked(units, by(units[1]))) == "2024年 甲、乙 功能分类支出 预算 按“乙 2024”从大到小"
    assert sentence_of(asked(units, by(units[1]), Order.LISTED)) == "2024年 甲、乙 功能分类支出 预算"


def test_units_in_the_rows_are_sorted_by_an_item_each_year_by_itself(units: tuple[Unit, Unit]) -> None:
    result = asked(units, "205", turn=Turn.UNITS, years=(2023, 2024))
    table = comparison_table(result)
    assert isinstance(table, UnitsTable)
    shown = [(record["row"].unit_name, record["row"].year) for record in table.data]
    assert shown == [("甲", 2023), ("乙", 2024), ("甲", 2024), ("乙", 2023)]
    assert keys(result) == LISTED, "the items across stay as listed"
    assert order_in_words(result) == "按“教育支出”从大到小"
    up = comparison_table(compare(result.selection.changed(order=Order.SMALLEST)))
    assert [record["row"].year for record in up.data] == [2024, 2023, 2024, 2023]


def test_an_item_sorts_nothing_where_items_are_the_rows(units: tuple[Unit, Unit]) -> None:
    assert keys(asked(units, "221", level=Level.CLASS)) == keys(asked(units, None, level=Level.CLASS))


def links(result: Comparison) -> dict[str, SortLink | None]:
    table = comparison_table(result)
    return {column.header: column.column.sort for column in table.columns if column.name != "row"}


def test_a_heading_leads_down_then_up_then_back(units: tuple[Unit, Unit]) -> None:
    result = asked(units[:1], None, Order.LISTED, years=(2023, 2024))
    chosen = result.selection.to_query().removesuffix("&level=3")
    addresses, directions = [], []
    for _click in range(4):
        link = links(result)["2024"]
        assert link is not None
        directions.append(link.direction)
        addresses.append(link.query.replace("&level=3", "").removeprefix(f"?{chosen}"))
        after = {Order.LISTED: Order.LARGEST, Order.LARGEST: Order.SMALLEST, Order.SMALLEST: Order.LISTED}
        result = compare(result.selection.changed(order=after[result.selection.order], sorted_by=by(units[0])))
    sort = f"&sort={units[0].pk}.2024"
    assert addresses == [f"&order=largest{sort}", f"&order=smallest{sort}", "", f"&order=largest{sort}"]
    assert directions == ["", "descending", "ascending", ""]


def test_another_heading_begins_anew_and_only_one_says_that_it_sorts(units: tuple[Unit, Unit]) -> None:
    found = links(asked(units[:1], by(units[0], 2023), Order.SMALLEST, years=(2023, 2024)))
    assert [link.direction for link in found.values() if link] == ["ascending", ""]
    assert "order=largest" in found["2024"].query


def test_every_heading_leads_to_the_table_that_it_promises(units: tuple[Unit, Unit]) -> None:
    """What a link says is what a reader of the address makes of it, in either setting of the table."""
    for more in ({"years": (2023, 2024), "summed": True}, {"turn": Turn.UNITS}, {"measure": Measure.SHARE}):
        result = asked(units, None, Order.LISTED, **more)
        for column in comparison_table(result).columns:
            if (link := getattr(column.column, "sort", None)) is not None:
                read = Selection.from_query(QueryDict(link.query.removeprefix("?")))
                assert f"?{read.to_query()}" == link.query
                assert order_in_words(compare(read)).startswith("按“")


def test_values_of_unlike_measures_are_sorted_only_within_a_column_of_units(unit: Unit, report: Report) -> None:
    said = [
        row("产出指标", "数量指标", "会议次数", "≥140次", "120次", 10, 8, operator=">="),
        row("产出指标", "数量指标", "检查次数", "≥10次", "12次", 10, 8, operator=">="),
    ]
    report(unit, 2024, {"甲项目": said})
    goals = {"dimension": Dimension.INDICATORS, "stages": (Stage.OUTTURN,)}
    column = by(unit, stage=Stage.OUTTURN)
    amounts = asked((unit,), column, **goals)
    assert isinstance(comparison_table(amounts), ItemsTable)
    assert set(links(amounts).values()) == {None}
    assert order_in_words(amounts) == ""
    completed = asked((unit,), column, measure=Measure.COMPLETION, **goals)
    leaves = [str(one.label) for one in completed.rows if "次数" in str(one.label)]
    assert leaves == ["检查次数", "会议次数"]
    assert set(links(asked((unit,), None, Order.LISTED, turn=Turn.UNITS, **goals)).values()) != {None}


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="信息中心", region="示例市")


def test_a_number_that_is_no_units_is_not_counted_but_said(units: tuple[Unit, Unit]) -> None:
    result = compare(Selection(units=(*(one.pk for one in units), 9999), years=(2024,)))
    assert sentence_of(result).split()[1] == "甲、乙"
    assert unknown_units(result) == [9999]


def page(client: Client, query: str) -> str:
    response = client.get(f"/compare/?{query}")
    assert response.status_code == 200
    return response.content.decode()


def heading_of(shown: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", shown, re.DOTALL)
    assert found
    return found[1].strip()


def test_the_page_says_which_column_is_sorted_to_eye_and_ear(admin_client: Client, units: tuple[Unit, Unit]) -> None:
    first, second = (unit.pk for unit in units)
    shown = page(admin_client, f"units={first}.{second}&years=2024&by=functional&order=smallest&sort={second}.2024")
    assert shown.count("aria-sort") == 1
    assert f'id="by-{second}.2024" aria-sort="ascending"' in shown
    assert '<span class="sort-arrow" aria-hidden="true">▲</span>2024</a>' in shown
    assert f'<option value="{second}.2024" selected>乙 2024</option>' in " ".join(shown.split()).replace(" >", ">")
    assert heading_of(shown).endswith("按“乙 2024”从小到大")


def test_what_is_not_canonical_leads_to_what_is(admin_client: Client, units: tuple[Unit, Unit]) -> None:
    """A form repeats the stage, and keeps the column of a unit that was just taken out."""
    first, second = (unit.pk for unit in units)
    chosen = f"units={first}&years=2024"
    for said, canonical in (
        (f"order=largest&sort={first}.2024.budget", f"order=largest&sort={first}.2024"),
        (f"order=largest&sort={second}.2024", "order=largest"),
        (f"order=listed&sort={first}.2024", ""),
    ):
        response = admin_client.get(f"/compare/?{chosen}&{said}")
        assert response.url == "/compare/?" + "&".join(filter(None, (chosen, canonical)))


def test_the_page_names_the_numbers_that_are_no_units(admin_client: Client, units: tuple[Unit, Unit]) -> None:
    some = page(admin_client, f"units={units[0].pk}.9999&years=2024&by=functional")
    assert "没有编号为 9999 的单位，比较中不含" in some
    assert heading_of(some) == "2024年 甲 功能分类支出 预算"
    none = page(admin_client, "units=9998.9999&years=2024")
    assert "没有编号为 9998、9999 的单位" in none
    assert heading_of(none) == "比较单位的预算和决算"
    assert "尚未公开" not in none
    known = page(admin_client, f"units={units[0].pk}&years=2024&by=functional")
    assert "没有编号为" not in known


def test_nothing_is_asked_of_the_database_for_an_order(units: tuple[Unit, Unit]) -> None:
    asked_for = []
    for order in (Order.LISTED, Order.LARGEST):
        with CaptureQueriesContext(connection) as queries:
            comparison_table(asked(units, by(None), order, summed=True))
        asked_for.append(len(queries))
    assert asked_for[0] == asked_for[1]
