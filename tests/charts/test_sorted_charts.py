"""Sorting the table leaves the chart's item as it is, and each item in its colour."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client

from disclosures.charts import preview
from disclosures.charts.comparison import draw
from disclosures.charts.focus import first_focus
from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import Chart, Order
from disclosures.comparison.sort_columns import SortColumn
from disclosures.comparison.stages import Stage
from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

EARNED = {"general_public": 60, "business_revenue": 90, "other_revenue": 5}


@pytest.fixture
def unit(db: None, publish: Publish) -> Unit:
    unit = Unit.objects.create(name="信息中心", region="示例市")
    spent = [{"item": "total", "amount": 155}]
    spent += [{"function": code, "amount": amount} for code, amount in (("205", 5), ("208", 80), ("214", 70))]
    three = [{"item": item, "fund": "fiscal", "amount": 900} for item in ("three_public", "vehicles")]
    earned = [{"direction": "revenue", "item": item, "amount": amount} for item, amount in EARNED.items()]
    for year in (2023, 2024):
        publish(unit, year, {"expenditure": spent, "three_public": three, "revenue": earned})
    return unit


def in_every_order(unit: Unit, **chosen: Any) -> list[Comparison]:
    asked = Selection(units=(unit.pk,), years=(2024,)).changed(**chosen)
    column = SortColumn(unit.pk, 2024, Stage.BUDGET)
    sorted_by = [(order, by) for order in (Order.LARGEST, Order.SMALLEST) for by in (None, column)]
    return [compare(asked), *(compare(asked.changed(order=order, sorted_by=by)) for order, by in sorted_by)]


def test_sorting_leaves_the_drawn_item(unit: Unit) -> None:
    results = in_every_order(unit, years=(2023, 2024), dimension=Dimension.HEADLINE)
    assert len({result.rows[0].key for result in results}) > 1
    assert len({first_focus(result).key for result in results}) == 1
    drawn = [draw(result) for result in results]
    assert {one.focus for one in drawn if one} == {results[0].rows[0].key}
    assert all(one.figure["data"] == drawn[0].figure["data"] for one in drawn if one and drawn[0])


def test_sorting_leaves_the_picture_of_a_share(unit: Unit) -> None:
    if preview.chinese_font() is None:
        pytest.skip("没有中文字体 / no Chinese font here")
    results = in_every_order(unit, years=(2023, 2024), dimension=Dimension.HEADLINE)
    pictures = {preview.preview(result, "标题") for result in results}
    assert len(pictures) == 1


def test_sorting_leaves_what_the_page_offers_to_draw(admin_client: Client, unit: Unit) -> None:
    chosen = f"units={unit.pk}&years=2023-2024"
    sort = f"&sort={unit.pk}.2024"
    pages = [admin_client.get(f"/compare/?{chosen}{said}") for said in ("", f"&order=largest{sort}")]
    assert pages[0].context["result"].rows != pages[1].context["result"].rows
    assert pages[0].context["first_focus"] == pages[1].context["first_focus"]


def of_layers(trace: list[Mapping[str, Any]]) -> dict[str, Any]:
    return {one["name"]: (one["marker"]["color"], one["marker"]["pattern"]) for one in trace}


def of_areas(trace: list[Mapping[str, Any]]) -> dict[str, Any]:
    return dict(zip(trace[0]["labels"], trace[0]["marker"]["colors"], strict=True))


def of_flows(trace: list[Mapping[str, Any]]) -> dict[str, Any]:
    return dict(zip(trace[0]["node"]["label"], trace[0]["node"]["color"], strict=True))


@pytest.mark.parametrize(
    ("chart", "colours_of", "items"),
    [
        (Chart.STACKED, of_layers, 3),
        (Chart.SHARES, of_layers, 3),
        (Chart.TREEMAP, of_areas, 3),
        (Chart.SANKEY, of_flows, 7),
    ],
)
def test_an_item_keeps_its_colour_wherever_it_is_sorted_to(
    unit: Unit, chart: Chart, colours_of: Any, items: int
) -> None:
    results = in_every_order(unit, dimension=Dimension.FUNCTIONAL, chart=chart)
    colours = [colours_of(drawing.figure["data"]) for drawing in map(draw, results) if drawing]
    assert len(colours) == len(results)
    assert len(colours[0]) == items
    assert all(one == colours[0] for one in colours)
    assert len({tuple(one) for one in colours}) > 1, "the items are drawn in the order of the table"
