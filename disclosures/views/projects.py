"""Search projects, follow one over the years, and let clerks join and part what is one project or two."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_tables2 import RequestConfig

from disclosures.charts.performance import draw_bullets, draw_points
from disclosures.charts.projects import draw_money, draw_scatter
from disclosures.comparison.pinned import Pins
from disclosures.exports.goal_lists import LIST_FORMATS
from disclosures.forms import ShareForm
from disclosures.models import PerformanceIndicator, ProjectMatch, ProjectSeries
from disclosures.models.responsibility import units_of
from disclosures.performance.measured import all_measured
from disclosures.performance.pairs import pairs
from disclosures.performance.points import points_by_level
from disclosures.performance.project_years import project_years
from disclosures.performance.series import alike, join, part
from disclosures.tables.money import scale_of
from disclosures.tables.projects import ProjectSeriesTable, asked_projects
from disclosures.views.access import browsing_required

ROWS_A_PAGE = 50
DECIDE = "disclosures.change_projectmatch"


@browsing_required
def projects(request: HttpRequest) -> HttpResponse:
    """List the projects that the address asks for, with the figures of their newest year."""
    context = listed(request) | {"share_form": ShareForm.unsaved()}
    return render(request, "disclosures/performance/projects.html", context)


def listed(request: HttpRequest, *, share: str = "", pins: Pins | None = None) -> dict[str, Any]:
    """Return the table of the projects asked for, and its chart of execution rate and score."""
    found = asked_projects(request.GET, pins.revisions if pins else None)
    table = ProjectSeriesTable(found.qs, scale_of(request), share=share, at=pins.at if pins else None)
    RequestConfig(request, paginate={"per_page": ROWS_A_PAGE}).configure(table)
    table.fetch()
    points = list(table.newest_years())
    said = {"drawing": draw_scatter(points), "points": points, "formats": LIST_FORMATS, "tab": "projects"}
    return {"filter": found, "table": table, **said}


@browsing_required
def project(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one project over the years: money, goals, indicators planned and reported, and who says so where."""
    series = get_object_or_404(ProjectSeries.objects.published(), pk=pk)
    years = project_years([series.pk], with_indicators=True)[series.pk]
    entries = [entry for year in years for entry in year.entries]
    indicators = [one for year in years for one in year.indicators]
    points = points_by_level(PerformanceIndicator.objects.published().of_entries(entries))
    has_own = any(one.project_id for one in indicators)  # those of a whole unit belong to no project
    may_decide = request.user.has_perm(DECIDE)
    context = {
        "series": series,
        "speaks_of_unit": all(year.speaks_of_unit for year in years),
        "years": list(reversed(years)),
        "pairs": [(year, pairs(year.indicators)) for year in reversed(years) if year.indicators],
        "money_drawing": draw_money(years, scale_of(request)),
        "bullets": draw_bullets(all_measured(indicators)),
        "drawn_points": draw_points(points),
        "points": points,
        "alone": urlencode({"project": series.name, "unit": series.unit.name}) if has_own else "",
        "share_form": ShareForm.unsaved(),
        "formats": LIST_FORMATS,
        "may_decide": may_decide,
        "may_part": may_decide and len(entries) > 1,
        "alike": alike(series) if may_decide else [],
    }
    return render(request, "disclosures/performance/project.html", context)


@require_POST
@permission_required(DECIDE, raise_exception=True)
def join_project(request: HttpRequest, pk: int) -> HttpResponse:
    """Make two projects one, as a clerk says."""
    assert request.user.is_authenticated  # permission_required has seen to it
    series = _own_series(request, pk)
    wanted = request.POST.get("other", "")
    other = get_object_or_404(ProjectSeries.objects.of_unit(series.unit_id), pk=wanted if wanted.isdecimal() else 0)
    if other != series:
        join(other, into=series, by=request.user)
        messages.success(request, _("已合并为同一项目。"))
    return redirect("disclosures:project", series.pk)


@require_POST
@permission_required(DECIDE, raise_exception=True)
def part_project(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the chosen entries out of a project, as a clerk says; one entry at least stays."""
    assert request.user.is_authenticated  # permission_required has seen to it
    series = _own_series(request, pk)
    all_matches = list(ProjectMatch.objects.in_series(series).with_entries())
    chosen = [one for one in all_matches if str(one.project_id) in request.POST.getlist("entry")]
    if not chosen or len(chosen) == len(all_matches):
        messages.error(request, _("请选择要拆出的记载，并至少留下一条。"))
        return redirect("disclosures:project", series.pk)
    made = part(chosen, by=request.user)
    messages.success(request, _("已拆为另一个项目。"))
    return redirect("disclosures:project", made.pk)


def _own_series(request: HttpRequest, pk: int) -> ProjectSeries:
    """Return a project of a unit that the person answers for."""
    series = get_object_or_404(ProjectSeries, pk=pk)
    units = units_of(request.user)
    if units is not None and series.unit_id not in units:
        raise PermissionDenied
    return series
