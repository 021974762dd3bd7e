"""The waterfall leads from the printed total of a budget to that of its accounts, and keeps gaps out of its steps."""

import plotly.graph_objects as go
import pytest

from disclosures.charts.comparison import draw, why_not
from disclosures.charts.layout import Drawing
from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import Chart
from disclosures.comparison.stages import Stage
from disclosures.models import LineItem, Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

BUDGET = {"total": 952.65, "208": 86.43, "210": 32.76, "214": 770.49, "221": 62.97}
ACCOUNTS = {"total": 923.8, "208": 77.79, "210": 35.12, "214": 766.49, "229": 44.4}


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="交通运输局", region="示例市")


def filed(unit: Unit, publish: Publish, budget: dict[str, float | None], accounts: dict[str, float | None]) -> None:
    publish(unit, 2023, {"expenditure": spent(budget)})
    publish(unit, 2023, {"expenditure": spent(accounts, phase="outturn")}, kind="final_accounts")


def spent(amounts: dict[str, float | None], **more: str) -> list[dict[str, object]]:
    keys = {"total": {"item": "total"}}
    return [{**keys.get(key, {"function": key}), "amount": amount, **more} for key, amount in amounts.items()]


def fall(unit: Unit) -> Drawing:
    stages = (Stage.BUDGET, Stage.OUTTURN)
    chosen = Selection(units=(unit.pk,), years=(2023,), dimension=Dimension.FUNCTIONAL, chart=Chart.WATERFALL)
    result = compare(chosen.changed(stages=stages))
    assert why_not(result) == ""
    drawing = draw(result)
    go.Figure(drawing.figure)  # refuses what plotly does not know
    return drawing


def steps(drawing: Drawing) -> list[tuple[str, str]]:
    trace = drawing.figure["data"][0]
    return list(zip(trace["y"], trace["text"], strict=True))


def test_each_item_that_both_print_is_a_step_with_its_sign(unit: Unit, publish: Publish) -> None:
    filed(unit, publish, BUDGET, ACCOUNTS)
    assert steps(fall(unit)) == [
        ("预算", "952.65"),
        ("社会保障和就业支出", "−8.64"),
        ("卫生健康支出", "+2.36"),
        ("交通运输支出", "−4.00"),
        ("只有一方有数的项目", "−18.57"),
        ("决算", "923.80"),
    ]


def test_items_of_one_side_are_named_with_what_the_other_side_has_instead(unit: Unit, publish: Publish) -> None:
    filed(unit, publish, BUDGET, {**ACCOUNTS, "221": None})
    assert fall(unit).caveat == (
        "只有一方有数、不能逐项比的："
        "住房保障支出（预算 62.97，决算该格空白）；其他支出（预算表中未列此项，决算 44.40）。"
    )


def test_totals_that_differ_more_than_their_items_have_a_step_of_their_own(unit: Unit, publish: Publish) -> None:
    filed(unit, publish, {"total": 100, "208": 60}, {"total": 130, "208": 70})
    assert steps(fall(unit))[1:3] == [("社会保障和就业支出", "+10.00"), ("合计与各项相加之差", "+20.00")]


def test_the_axis_begins_where_the_steps_can_be_read_and_says_so(unit: Unit, publish: Publish) -> None:
    filed(unit, publish, BUDGET, ACCOUNTS)
    drawing = fall(unit)
    first, last = drawing.figure["layout"]["xaxis"]["range"]
    assert 880 < first < 923.8 < 952.65 < last
    assert drawing.values == f"金额（万元），横轴自 {first:g} 起"


def test_large_steps_stand_on_an_axis_from_0(unit: Unit, publish: Publish) -> None:
    filed(unit, publish, {"total": 100, "208": 100}, {"total": 40, "208": 40})
    drawing = fall(unit)
    assert "range" not in drawing.figure["layout"]["xaxis"]
    assert drawing.values == "金额（万元）"


def test_nothing_changed_is_drawn_too(unit: Unit, publish: Publish) -> None:
    filed(unit, publish, {"total": 100, "208": 100}, {"total": 100, "208": 100})
    assert steps(fall(unit)) == [("预算", "100.00"), ("社会保障和就业支出", "0.00"), ("决算", "100.00")]


def test_a_step_opens_what_was_spent(unit: Unit, publish: Publish) -> None:
    filed(unit, publish, BUDGET, ACCOUNTS)
    opened = fall(unit).figure["data"][0]["customdata"]
    items = LineItem.objects.filter(pk__in=[item for item in opened if item])
    assert [item is None for item in opened] == [False, False, False, False, True, False]
    assert sorted(item.amount for item in items)[:3] == [351200, 777900, 7664900]
