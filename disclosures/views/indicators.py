"""Search performance indicators, follow one over units and years, and say how targets were set."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django_tables2 import RequestConfig

from disclosures.charts.performance import draw_bullets, draw_course, draw_points
from disclosures.comparison.pinned import Pins
from disclosures.exports.goal_lists import LIST_FORMATS
from disclosures.forms import ShareForm
from disclosures.models import PerformanceIndicator
from disclosures.models.indicator_questions import IndicatorQuerySet
from disclosures.performance.corrected import as_corrected
from disclosures.performance.measured import all_measured, measured
from disclosures.performance.points import points_by_level
from disclosures.performance.quality import shares
from disclosures.tables.indicators import IndicatorTable, asked_indicators, source_address
from disclosures.views.access import browsing_required
from disclosures.vocabulary import Verdict

ROWS_A_PAGE = 50
# Enough to find what was missed; a chart has room for thirty of them.
DRAWN = 200
# More bars than this nobody tells apart; the table below has them all.
MOST_IN_COURSE = 40


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
    context = listed(request) | {"share_form": ShareForm.unsaved()}
    return render(request, "disclosures/performance/indicators.html", context)


def listed(request: HttpRequest, *, share: str = "", pins: Pins | None = None) -> dict[str, Any]:
    """Return the table of the indicators asked for, with how many were met, missed or not to be judged."""
    held = pins.revisions if pins else None
    found = asked_indicators(request.GET, held)
    verdicts = asked_indicators(request.GET, held, listed=False).qs.counted_by_verdict()
    table = IndicatorTable(found.qs, share=share)
    paginate = {"per_page": ROWS_A_PAGE, "paginator_class": KnownCount, "known": sum(verdicts.values())}
    RequestConfig(request, paginate=paginate).configure(table)
    if pins:  # the page's own rows are set back to that moment
        as_corrected([row.record for row in table.paginated_rows], pins.at)
    counts = [(verdict, verdict.label, verdicts.get(verdict, 0)) for verdict in Verdict]
    said = {"counts": counts, "total": sum(verdicts.values()), "formats": LIST_FORMATS, "tab": "list"}
    return {"filter": found, "table": table, **said}


@browsing_required
def indicator_charts(request: HttpRequest) -> HttpResponse:
    """Draw the indicators asked for: results against targets, and points by level."""
    found = asked_indicators(request.GET, listed=False)
    context = {"filter": found, "tab": "charts", **drawn(found.qs), **may_be_given_away()}
    return render(request, "disclosures/performance/charts.html", context)


def may_be_given_away() -> dict[str, Any]:
    """Return what the buttons need that download and share a list."""
    return {"share_form": ShareForm.unsaved(), "formats": LIST_FORMATS}


def drawn(found: IndicatorQuerySet) -> dict[str, Any]:
    """Return the charts of some indicators, each with the figures of its table."""
    both = all_measured(found.quantified().with_result().first_missed(DRAWN))
    points = points_by_level(found)
    return {"bullets": draw_bullets(both), "measured": both, "drawn_points": draw_points(points), "points": points}


@browsing_required
def quality(request: HttpRequest) -> HttpResponse:
    """Say how the targets of the indicators asked for were set, each share with its list."""
    found = asked_indicators(request.GET, listed=False)
    context = {"filter": found, "tab": "quality", "shares": list(shares(found.qs)), "formats": LIST_FORMATS}
    return render(request, "disclosures/performance/quality.html", context)


@browsing_required
def indicator(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one indicator whole, and the same over units and years."""
    rows = PerformanceIndicator.objects
    shown = get_object_or_404(rows.published(of_term=None).with_filing(), pk=pk)
    same = rows.published(of_term=shown.of_term, listed=False).named_as(shown)
    course = [one for one in map(measured, same[:MOST_IN_COURSE]) if one and one.measure == _measure(shown)]
    table = IndicatorTable(same)
    RequestConfig(request, paginate={"per_page": ROWS_A_PAGE}).configure(table)
    context = {
        "indicator": shown,
        "term": rows.of_same_form(shown),
        "source": source_address("indicator", shown.pk),
        "same": table if table.paginator.count > 1 else None,
        "drawing": draw_course(course),
        "alone": urlencode({"q": shown.level3, "unit": shown.unit.name, "year": shown.fiscal_year}),
        **may_be_given_away(),
    }
    return render(request, "disclosures/performance/indicator.html", context)


def _measure(shown: PerformanceIndicator) -> str | None:
    found = measured(shown)
    return found.measure if found else None
