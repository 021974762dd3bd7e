"""Show what a vehicle, a visit and a guest cost in the three public expenses, over units and years."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.vary import vary_on_headers

from disclosures.charts.unit_costs import draw_unit_costs
from disclosures.comparison.selection import COMPARABLE_KINDS
from disclosures.models import Revision, Unit
from disclosures.models.filings import RevisionQuerySet
from disclosures.performance.unit_costs import MEASURES, UnitCost, all_unit_costs, unit_costs, units_counting_first
from disclosures.tables.unit_costs import UnitCostFilter
from disclosures.views.access import browsing_required
from disclosures.views.sources import AS_PANEL

UNITS_A_PAGE = 20


@browsing_required
def costs(request: HttpRequest) -> HttpResponse:
    """List the units asked for, those that state numbers first; what cannot be divided says why."""
    found = UnitCostFilter(request.GET, units_counting_first())
    page = Paginator(found.qs, UNITS_A_PAGE).get_page(request.GET.get("page"))
    units = list(page.object_list)
    places = {unit.pk: place for place, unit in enumerate(units)}
    revisions = sorted(found.of_years(filings(units)), key=lambda one: places[one.disclosure.unit_id])
    rows = all_unit_costs(revisions)
    context = {
        "filter": found,
        "page": page,
        "rows": [(revision, rows[revision.pk]) for revision in revisions],
        "measures": MEASURES,
        "drawings": draw_unit_costs(one for revision in oldest_first(revisions) for one in rows[revision.pk]),
        "tab": "costs",
    }
    return render(request, "disclosures/performance/costs.html", context)


def oldest_first(revisions: Sequence[Revision]) -> list[Revision]:
    """Return filings year by year, those of one year in the order that they have."""
    return sorted(revisions, key=lambda one: one.disclosure.fiscal_year_id)


def filings(units: Sequence[Unit]) -> RevisionQuerySet:
    """Return what some units have published of budgets and accounts, unit by unit, the newest first."""
    filed = Revision.objects.published().for_units(units).of_kind(*COMPARABLE_KINDS)
    return filed.select_related("disclosure__unit").by_unit_newest_first()


@vary_on_headers(AS_PANEL)
@browsing_required
def cost(request: HttpRequest, pk: int, measure: str) -> HttpResponse:
    """Show one quotient with both its sources: the amount in its table, the number in its sentence."""
    visible = Revision.objects.visible_to(request.user).select_related("disclosure__unit")
    revision = get_object_or_404(visible, pk=pk)
    shown = next((one for one in unit_costs(revision) if one.measure.name == measure), None)
    if shown is None:
        raise Http404
    name = "cost_panel" if AS_PANEL in request.headers else "cost"
    return render(request, f"disclosures/performance/{name}.html", {"one": shown})


def costs_of_unit(unit: Unit) -> list[UnitCost]:
    """Return all quotients of one unit, oldest first."""
    revisions = list(filings([unit]))
    rows = all_unit_costs(revisions)
    return [one for revision in oldest_first(revisions) for one in rows[revision.pk]]
