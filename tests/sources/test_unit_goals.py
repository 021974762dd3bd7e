"""The whole unit's goal is read off its stored form, where no project carries it."""

import pytest

from disclosures.models import Revision, RevisionFile, StatementTable, Unit
from disclosures.sources.unit_goals import whole_unit_goal
from tests.published import Publish

pytestmark = pytest.mark.django_db

ROWS = [
    ["单位名称", "示例市信息中心", "", ""],
    ["年度总体目标", "保障热线稳定运行", "", ""],
    ["绩效指标", "", "", ""],
    ["一级指标", "二级指标", "三级指标", "指标值"],
    ["产出指标", "数量指标", "报告", "12份"],
]


def filed(unit: Unit, publish: Publish, rows: list[list[str]]) -> Revision:
    revision = publish(unit, 2024, {})
    file = RevisionFile.objects.get(revision=revision)
    grid = [{"page": 9, "box": None, "rows": [[[text, 1, 1, False] for text in row] for row in rows]}]
    # Straight to the table: what is filed is closed to everyone else.
    StatementTable._base_manager.bulk_create(
        [StatementTable(revision=revision, file=file, index=0, kind="performance_overall", grid=grid)]
    )
    return revision


def test_the_goal_stands_in_the_form_of_the_whole_unit(publish: Publish) -> None:
    unit = Unit.objects.create(name="示例市信息中心", region="示例市")
    assert whole_unit_goal(filed(unit, publish, ROWS)) == "保障热线稳定运行"


def test_a_form_without_a_goal_has_none(publish: Publish) -> None:
    unit = Unit.objects.create(name="示例市信息中心", region="示例市")
    assert whole_unit_goal(filed(unit, publish, [ROWS[0], *ROWS[2:]])) == ""
