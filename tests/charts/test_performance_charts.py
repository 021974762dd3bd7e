"""Charts of indicators and projects say in words what they draw, and leave out what is not there."""

from decimal import Decimal

from disclosures.charts.performance import draw_bullets, draw_course, draw_points
from disclosures.charts.projects import draw_money, draw_scatter
from disclosures.comparison.selection import MoneyScale
from disclosures.models import Disclosure, PerformanceIndicator, Project, Revision, Unit
from disclosures.performance.marking import mark
from disclosures.performance.measured import all_measured, measured
from disclosures.performance.points import Points
from disclosures.performance.project_years import ProjectYear

UNIT = Unit(pk=3, name="示例市信息中心")


def indicator(name: str, target: str, actual: str, **more: object) -> PerformanceIndicator:
    one = PerformanceIndicator(
        pk=len(name), level3=name, target=target, actual=actual, unit=UNIT, fiscal_year=2023, **more
    )
    mark(one)
    return one


def project(**figures: object) -> Project:
    filed = Disclosure(unit=UNIT, fiscal_year_id=2023, kind="final_accounts")
    return Project(name="运维", fiscal_year=2023, page=7, revision=Revision(disclosure=filed), **figures)


def test_a_bullet_is_the_result_in_percent_of_the_target() -> None:
    drawing = draw_bullets(all_measured([indicator("报告", "8份", "4份"), indicator("会议次数", "150次", "300次")]))
    assert drawing is not None
    lengths = sorted(length for trace in drawing.figure["data"] for length in trace["x"])
    assert lengths == [50.0, 200.0]
    assert drawing.words.startswith("报告：指标值8份，完成值4份")


def test_missed_ones_come_first_and_a_bar_cut_off_says_how_far_it_goes() -> None:
    found = all_measured([indicator("对接数量", "≥20万条", "61万条", operator=">="), indicator("报告", "8份", "4份")])
    drawing = draw_bullets(found)
    assert drawing is not None
    assert drawing.words.index("报告") < drawing.words.index("对接数量")
    (text,) = [text for trace in drawing.figure["data"] for text in trace["text"] if "条" in text]
    assert text == "61万条（305.0%）"


def test_a_result_below_its_ceiling_is_a_mark_that_says_both() -> None:
    found = [indicator("空白栏目数", "≤5个", "0个", operator="<="), indicator("报告", "8份", "8份")]
    drawing = draw_bullets(all_measured(found))
    assert drawing is not None
    bars, marks, labels = sorted(drawing.figure["data"], key=lambda trace: (trace["type"], trace.get("mode", "")))
    assert list(bars["x"]) == [100.0]
    assert (list(marks["x"]), marks["marker"]["symbol"]) == ([0.0], "diamond")
    assert list(labels["text"]) == ["  0个（≤5个）"]
    assert "空白栏目数：指标值≤5个，完成值0个" in drawing.words
    assert "菱形" in str(drawing.title)


def test_a_ceiling_without_a_sign_is_told_by_its_judgement() -> None:
    (cost,) = all_measured([indicator("服务费", "30万元", "29万元", level1="产出指标", level2="成本指标")])
    assert cost.is_ceiling
    drawing = draw_bullets([cost])
    assert drawing is not None
    assert "指标值≤30万元，完成值29万元" in drawing.words


def test_words_and_unlike_measures_draw_nothing() -> None:
    assert draw_bullets(all_measured([indicator("效果", "提升", "提升"), indicator("期数", "150期", "179件")])) is None


def test_a_result_that_is_not_printed_is_a_gap_beside_its_target() -> None:
    found = [one for one in map(measured, [indicator("报告", "8份", ""), indicator("报告书", "8份", "9份")]) if one]
    drawing = draw_course(found)
    assert drawing is not None
    bars, targets = drawing.figure["data"]
    assert list(bars["y"]) == [None, 9.0]
    assert list(targets["y"]) == [8.0, 8.0]


def test_points_lost_stand_beside_points_won() -> None:
    drawing = draw_points([Points("产出指标", "数量指标", Decimal(20), Decimal("1.5"), 4)])
    assert drawing is not None
    assert [list(trace["x"]) for trace in drawing.figure["data"]] == [[18.5], [1.5]]
    assert "数量" in drawing.words
    assert draw_points([]) is None


def test_a_project_without_score_is_no_point() -> None:
    evaluated = ProjectYear(year=2023, entries=(project(execution_rate=Decimal("84.99"), score=Decimal("89.8")),))
    planned = ProjectYear(year=2024, entries=(project(total_fen=100),))
    assert draw_scatter([("运维", evaluated), ("运维", planned)]) is None
    drawing = draw_scatter([("运维", evaluated), ("业务", evaluated), ("运维", planned)])
    assert drawing is not None
    assert list(drawing.figure["data"][0]["x"]) == [84.99, 84.99]


def test_money_that_no_document_prints_is_a_gap() -> None:
    years = [ProjectYear(year=2022, entries=(project(total_fen=1_000_000_00),)), ProjectYear(year=2023, entries=())]
    drawing = draw_money(years, MoneyScale.TEN_THOUSAND)
    assert drawing is not None
    (bars,) = drawing.figure["data"]
    assert list(bars["y"]) == [100.0, None]
