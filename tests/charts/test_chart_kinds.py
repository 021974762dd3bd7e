"""Each chart draws the printed figures where it fits, and says why where it does not."""

import plotly.graph_objects as go
import pytest

from disclosures.charts.comparison import draw, line_items_besides, why_not
from disclosures.charts.contrast import letters_on
from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import Chart
from disclosures.comparison.stages import Stage
from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = [
    {"item": "total", "amount": 100},
    {"function": "208", "amount": 30},
    {"function": "20805", "amount": 30},
    {"function": "214", "amount": 70},
]
EARNED = [
    {"direction": "revenue", "item": "total", "amount": 100},
    {"direction": "revenue", "item": "appropriation", "amount": 90},
    {"direction": "revenue", "item": "general_public", "amount": 90},
    {"direction": "revenue", "item": "other_revenue", "amount": 10},
]


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="交通运输信息中心", region="衡阳市")


def drawn(chart: Chart, *units: Unit, **more: object) -> dict[str, object]:
    chosen = Selection(units=tuple(one.pk for one in units), years=(2024,), dimension=Dimension.FUNCTIONAL, chart=chart)
    result = compare(chosen.changed(**more))
    assert why_not(result) == ""
    drawing = draw(result)
    assert drawing is not None
    go.Figure(drawing.figure)  # refuses what plotly does not know
    return drawing.figure["data"]


def test_stacks_have_a_layer_for_each_item(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    layers = drawn(Chart.STACKED, unit)
    assert [(layer["name"], layer["x"]) for layer in layers] == [
        ("社会保障和就业支出", [30.0]),
        ("交通运输支出", [70.0]),
    ]
    assert len(drawn(Chart.SHARES, unit)) == 2


def test_dots_stand_beside_their_median(unit: Unit, publish: Publish) -> None:
    others = [Unit.objects.create(name=f"单位{number}", region="衡阳市") for number in range(3)]
    for one in (unit, *others):
        publish(one, 2024, {"expenditure": SPENT})
    assert drawn(Chart.DOTS, unit, *others)[0]["x"] == [100.0] * 4


def test_the_heat_map_leaves_gaps(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": [{"function": "208", "amount": None}, {"function": "214", "amount": 70}]})
    assert drawn(Chart.HEAT, unit)[0]["z"] == [[None], [1.0]]


def test_the_treemap_nests_codes(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    tree = drawn(Chart.TREEMAP, unit, level="2")[0]
    assert dict(zip(tree["ids"], tree["parents"], strict=True)) == {"208": "", "20805": "208", "214": ""}


def test_a_tile_has_the_letters_that_its_colour_needs(unit: Unit, publish: Publish) -> None:
    many = [{"function": f"{number}", "amount": 10} for number in range(201, 209)]
    publish(unit, 2024, {"expenditure": [{"item": "total", "amount": 80}, *many]})
    tree = drawn(Chart.TREEMAP, unit)[0]
    assert tree["textfont"]["color"] == [letters_on(colour) for colour in tree["marker"]["colors"]]
    assert set(tree["textfont"]["color"]) == {"#000000", "#ffffff"}


def test_the_sankey_flows_from_sources_to_functions_once(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT, "revenue": EARNED})
    flow = drawn(Chart.SANKEY, unit)[0]
    assert sum(flow["link"]["value"]) == 200
    assert flow["node"]["label"][:2] == ["一般公共预算拨款收入 90.00", "其他收入 10.00"]


def test_the_waterfall_goes_from_budget_to_outturn(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    spent = [
        {"item": "total", "phase": "outturn", "amount": 95},
        {"function": "208", "phase": "outturn", "amount": 20},
        {"function": "221", "phase": "outturn", "amount": 75},
    ]
    publish(unit, 2024, {"expenditure": spent}, kind="final_accounts")
    fall = drawn(Chart.WATERFALL, unit, stages=(Stage.BUDGET, Stage.OUTTURN))[0]
    assert fall["x"] == [100.0, -10.0, 5.0, 95.0]
    assert list(fall["y"]) == ["预算", "社会保障和就业支出", "只有一方有数的项目", "决算"]
    assert fall["text"] == ["100.00", "−10.00", "+5.00", "95.00"]


def test_a_chart_that_does_not_fit_says_why_and_another_is_drawn(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": [{"item": "total", "amount": 70}, {"function": "214", "amount": -70}]})
    chosen = Selection(units=(unit.pk,), years=(2024,), dimension=Dimension.FUNCTIONAL)
    for chart in (Chart.TREEMAP, Chart.STACKED, Chart.LINES, Chart.WATERFALL, Chart.SANKEY):
        result = compare(chosen.changed(chart=chart))
        assert why_not(result)
        assert draw(result).figure["data"][0]["type"] == "bar"


def test_what_is_carried_in_and_out_flows_too_and_an_unexplained_rest_is_said(unit: Unit, publish: Publish) -> None:
    carried = [
        {"direction": "balance", "item": "carried_in", "amount": 20},
        {"direction": "balance", "item": "carried_out", "amount": 15},
    ]
    publish(unit, 2024, {"expenditure": SPENT, "revenue": EARNED, "revenue_expenditure": carried})
    chosen = Selection(units=(unit.pk,), years=(2024,), dimension=Dimension.FUNCTIONAL, chart=Chart.SANKEY)
    result = compare(chosen)
    drawing = draw(result)
    assert drawing is not None
    labels = drawing.figure["data"][0]["node"]["label"]
    assert labels[2:4] == ["上年结转和结余 20.00", "收入 120.00 · 支出 115.00"]
    assert labels[-1] == "结转下年 15.00"
    assert "图中收入比支出多 5.00万元" in drawing.caveat
    assert len(line_items_besides(result)) == 4
