"""Projects that prose names."""

from __future__ import annotations

from decimal import Decimal

from disclosures.evidence import Cell, Grid
from disclosures.extraction.prose.figures import extract_figures
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import TableKind
from tests.extraction.prose.literal_lines import prose, reading

D = Decimal


def test_a_numbered_project_with_its_budget_and_purpose() -> None:
    found = reading(
        "（四）项目支出30万元，具体包括：",
        "1.校园安全预算20万元，主要用于校园安保。较2023年预算减少10万元，下降33%。",
        "2.教学设备（结转）项目预算10万元，主要用于设备更新。",
    )
    assert [(one.name, one.total, one.content) for one in found.projects] == [
        ("校园安全", D(200000), "主要用于校园安保。"),
        ("教学设备（结转）", D(100000), "主要用于设备更新。"),
    ]
    assert [figure.topic for figure in found.figures] == ["project"]


def test_a_project_that_was_carried_out() -> None:
    [project] = reading(
        "设备更新经费2024年初预算安排80万元，年中追加2万元，故全年预算合计82万元。"
        "全年执行数为61.5万元，执行率为75%，年末结余20.5万元。"
    ).projects
    assert (project.name, project.approved, project.revised) == ("设备更新经费", D(800000), D(820000))
    assert (project.executed, project.execution_rate, project.total) == (D("615000.0"), D(75), None)


def test_what_has_a_topic_or_a_functional_path_is_no_project() -> None:
    assert not reading("（一）项目支出", "1.公务接待费预算2万元，主要用于接待。").projects
    assert not reading("（一）项目支出", "1.教育支出（类）普通教育（款）预算2万元。").projects


def test_the_tables_show_whether_the_word_project_belongs_to_a_name() -> None:
    grid = Grid(((Cell("咨询管理"), Cell("运维项目")),))
    table = StatementTable(
        index=0, kind=TableKind.PERFORMANCE_OVERALL, title=None, label=None, money_unit=None, grids=(grid,)
    )
    lines = ("（四）项目支出9万元：", "1.咨询管理项目预算4万元。", "2.运维项目预算5万元。")
    found = extract_figures(prose(*lines), Identity(unit="甲市教育局", fiscal_year=2024), (table,), ())
    assert [project.name for project in found.projects] == ["咨询管理", "运维项目"]
