"""A chart of indicators has one unit of measure on its axis, and draws no words and no sums."""

import plotly.graph_objects as go
import pytest

from disclosures.charts.comparison import draw, why_not
from disclosures.charts.focus import alike
from disclosures.charts.preview import preview
from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import Chart
from disclosures.comparison.stages import Stage
from disclosures.models import Unit
from tests.reported import Report, row

pytestmark = pytest.mark.django_db

RESULT = [
    row("产出指标", "数量指标", "会议次数", "≥150次", "120次", operator=">="),
    row("产出指标", "数量指标", "培训次数", "≥10次", "50次", operator=">="),
    row("产出指标", "质量指标", "验收合格率", "≥95%", "98%", operator=">="),
    row("效益指标", "社会效益指标", "服务能力", "明显提升", "有所提升"),
]


@pytest.fixture
def unit(db: None, report: Report) -> Unit:
    made = Unit.objects.create(name="信息中心", region="示例市")
    report(made, 2023, {"经费": RESULT}, 经费={"revised_fen": 100, "executed_fen": 90})
    report(made, 2022, {"经费": RESULT[:1]})
    return made


def compared(unit: Unit, **more: object) -> Comparison:
    chosen = Selection(units=(unit.pk,), years=(2023,), stages=(Stage.ACCOUNTS_BUDGET, Stage.OUTTURN))
    return compare(chosen.changed(**({"dimension": Dimension.INDICATORS} | more)))


def labels(result: Comparison) -> list[str]:
    drawing = draw(result)
    assert drawing is not None
    go.Figure(drawing.figure)
    return list(drawing.figure["layout"]["yaxis"]["ticktext"])


def test_target_and_result_stand_side_by_side_in_the_unit_of_the_row_in_focus(unit: Unit) -> None:
    result = compared(unit)
    drawing = draw(result)
    assert drawing is not None
    assert labels(result) == ["会议次数", "培训次数"]
    assert [trace["x"] for trace in drawing.figure["data"]] == [[150.0, 10.0], [120.0, 50.0]]
    assert drawing.values == "印出的值（次）"


def test_another_row_in_focus_draws_the_rows_of_its_unit(unit: Unit) -> None:
    rate = next(row.key for row in compared(unit).rows if str(row.label) == "验收合格率")
    assert labels(compared(unit, row=rate)) == ["验收合格率"]


def test_in_percent_of_their_targets_all_stand_on_one_axis_those_furthest_behind_first(unit: Unit) -> None:
    result = compared(unit, measure=Measure.COMPLETION)
    drawing = draw(result)
    assert drawing is not None
    assert labels(result) == ["会议次数", "验收合格率", "培训次数"]
    drawn = next(trace for trace in drawing.figure["data"] if any(trace["x"]))
    assert drawn["x"] == [80.0, 103.16, 200.0]
    assert drawn["text"] == ["80.00%", "103.16%", "500.00%"]
    assert drawing.figure["layout"]["shapes"][0]["x0"] == 100


def test_a_verdict_is_no_chart(unit: Unit) -> None:
    assert draw(compared(unit, measure=Measure.VERDICT)) is None


def test_several_years_draw_one_indicators_course(unit: Unit) -> None:
    drawing = draw(compared(unit, years=(2022, 2023), stages=(Stage.OUTTURN,)))
    assert drawing is not None
    assert drawing.title == "产出指标 › 数量指标 › 会议次数的变化"
    assert drawing.figure["data"][0]["y"] == [120.0, 120.0]


@pytest.mark.parametrize("chart", [Chart.STACKED, Chart.SHARES, Chart.TREEMAP, Chart.SANKEY, Chart.WATERFALL])
@pytest.mark.parametrize("dimension", [Dimension.INDICATORS, Dimension.PERFORMANCE, Dimension.PROJECTS])
def test_nothing_is_drawn_as_parts_of_a_whole(unit: Unit, chart: Chart, dimension: Dimension) -> None:
    assert why_not(compared(unit, dimension=dimension, chart=chart, stages=(Stage.OUTTURN,)))


@pytest.mark.parametrize("chart", [Chart.BARS, Chart.DOTS, Chart.HEAT])
@pytest.mark.parametrize("dimension", [Dimension.INDICATORS, Dimension.PERFORMANCE, Dimension.PROJECTS])
def test_what_fits_is_drawn(unit: Unit, chart: Chart, dimension: Dimension) -> None:
    result = compared(unit, dimension=dimension, chart=chart, stages=(Stage.ACCOUNTS_REVISED, Stage.OUTTURN))
    drawing = draw(result)
    assert why_not(result) == ""
    assert drawing is not None
    go.Figure(drawing.figure)
    measures = {row.measure for row in alike(result)} if dimension != Dimension.PROJECTS else {""}
    assert len(measures) == 1


def test_the_picture_for_chat_apps_is_drawn(unit: Unit) -> None:
    assert preview(compared(unit), "绩效") is None or preview(compared(unit), "绩效")[:4] == b"\x89PNG"
