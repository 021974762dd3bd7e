"""The form about a whole unit is no project: it is listed apart, with the unit's own indicators."""

import pytest
from django.test import Client

from disclosures.models import PerformanceIndicator, ProjectSeries, Revision, StatementTable, Unit
from tests.reported import Report, row

ROWS = [
    row("产出指标", "数量指标", "会议次数", "150次", "100次", 10, 6),
    row("产出指标", "质量指标", "合格率", "≥95%", "98%", 10, 10, operator=">="),
]


@pytest.fixture
def overall(unit: Unit, report: Report) -> Revision:
    """A unit's own form with two indicators that stand in it without a project."""
    revision = report(unit, 2023, {"整体绩效": ROWS})
    StatementTable._base_manager.filter(revision=revision).update(kind="review_overall")
    PerformanceIndicator._base_manager.filter(revision=revision).update(project=None)
    return revision


def names(client: Client, **asked: str) -> list[str]:
    """The names of the projects that the list shows."""
    return [one.record.name for one in client.get("/projects/", asked).context["table"].paginated_rows]


def test_the_form_of_the_whole_unit_is_listed_apart(reader: Client, overall: Revision, report: Report) -> None:
    report(overall.disclosure.unit, 2024, {"运维经费": ROWS}, kind="budget")
    assert names(reader) == ["运维经费"]
    assert names(reader, scope="unit") == ["整体绩效"]
    assert sorted(names(reader, scope="all")) == ["整体绩效", "运维经费"]
    assert names(reader, scope="nothing") == ["运维经费"]
    assert reader.get("/projects/export.csv").status_code == 200


def test_it_shows_the_indicators_of_the_unit(reader: Client, overall: Revision) -> None:
    listed = reader.get("/projects/?scope=unit").content.decode()
    assert "单位整体，不是项目" in listed
    assert "1项未达到" in listed
    page = reader.get(f"/projects/{ProjectSeries.objects.get().pk}/")
    assert len(page.context["years"][0].indicators) == 2
    assert "不是一个项目" in page.content.decode()
    assert [one.indicators for one in page.context["points"]] == [1, 1]


def test_sums_among_the_tasks_of_a_unit_are_no_projects(reader: Client, unit: Unit, report: Report) -> None:
    revision = report(unit, 2023, {"基本支出": [], "综合管理": []}, kind="budget")
    StatementTable._base_manager.filter(revision=revision).update(kind="performance_overall")
    assert names(reader) == ["综合管理"]
    assert names(reader, scope="unit") == ["基本支出"]


def test_a_project_of_that_name_is_one_where_its_own_form_says_so(reader: Client, unit: Unit, report: Report) -> None:
    report(unit, 2023, {"基本支出": ROWS})
    assert names(reader) == ["基本支出"]


def test_what_is_not_listed_is_said_one_way(reader: Client, unit: Unit, report: Report) -> None:
    report(unit, 2023, {"运维经费": []})
    listed = reader.get("/projects/").content.decode()
    page = reader.get(f"/projects/{ProjectSeries.objects.get().pk}/").content.decode()
    assert "表中未列此项" in listed
    years = page[page.index("years-title") : page.index("</table>")]
    assert years.count('title="表中未列此项"') == 6  # three sums, the rate, the score and the indicators


def test_only_what_has_two_entries_can_be_parted(client: Client, unit: Unit, report: Report, admin_user) -> None:
    client.force_login(admin_user)
    report(unit, 2023, {"运维经费": []})
    address = f"/projects/{ProjectSeries.objects.get().pk}/"
    assert "拆出" not in client.get(address).content.decode()
    report(unit, 2022, {"运维经费": []})
    assert "拆出" in client.get(address).content.decode()
