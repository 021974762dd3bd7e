"""A project is followed over years and documents; a person may join and part what is one."""

import pytest
from django.contrib.auth import get_user_model

from disclosures.models import AuditEntry, ProjectMatch, ProjectSeries, Unit
from disclosures.performance.project_years import project_years
from disclosures.performance.series import alike, join, part
from tests.reported import Report

Basis = ProjectMatch.Basis


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="示例市信息中心", region="示例市", code="083006")


@pytest.fixture
def person(db: None):
    return get_user_model().objects.create_user("clerk")


def bases(name: str) -> list[tuple[int, str]]:
    """The years of the one series with a name, each with the ground it was matched on."""
    matches = ProjectMatch.objects.filter(series__name=name).order_by("project__fiscal_year", "project__id")
    return [(match.project.fiscal_year, match.basis) for match in matches]


def test_years_and_kinds_of_document_meet_by_name(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"运行维护经费": []}, kind="budget")
    report(unit, 2023, {"运行维护经费": []})
    report(unit, 2024, {"2024年 运行维护经费": []}, kind="budget")
    assert bases("运行维护经费") == [(2023, Basis.FIRST), (2023, Basis.NAME), (2024, Basis.NAME)]


def test_a_code_outlives_a_rename(unit: Unit, report: Report) -> None:
    code = {"code": "430000230001"}
    report(unit, 2023, {"运行维护经费": []}, kind="budget", 运行维护经费=code)
    report(unit, 2024, {"信息系统运维": []}, kind="budget", 信息系统运维=code)
    assert bases("运行维护经费") == [(2023, Basis.FIRST), (2024, Basis.CODE)]


def test_a_code_that_many_projects_print_is_the_units(unit: Unit, report: Report) -> None:
    code = {"code": "083006"}
    report(unit, 2023, {"春运经费": [], "铁路监管经费": []}, kind="budget", 春运经费=code, 铁路监管经费=code)
    assert ProjectSeries.objects.count() == 2


def test_two_codes_in_one_year_tell_two_projects_of_a_name_apart(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"专项经费": []}, kind="budget", 专项经费={"code": "A1001"})
    report(unit, 2023, {"专项经费": []}, 专项经费={"code": "B2002"})
    assert ProjectSeries.objects.count() == 2


def test_units_never_share_a_project(unit: Unit, report: Report) -> None:
    other = Unit.objects.create(name="别处中心", region="别处")
    for one in (unit, other):
        report(one, 2023, {"运行维护经费": []}, kind="budget")
    assert ProjectSeries.objects.count() == 2


def test_what_a_person_joined_stays_joined_and_says_who(unit: Unit, report: Report, person) -> None:
    report(unit, 2023, {"信息化运维项目": []}, kind="budget")
    report(unit, 2024, {"信息化运行维护": []}, kind="budget")
    kept, other = ProjectSeries.objects.order_by("id")
    join(other, into=kept, by=person)
    assert bases("信息化运维项目") == [(2023, Basis.FIRST), (2024, Basis.PERSON)]
    assert ProjectMatch.objects.get(basis=Basis.PERSON).decided_by == person
    report(unit, 2025, {"信息化运行维护": []}, kind="budget")
    assert bases("信息化运维项目")[-1] == (2025, Basis.NAME)


def test_what_a_person_parted_stays_apart_in_the_next_revision(unit: Unit, report: Report, person) -> None:
    report(unit, 2023, {"专项经费": []}, kind="budget")
    report(unit, 2024, {"专项经费": []}, kind="budget")
    part([ProjectMatch.objects.get(project__fiscal_year=2024)], by=person)
    report(unit, 2024, {"专项经费": []}, kind="budget")
    years = ProjectSeries.objects.order_by("id").values_list("matches__project__fiscal_year", flat=True)
    assert list(years) == [2023, 2024, 2024]


def test_who_joined_and_parted_what_is_in_the_audit_log(unit: Unit, report: Report, person) -> None:
    report(unit, 2023, {"信息化运维项目": []}, kind="budget")
    report(unit, 2024, {"信息化运行维护": []}, kind="budget")
    kept, other = ProjectSeries.objects.order_by("id")
    join(other, into=kept, by=person)
    part([ProjectMatch.objects.get(project__fiscal_year=2024)], by=person)
    parted, joined = AuditEntry.objects.about(kept)
    assert (joined.action, joined.user, parted.action, parted.user) == ("merged", person, "parted", person)
    assert (joined.before["joined"]["name"], years(joined.before["kept"])) == ("信息化运行维护", [2023])
    assert years(joined.after["kept"]) == years(parted.before["kept"]) == [2023, 2024]
    assert (years(parted.after["kept"]), years(parted.after["parted"])) == ([2023], [2024])


def years(told: dict[str, list[dict[str, int]]]) -> list[int]:
    return [entry["year"] for entry in told["entries"]]


def test_names_that_are_near_are_offered_to_a_person(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"信息化运维项目": [], "春运工作经费": []}, kind="budget")
    report(unit, 2024, {"信息化运维": []}, kind="budget")
    assert [one.name for one in alike(ProjectSeries.objects.get(name="信息化运维项目"))] == ["信息化运维"]


def test_a_year_takes_each_figure_from_the_document_that_prints_it(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"运维经费": []}, kind="budget", 运维经费={"total_fen": 10_000_00, "annual_goal": "保障运行"})
    figures = {"approved_fen": 11_000_00, "revised_fen": 12_000_00, "executed_fen": 9_000_00, "score": 90}
    report(unit, 2023, {"运维经费": []}, 运维经费=figures)
    (year,) = project_years([ProjectSeries.objects.get().pk])[ProjectSeries.objects.get().pk]
    assert (year.approved.value, year.revised.value, year.executed.value) == (11_000, 12_000, 9_000)
    assert (year.rate.value, year.rate.computed) == (75, True)
    assert (year.goal, year.score.value) == ("保障运行", 90)


def test_an_amount_that_no_document_prints_is_no_zero(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"运维经费": []}, kind="budget")
    series = ProjectSeries.objects.get().pk
    (year,) = project_years([series])[series]
    assert (year.approved.value, year.executed.value, year.rate.value, year.score.value) == (None,) * 4
