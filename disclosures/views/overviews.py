"""List across all units what the checks found and what was to be achieved."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_tables2 import RequestConfig

from disclosures.models import Finding, PerformanceIndicator
from disclosures.tables.checks import FindingFilter, FindingTable
from disclosures.tables.goals import GoalFilter, GoalTable
from disclosures.views.access import browsing_required

ROWS_A_PAGE = 50


@browsing_required
def checks(request: HttpRequest) -> HttpResponse:
    """List the findings about what is published, the gravest first."""
    found = FindingFilter(request.GET, Finding.objects.published().gravest_first())
    table = FindingTable(found.qs)
    RequestConfig(request, paginate={"per_page": ROWS_A_PAGE}).configure(table)
    return render(request, "disclosures/checks.html", {"filter": found, "table": table})


@browsing_required
def goals(request: HttpRequest) -> HttpResponse:
    """List the performance indicators of what is published."""
    found = GoalFilter(request.GET, PerformanceIndicator.objects.published())
    table = GoalTable(found.qs)
    RequestConfig(request, paginate={"per_page": ROWS_A_PAGE}).configure(table)
    return render(request, "disclosures/goals.html", {"filter": found, "table": table})
