"""Open sources inside a shared list of indicators or projects: exactly what it lists, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.views.decorators.vary import vary_on_headers

from disclosures.comparison import Comparison
from disclosures.comparison.counted import counted_figures
from disclosures.comparison.shared import pins_of, result_of
from disclosures.models import Figure, PerformanceIndicator, Project, RevisionFile, SharedComparison
from disclosures.models.indicator_questions import IndicatorQuerySet
from disclosures.models.performance import ProjectQuerySet
from disclosures.models.project_series import ProjectSeriesQuerySet
from disclosures.models.prose import FigureQuerySet
from disclosures.sources.addresses import Addresses
from disclosures.sources.source import source_of_text
from disclosures.tables.indicators import asked_indicators
from disclosures.tables.projects import asked_projects
from disclosures.views.shared_access import while_open
from disclosures.views.sources import AS_PANEL, source_context, template, text_context


def listed_rows(link: SharedComparison) -> IndicatorQuerySet | ProjectQuerySet:
    """Return what a link lists: indicators, or the entries of its projects."""
    asked, pins = QueryDict(link.query), pins_of(link)
    held = pins.revisions if pins else None
    if link.about == SharedComparison.About.INDICATORS:
        indicators: IndicatorQuerySet = asked_indicators(asked, held).qs
        return indicators
    found: ProjectSeriesQuerySet = asked_projects(asked, held).qs
    return found.entries().of_series(found.values_list("pk", flat=True))


def revisions_of(link: SharedComparison) -> Iterable[int]:
    """Return the revisions that a link shows something of today."""
    if link.about == SharedComparison.About.COMPARISON:
        return result_of(link).revisions
    return listed_rows(link).in_revisions()


KINDS = {SharedComparison.About.INDICATORS: "indicator", SharedComparison.About.PROJECTS: "project"}


@vary_on_headers(AS_PANEL)
@while_open
def shared_text_source(request: HttpRequest, link: SharedComparison, kind: str, pk: int) -> HttpResponse:
    """Show where something that the link lists or compares was printed."""
    subject: Any = get_object_or_404(_rows(link, kind).select_related("revision"), pk=pk)
    context = source_context(request, source_of_text(subject), Addresses(link.slug))
    context |= text_context(subject) | {"share": link}
    return render(request, template(request, "text", "shared_sources"), context)


def _rows(link: SharedComparison, kind: str) -> IndicatorQuerySet | ProjectQuerySet | FigureQuerySet:
    """Return the rows of a kind that a link shows."""
    if link.about == SharedComparison.About.COMPARISON:
        return compared_rows(result_of(link), kind)
    if KINDS[SharedComparison.About(link.about)] != kind:
        raise Http404
    return listed_rows(link)


COMPARED: Mapping[str, type[PerformanceIndicator | Project | Figure]] = {
    "indicator": PerformanceIndicator,
    "project": Project,
    "figure": Figure,
}


def compared_rows(result: Comparison, kind: str) -> IndicatorQuerySet | ProjectQuerySet | FigureQuerySet:
    """Return the projects, indicators or counts in the text that a comparison shows or is computed from."""
    if kind not in COMPARED:
        raise Http404
    told = (source.pk for source in result.texts if source.kind == kind)
    keys = counted_figures(result).values() if COMPARED[kind] is Figure else told
    shown: IndicatorQuerySet | ProjectQuerySet | FigureQuerySet = COMPARED[kind].objects.keyed(keys)
    return shown


def listed_file(link: SharedComparison, pk: int, page: int | None = None) -> RevisionFile:
    """Return a file that prints something the link lists, on a page where one is named."""
    if not listed_rows(link).printed_in(pk, page).exists():
        raise Http404
    return get_object_or_404(RevisionFile, pk=pk)
