"""The chart draws the comparison's own numbers, leaves gaps where there are none, and says itself in words."""

import pytest

from disclosures.charts.comparison import draw
from disclosures.charts.layout import PALETTE, unit_colours
from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import MoneyScale
from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = [{"item": "total", "amount": 100}, {"function": "208", "amount": 30}, {"function": "214", "amount": 70}]


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="交通运输信息中心", region="衡阳市")


def selection(unit: Unit, *years: int, **more: object) -> Selection:
    return Selection(units=(unit.pk,), years=years, dimension=Dimension.FUNCTIONAL).changed(**more)


def test_one_year_is_drawn_as_bars_without_the_total(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    drawing = draw(compare(selection(unit, 2024)))
    bars = drawing.figure["data"][0]
    assert bars["type"] == "bar"
    assert list(zip(bars["y"], bars["x"], strict=True)) == [("社会保障和就业支出", 30.0), ("交通运输支出", 70.0)]


def test_several_years_are_drawn_as_lines_with_gaps(unit: Unit, publish: Publish) -> None:
    publish(unit, 2022, {"expenditure": SPENT})
    publish(unit, 2024, {"expenditure": SPENT})
    line = draw(compare(selection(unit, 2022, 2023, 2024))).figure["data"][0]
    assert line["y"] == [100.0, None, 100.0]
    assert line["connectgaps"] is False


def test_lines_are_of_the_chosen_row(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    chosen = selection(unit, 2023, 2024, row="214")
    assert draw(compare(chosen)).figure["data"][0]["y"] == [None, 70.0]


def test_amounts_are_drawn_in_the_chosen_unit(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    drawing = draw(compare(selection(unit, 2024, money=MoneyScale.YUAN)))
    assert drawing.figure["data"][0]["x"] == [300_000.0, 700_000.0]
    assert "金额（元）" in drawing.words
    assert "交通运输支出 700,000.00" in drawing.words


def test_nothing_is_drawn_where_there_is_no_figure(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": [{"function": "214", "amount": None}]})
    assert draw(compare(selection(unit, 2024))) is None


def test_units_keep_their_colour_and_never_share_one() -> None:
    assert unit_colours([3])[3] == unit_colours([5, 3])[3]
    assert len(set(unit_colours([1, 9, 17]).values())) == 3
    assert len(unit_colours(range(20))) == 20 > len(PALETTE)
