"""Projects and indicators are compared as printed: each in its own unit, words as words, absence never as 0."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.choices import fitting, offer
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import cell_reason, cell_text
from disclosures.comparison.measures import Measure
from disclosures.comparison.pinned import Pins
from disclosures.comparison.result import CellState, Row
from disclosures.comparison.stages import Stage
from disclosures.comparison.sums import Sums
from disclosures.models import ProjectSeries, Unit
from disclosures.performance.series import join
from tests.published import Publish
from tests.reported import Report, row

pytestmark = pytest.mark.django_db

PLAN = [
    row("产出指标", "数量指标", "会议次数", "≥140次", operator=">="),
    row("产出指标", "质量指标", "验收合格率", "≥95%", operator=">="),
    row("效益指标", "社会效益指标", "服务能力", "明显提升", operator="qualitative"),
]
RESULT = [
    row("产出指标", "数量指标", "会议次数", "≥150次", "120次", 10, 8, operator=">="),
    row("产出指标", "质量指标", "验收合格率", "≥95%", "98%", 10, 10, operator=">="),
    row("产出指标", "时效指标", "响应时间", "≤2小时", "1小时", 10, 10, operator="<="),
    row("效益指标", "社会效益指标", "服务能力", "明显提升", "有所提升", 10, 10, operator="qualitative"),
]
MONEY = {"approved_fen": 10_000_000, "revised_fen": 12_000_000, "executed_fen": 9_000_000}


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="信息中心", region="示例市")


@pytest.fixture
def other(db: None) -> Unit:
    return Unit.objects.create(name="指挥中心", region="另一市")


BOTH = (Stage.BUDGET, Stage.ACCOUNTS_BUDGET, Stage.OUTTURN)


def asked(dimension: Dimension, *units: Unit, years: tuple[int, ...] = (2023,), **more: object) -> Comparison:
    selection = Selection(units=tuple(unit.pk for unit in units), years=years, dimension=dimension, stages=BOTH)
    return compare(selection.changed(**more))


def indicators(*units: Unit, **more: object) -> Comparison:
    return asked(Dimension.INDICATORS, *units, **more)


def found(result: Comparison, label: str) -> Row:
    return next(row for row in result.rows if str(row.label) == label)


def line(result: Comparison, label: str) -> list[str]:
    cells = result.line(found(result, label))
    return [cell_text(cell, result.selection.measure, result.selection.money) for cell in cells]


def reasons(result: Comparison, label: str) -> list[str]:
    return [cell_reason(cell) for cell in result.line(found(result, label))]


@pytest.fixture
def both(unit: Unit, report: Report) -> Unit:
    """A unit that planned and reported one project."""
    report(unit, 2023, {"运行维护经费": PLAN}, kind="budget", 运行维护经费={"total_fen": 11_000_000})
    report(unit, 2023, {"运行维护经费": RESULT}, 运行维护经费=MONEY)
    return unit


def test_a_target_stands_at_the_budget_and_a_result_at_the_outturn(both: Unit) -> None:
    result = indicators(both)
    assert line(result, "会议次数") == ["≥140次", "≥150次", "120次"]
    assert line(result, "服务能力") == ["明显提升", "明显提升", "有所提升"]
    assert [cell.value for cell in result.line(found(result, "会议次数"))] == [140, 150, 120]
    assert [cell.value for cell in result.line(found(result, "服务能力"))] == [None] * 3
    assert result.selection.sentence(["信息中心"]) == "2023年 信息中心 绩效指标 预算指标值、自评所列指标值、自评完成值"


def test_indicators_stand_below_their_levels_each_with_its_unit_of_measure(both: Unit) -> None:
    rows = [("  " * row.depth + str(row.label), row.measure) for row in indicators(both).rows]
    assert rows == [
        ("产出指标", ""),
        ("  数量指标", ""),
        ("    会议次数", "次"),
        ("  质量指标", ""),
        ("    验收合格率", "%"),
        ("  时效指标", ""),
        ("    响应时间", "小时"),
        ("效益指标", ""),
        ("  社会效益指标", ""),
        ("    服务能力", ""),
    ]


def test_a_group_says_how_many_it_holds_and_adds_nothing_up(both: Unit) -> None:
    result = indicators(both)
    assert line(result, "产出指标") == ["2 项", "3 项", "3 项"]
    assert all(cell.value is None for cell in result.line(found(result, "产出指标")))


def test_what_is_absent_is_explained_and_never_0(both: Unit, other: Unit, report: Report) -> None:
    report(other, 2023, {"运行维护经费": PLAN[1:]}, kind="budget")
    result = indicators(both, other)
    states = [cell.state for cell in result.line(found(result, "会议次数"))][3:]
    assert states == [CellState.NOT_LISTED, CellState.NOT_DISCLOSED, CellState.NOT_DISCLOSED]
    assert line(result, "响应时间")[0] == "·"
    assert all(cell.value != 0 for cell in result.cells.values())


def test_an_empty_result_is_a_blank_cell(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"经费": PLAN[:1]})
    cells = list(indicators(unit).line(found(indicators(unit), "会议次数")))
    assert [cell.state for cell in cells] == [CellState.NOT_DISCLOSED, CellState.PRINTED, CellState.BLANK]


def test_a_unit_without_performance_tables_has_no_such_table(unit: Unit, both: Unit, publish: Publish) -> None:
    silent = Unit.objects.create(name="福利院", region="示例市")
    publish(silent, 2023, {"expenditure": [{"item": "total", "amount": 1}]})
    assert line(indicators(both, silent, stages=(Stage.BUDGET,)), "会议次数") == ["≥140次", "无此表"]


def test_several_projects_with_one_indicator_keep_a_row_each(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"运行维护经费": PLAN[:1], "业务工作经费": [PLAN[0] | {"target": "≥20次"}]}, kind="budget")
    result = indicators(unit, stages=(Stage.BUDGET,))
    assert line(result, "会议次数") == ["2 项"]
    assert line(result, "运行维护经费") == ["≥140次"]
    assert line(result, "业务工作经费") == ["≥20次"]
    assert found(result, "业务工作经费").whole_name == "产出指标 › 数量指标 › 会议次数 › 业务工作经费"


def test_like_names_with_other_measures_are_other_rows(unit: Unit, other: Unit, report: Report) -> None:
    report(unit, 2023, {"经费": [row("产出指标", "数量指标", "维护", "≥5个", operator=">=")]}, kind="budget")
    report(other, 2023, {"经费": [row("产出指标", "数量指标", "维护", "≥90%", operator=">=")]}, kind="budget")
    result = indicators(unit, other, stages=(Stage.BUDGET,))
    assert [(row.measure, [cell.text for cell in result.line(row)]) for row in result.rows if row.measure] == [
        ("个", ["≥5个", ""]),
        ("%", ["", "≥90%"]),
    ]


def test_change_is_on_the_same_indicator_of_the_year_before(both: Unit, report: Report) -> None:
    report(both, 2022, {"运行维护经费": [PLAN[0] | {"target": "≥100次"}, *PLAN[1:]]}, kind="budget")
    result = indicators(both, measure=Measure.CHANGE, stages=(Stage.BUDGET,))
    assert line(result, "会议次数") == ["+40"]
    assert line(result, "验收合格率") == ["0个百分点"]
    assert line(result, "服务能力") == ["/"]
    assert len(result.cell(found(result, "会议次数"), 0).texts) == 2


def test_completion_is_only_of_targets_that_are_better_the_more(both: Unit) -> None:
    result = indicators(both, measure=Measure.COMPLETION, stages=(Stage.BUDGET, Stage.OUTTURN))
    assert line(result, "会议次数") == ["/", "80%"]
    assert reasons(result, "响应时间")[1] == "指标值是上限，越小越好，不算完成程度"
    assert reasons(result, "服务能力")[1] == "定性指标，不作数值判断"
    assert reasons(result, "会议次数")[0] == "只有自评完成值能与指标值相比"


def test_a_verdict_says_why(both: Unit) -> None:
    result = indicators(both, measure=Measure.VERDICT, stages=(Stage.OUTTURN,))
    assert line(result, "会议次数") + line(result, "验收合格率") == ["✗ 未达到", "✓ 达到"]
    assert line(result, "服务能力") == ["? 无法判断"]
    assert reasons(result, "会议次数") == ["按指标值印出的符号比较"]
    assert all(cell.value is None for cell in result.cells.values())


def test_measures_of_money_are_refused_for_indicators_and_those_of_indicators_for_money(
    both: Unit, publish: Publish
) -> None:
    assert reasons(indicators(both, measure=Measure.SHARE), "会议次数")[0] == "绩效指标没有合计，也不是金额，不用此指标"
    publish(both, 2024, {"expenditure": [{"item": "total", "amount": 1}]})
    money = asked(Dimension.FUNCTIONAL, both, years=(2024,), stages=(Stage.BUDGET,), measure=Measure.VERDICT)
    assert reasons(money, "合计") == ["此指标只用于绩效指标，不用于金额"]
    assert fitting(money.selection).measure == Measure.AMOUNT


def test_words_keep_the_rows_that_they_occur_in_with_their_levels(both: Unit) -> None:
    kept = [str(row.label) for row in indicators(both, only="合格 质量").rows]
    assert kept == ["产出指标", "质量指标", "验收合格率"]


def test_a_form_published_apart_is_used_and_said(unit: Unit, both: Unit, other: Unit, report: Report) -> None:
    report(other, 2023, {"专项": PLAN[:1]}, kind="performance_target")
    result = indicators(both, other, stages=(Stage.BUDGET,))
    assert line(result, "会议次数") == ["≥140次", "≥140次"]
    assert [note for _column, note in result.notes()] == ["取自单独公开的绩效目标文件"]
    offered = offer(Selection(dimension=Dimension.INDICATORS)).units
    assert other.pk in {choice.unit.pk for choice in offered}


def projects(*units: Unit, **more: object) -> Comparison:
    return asked(Dimension.PROJECTS, *units, stages=(Stage.BUDGET, Stage.ACCOUNTS_REVISED, Stage.OUTTURN), **more)


def test_projects_have_the_amounts_of_each_stage(both: Unit) -> None:
    assert line(projects(both), "运行维护经费") == ["11.00", "12.00", "9.00"]


def test_a_projects_execution_is_by_its_budget_at_the_years_end(both: Unit) -> None:
    result = projects(both, measure=Measure.EXECUTION)
    assert line(result, "运行维护经费") == ["/", "/", "75.00%"]
    assert len(result.cell(found(result, "运行维护经费"), 2).texts) == 2


def test_a_projects_share_is_of_the_project_expenditure_that_the_statements_print(
    unit: Unit, report: Report, publish: Publish
) -> None:
    spent = {"expenditure": [{"item": "total", "nature": "project", "amount": 44}]}
    publish(unit, 2023, spent)
    report(unit, 2023, {"运行维护经费": []}, kind="performance_target", 运行维护经费={"total_fen": 11_000_000})
    result = asked(Dimension.PROJECTS, unit, stages=(Stage.BUDGET,), measure=Measure.SHARE)
    assert line(result, "运行维护经费") == ["25.00%"]
    cell = result.cell(found(result, "运行维护经费"), 0)
    assert (len(cell.texts), len(cell.sources)) == (1, 1)


def test_projects_that_a_person_joined_are_one_row_over_the_years(unit: Unit, report: Report) -> None:
    for year, name in ((2022, "网站运行"), (2023, "门户网站运行经费")):
        report(unit, year, {name: []}, kind="budget", **{name: {"total_fen": year * 1_000_000}})
    apart = asked(Dimension.PROJECTS, unit, years=(2022, 2023), stages=(Stage.BUDGET,))
    assert [len(list(apart.rows)), line(apart, "网站运行")] == [2, ["2,022.00", "·"]]
    first, second = ProjectSeries.objects.order_by("pk")
    join(second, into=first, by=None)
    assert line(asked(Dimension.PROJECTS, unit, years=(2022, 2023), stages=(Stage.BUDGET,)), "网站运行") == [
        "2,022.00",
        "2,023.00",
    ]


def test_units_with_a_project_of_one_name_share_its_row(both: Unit, other: Unit, report: Report) -> None:
    report(other, 2023, {"运行维护经费": []}, kind="budget", 运行维护经费={"total_fen": 5_000_000})
    assert line(asked(Dimension.PROJECTS, both, other, stages=(Stage.BUDGET,)), "运行维护经费") == ["11.00", "5.00"]


def test_the_overview_counts_and_opens_what_it_counts(both: Unit) -> None:
    result = asked(Dimension.PERFORMANCE, both, stages=(Stage.BUDGET, Stage.OUTTURN))
    shown = {str(row.label): line(result, str(row.label)) for row in result.rows}
    assert shown["绩效指标"] == ["3", "4"]
    assert shown["指标值是数字的占全部指标"] == ["66.67%", "75%"]
    assert shown["达到指标值的指标"] == ["·", "2"]
    assert shown["达到的占能判断的指标"] == ["·", "66.67%"]
    assert shown["指标得分"] == ["·", "38"]
    assert shown["指标分值"] == ["·", "40"]
    assert len(result.cell(found(result, "未达到指标值的指标"), 1).texts) == 1


@pytest.mark.parametrize("dimension", [Dimension.PROJECTS, Dimension.INDICATORS, Dimension.PERFORMANCE])
@pytest.mark.parametrize("measure", [Measure.AMOUNT, Measure.CHANGE])
def test_the_number_of_queries_does_not_grow(
    both: Unit, other: Unit, report: Report, dimension: Dimension, measure: Measure
) -> None:
    with CaptureQueriesContext(connection) as one:
        asked(dimension, both, measure=measure)
    for year in (2022, 2023):
        report(other, year, {"甲": PLAN, "乙": PLAN}, kind="budget", 甲={"total_fen": 1})
    with CaptureQueriesContext(connection) as many:
        asked(dimension, both, other, years=(2021, 2022, 2023), measure=measure)
    assert len(many) == len(one) <= 12


def test_a_pinned_comparison_keeps_the_old_revision(both: Unit, report: Report) -> None:
    before = indicators(both)
    pins = Pins(tuple(sorted(before.revisions)), timezone.now())
    report(both, 2023, {"运行维护经费": [PLAN[0] | {"target": "≥1次"}]}, kind="budget")
    assert line(indicators(both), "会议次数")[0] == "≥1次"
    assert line(compare(before.selection, pins), "会议次数")[0] == "≥140次"


def test_indicators_are_never_added_up_but_projects_are(both: Unit, other: Unit, report: Report) -> None:
    report(other, 2023, {"运行维护经费": PLAN}, kind="budget", 运行维护经费={"total_fen": 5_000_000})
    for dimension in (Dimension.INDICATORS, Dimension.PERFORMANCE):
        sums = Sums.of(asked(dimension, both, other, summed=True))
        assert sums.columns == ()
        assert sums.why_none
    result = asked(Dimension.PROJECTS, both, other, stages=(Stage.BUDGET,), summed=True)
    sums = Sums.of(result)
    added = sums.at(found(result, "运行维护经费"), sums.columns[0])
    assert (added.cell.value, len(added.cell.texts)) == (160_000, 2)
