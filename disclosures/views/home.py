"""Show what 明账 holds at a glance, and say how it reads and counts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.charts.bars import Bars, by_unit
from disclosures.comparison import Comparison
from disclosures.comparison.comparability import RULES
from disclosures.comparison.display import SIGNS
from disclosures.comparison.overview import READY, ready_comparison, totals
from disclosures.comparison.sums import NO_SUMS
from disclosures.models import Revision, Unit
from disclosures.models.coverage import coverage, years_filed
from disclosures.tables.money import scale_of
from disclosures.views.access import browsing_required

# The board shows what fits a screen; the list of units shows all.
BOARD_UNITS = 12
BOARD_YEARS = 6
NEWEST = 6


@browsing_required
def home(request: HttpRequest) -> HttpResponse:
    """Show the four figures, the coverage board, the newest disclosures and comparisons ready to open."""
    years = years_filed()[:BOARD_YEARS]
    units = Unit.objects.with_most_published()[:BOARD_UNITS]
    context = {
        "totals": totals(),
        "years": years,
        "board": coverage(units, years),
        "newest": Revision.objects.newest_published()[:NEWEST],
        "ready": ready_bars(ready_comparison(scale_of(request))),
    }
    return render(request, "disclosures/home.html", context)


def ready_bars(result: Comparison | None) -> list[Bars]:
    """Return the ready comparisons that have figures."""
    return [by_unit(result, row) for row in result.rows if row.key in READY] if result else []


def methods(request: HttpRequest) -> HttpResponse:
    """Explain sources, definitions and signs; open to everyone, since shared pages point here."""
    context = {
        "states": list(SIGNS),
        "sum_rules": RULES,
        "without_sums": [(of.label, reason) for of, reason in NO_SUMS.items()],
    }
    return render(request, "disclosures/methods.html", context)
