"""Names and values stand where the eye is; what has no figure keeps its place with the sign of why."""

from itertools import pairwise

import pytest

from disclosures.charts.comparison import draw
from disclosures.charts.direct import LINE, End, at_ends
from disclosures.charts.focus import focus
from disclosures.charts.layout import Drawing
from disclosures.charts.names import in_lines, shortened, with_minus
from disclosures.charts.preview import _telling
from disclosures.charts.scale import Scale
from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.result import Comparison
from disclosures.comparison.selection import Chart
from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def units(db: None, publish: Publish) -> list[Unit]:
    made = [Unit.objects.create(name=name, region="示例市") for name in ("信息中心", "福利院", "司法局")]
    for unit, year, amount in ((made[0], 2023, 100), (made[0], 2024, 90), (made[1], 2024, 40)):
        publish(unit, year, {"expenditure": [{"item": "total", "amount": amount}]})
    return made


def result(units: list[Unit], *years: int, **more: object) -> Comparison:
    chosen = Selection(units=tuple(unit.pk for unit in units), years=years, dimension=Dimension.FUNCTIONAL)
    return compare(chosen.changed(**more))


def drawn(compared: Comparison) -> Drawing:
    drawing = draw(compared)
    assert drawing is not None
    return drawing


def written(drawing: Drawing, kind: str) -> list[str]:
    return [str(one["text"]) for one in drawing.figure["layout"]["annotations"] if one["name"] == kind]


def test_each_line_ends_in_its_unit_and_its_last_value(units: list[Unit]) -> None:
    drawing = drawn(result(units, 2023, 2024))
    assert written(drawing, "end") == ["信息中心 90.00", "福利院 40.00"]
    assert drawing.figure["layout"]["meta"]["shortEnds"] == ["90.00", "40.00"]
    assert drawing.figure["layout"]["showlegend"]


def test_a_line_alone_says_its_values_at_its_points(units: list[Unit]) -> None:
    (line,) = drawn(result(units[:1], 2023, 2024)).figure["data"]
    assert line["text"] == ["100.00", ""]
    assert not line["cliponaxis"]


def test_labels_of_near_lines_are_moved_apart() -> None:
    scale = Scale.of([0, 100])
    ends = [End(name, "", 0, height, "#000") for name, height in (("甲", 50.0), ("乙", 50.5), ("丙", 49.0))]
    labels = [one for one in at_ends(ends, scale, 300) if one["name"] == "end"]
    heights = [scale.height(one["y"]) * 300 + one["yshift"] for one in labels]
    assert all(above - below >= LINE - 1 for above, below in pairwise(heights))
    assert at_ends(ends, scale, 2 * LINE) == []


def test_a_unit_without_a_figure_keeps_its_place(units: list[Unit]) -> None:
    dots = drawn(result(units, 2024, chart=Chart.DOTS))
    assert dots.figure["data"][0]["x"] == [90.0, 40.0, None]
    assert written(dots, "absent") == ["未公开"]
    assert written(dots, "median") == ["中位数 65.00"]
    assert "中位数 65.00" in dots.caveat
    assert written(drawn(result(units, 2024, chart=Chart.BARS)), "absent") == ["未公开"]


@pytest.mark.parametrize(
    ("amounts", "median", "clear"),
    [
        # A label a little to the left is in the way; one far to the left is not, nor are those to the right.
        ((16_497.86, 18_553, 20, 19_000), 17_525.43, [0]),
        # So is the sign of a figure that is not there, which stands at 0.
        ((1, 1.2, 100, None), 1.2, [0, 3]),
    ],
)
def test_the_median_strikes_through_no_label(
    publish: Publish, amounts: tuple[float | None, ...], median: float, clear: list[int]
) -> None:
    units = [Unit.objects.create(name=name, region="示例市") for name in "甲乙丙丁"]
    for unit, amount in zip(units, amounts, strict=True):
        if amount is not None:
            publish(unit, 2023, {"expenditure": [{"item": "total", "amount": amount}]})
    layout = drawn(result(units, 2023, chart=Chart.DOTS)).figure["layout"]
    lines = [one for one in layout["shapes"] if one["type"] == "line"]
    assert {one["x0"] for one in lines} == {one["x1"] for one in lines} == {median}
    assert [place for place in range(4) if not any(one["y0"] < place < one["y1"] for one in lines)] == clear
    assert (lines[0]["y0"], lines[-1]["y1"]) == (-0.5, 3.5)
    assert all(one["layer"] == "below" for one in layout["shapes"])


@pytest.mark.parametrize(
    ("values", "low", "high"), [([0, 18_553], 0, 20_000), ([-5.31, 2], -6, 2), ([0], 0, 1), ([98.5, 44.3], 0, 100)]
)
def test_an_axis_ends_in_round_numbers_beyond_all_values(values: list[float], low: float, high: float) -> None:
    scale = Scale.of(values)
    assert (scale.low, scale.high) == (low, high)
    assert scale.range[0] < low
    assert scale.range[1] > high


def test_a_name_loses_neither_its_beginning_nor_its_year() -> None:
    name = "示例省示例市示例区人民政府示例街道办事处 2024"
    assert shortened(name, 14) == "示例省示…道办事处 2024"
    assert shortened("信息中心 2024", 14) == "信息中心 2024"
    assert in_lines("交通运输信息中心 2023", 6) == "交通运输<br>信息中心<br>2023"


def test_only_the_sign_of_a_number_is_a_minus() -> None:
    assert with_minus("-5.31%，2023-01") == "−5.31%，2023-01"


def test_the_preview_draws_the_latest_years_of_one_unit_and_else_the_largest(units: list[Unit]) -> None:
    assert years(result(units[:1], *range(2015, 2025))) == [2023, 2024]
    assert years(result(units, 2023, 2024)) == [2023, 2024, 2024]


def years(compared: Comparison) -> list[int]:
    places = [(focus(compared), number) for number in range(len(compared.columns))]
    return [compared.columns[number].year for _row, number in _telling(compared, places)]
