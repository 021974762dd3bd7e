"""Search performance indicators, follow one over units and years, and say how targets were set."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django_tables2 import RequestConfig

from disclosures.charts.performance import draw_bullets, draw_course, draw_points
from disclosures.models import PerformanceIndicator
from disclosures.models.indicator_questions import IndicatorQuerySet
from disclosures.performance.measured import all_measured, measured
from disclosures.performance.points import points_by_level
from disclosures.performance.quality import shares
from disclosures.tables.indicator_sheet import sheet_lines
from disclosures.tables.indicators import IndicatorFilter, IndicatorTable, source_address
from disclosures.views.access import browsing_required
from disclosures.vocabulary import Verdict

ROWS_A_PAGE = 50
# Enough to find what was missed; a chart has room for thirty of them.
DRAWN = 200


class KnownCount(Paginator[Any]):
    """A paginator that is told how many there are: the verdicts were counted already."""

    def __init__(self, *args: Any, known: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = known

    @cached_property
    def count(self) -> int:
        """Return the number known."""
        return self.known


@browsing_required
def indicators(request: HttpRequest) -> HttpResponse:
    """List the indicators that the address asks for."""
    return render(request, "disclosures/performance/indicators.html", listed(request))


def listed(request: HttpRequest, *, share: str = "") -> dict[str, Any]:
    """Return the table of the indicators asked for, with how many were met, missed or not to be judged."""
    found = IndicatorFilter(request.GET, PerformanceIndicator.objects.published())
    verdicts = found.qs.counted_by_verdict()
    table = IndicatorTable(found.qs, share=share)
    paginate = {"per_page": ROWS_A_PAGE, "paginator_class": KnownCount, "known": sum(verdicts.values())}
    RequestConfig(request, paginate=paginate).configure(table)
    counts = [(verdict, verdict.label, verdicts.get(verdict, 0)) for verdict in Verdict]
    return {"filter": found, "table": table, "counts": counts, "total": sum(verdicts.values()), "tab": "list"}


@browsing_required
def indicator_charts(request: HttpRequest) -> HttpResponse:
    """Draw the indicators asked for: results against targets, and points by level."""
    found = IndicatorFilter(request.GET, PerformanceIndicator.objects.published())
    context = {"filter": found, "tab": "charts", **drawn(found.qs)}
    return render(request, "disclosures/performance/charts.html", context)


def drawn(found: IndicatorQuerySet) -> dict[str, Any]:
    """Return the charts of some indicators, each with the figures of its table."""
    both = all_measured(found.quantified().with_result().missed_first()[:DRAWN])
    points = points_by_level(found)
    return {"bullets": draw_bullets(both), "measured": both, "drawn_points": draw_points(points), "points": points}


@browsing_required
def quality(request: HttpRequest) -> HttpResponse:
    """Say how the targets of the indicators asked for were set, each share with its list."""
    found = IndicatorFilter(request.GET, PerformanceIndicator.objects.published())
    context = {"filter": found, "tab": "quality", "shares": list(shares(found.qs))}
    return render(request, "disclosures/performance/quality.html", context)


@browsing_required
def indicator(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one indicator whole, and the same over units and years."""
    published = PerformanceIndicator.objects.published()
    shown = get_object_or_404(published.with_filing(), pk=pk)
    same = list(published.named_as(shown))
    course = [one for one in map(measured, same) if one is not None and one.measure == _measure(shown)]
    context = {
        "indicator": shown,
        "source": source_address("indicator", shown.pk),
        "same": IndicatorTable(same) if len(same) > 1 else None,
        "drawing": draw_course(course),
    }
    return render(request, "disclosures/performance/indicator.html", context)


def _measure(shown: PerformanceIndicator) -> str | None:
    found = measured(shown)
    return found.measure if found else None


@browsing_required
def indicator_sheet(request: HttpRequest) -> StreamingHttpResponse:
    """Send the indicators asked for as a sheet that every office program opens."""
    found = IndicatorFilter(request.GET, PerformanceIndicator.objects.published())
    lines = sheet_lines(found.qs.with_filing().iterator(chunk_size=1000), request.build_absolute_uri)
    headers = {"Content-Disposition": 'attachment; filename="indicators.csv"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)
