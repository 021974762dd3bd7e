"""Open sources inside a shared list of indicators or projects: exactly what it lists, and nothing else."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.views.decorators.vary import vary_on_headers

from disclosures.models import PerformanceIndicator, Project, ProjectSeries, RevisionFile, SharedComparison
from disclosures.models.indicator_questions import IndicatorQuerySet
from disclosures.models.performance import ProjectQuerySet
from disclosures.sources.addresses import Addresses
from disclosures.sources.source import source_of_text
from disclosures.tables.indicators import IndicatorFilter
from disclosures.tables.projects import ProjectFilter
from disclosures.views.shared_access import while_open
from disclosures.views.sources import AS_PANEL, source_context, template


def listed_rows(link: SharedComparison) -> IndicatorQuerySet | ProjectQuerySet:
    """Return what a link lists: indicators, or the entries of its projects."""
    asked = QueryDict(link.query)
    if link.about == SharedComparison.About.INDICATORS:
        indicators: IndicatorQuerySet = IndicatorFilter(asked, PerformanceIndicator.objects.published()).qs
        return indicators
    found = ProjectFilter(asked, ProjectSeries.objects.published()).qs
    return Project.objects.published().of_series(found.values_list("pk", flat=True))


KINDS = {SharedComparison.About.INDICATORS: "indicator", SharedComparison.About.PROJECTS: "project"}


@vary_on_headers(AS_PANEL)
@while_open
def shared_text_source(request: HttpRequest, link: SharedComparison, kind: str, pk: int) -> HttpResponse:
    """Show where something that the link lists was printed."""
    if KINDS.get(SharedComparison.About(link.about)) != kind:
        raise Http404
    subject: Any = get_object_or_404(listed_rows(link).select_related("revision", "table__file"), pk=pk)
    context = source_context(request, source_of_text(subject), Addresses(link.slug))
    return render(request, template(request, "text", "shared_sources"), context | {"kind": kind, "share": link})


def listed_file(link: SharedComparison, pk: int, page: int | None = None) -> RevisionFile:
    """Return a file that prints something the link lists, on a page where one is named."""
    if not listed_rows(link).printed_in(pk, page).exists():
        raise Http404
    return get_object_or_404(RevisionFile, pk=pk)
