"""List across all units what was to be achieved."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_tables2 import RequestConfig

from disclosures.models import PerformanceIndicator
from disclosures.tables.goals import GoalFilter, GoalTable
from disclosures.views.access import browsing_required

ROWS_A_PAGE = 50


@browsing_required
def goals(request: HttpRequest) -> HttpResponse:
    """List the performance indicators of what is published."""
    found = GoalFilter(request.GET, PerformanceIndicator.objects.published())
    table = GoalTable(found.qs)
    RequestConfig(request, paginate={"per_page": ROWS_A_PAGE}).configure(table)
    return render(request, "disclosures/goals.html", {"filter": found, "table": table})
