"""Find units, and show what one unit plans and spends over the years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django_tables2 import RequestConfig

from disclosures.charts.bars import by_row
from disclosures.charts.sparkline import sparkline
from disclosures.charts.trend import draw_trend
from disclosures.comparison import Selection
from disclosures.comparison.selection import COMPARABLE_KINDS
from disclosures.comparison.unit_overview import UnitOverview, overview
from disclosures.models import Revision, Unit
from disclosures.tables.money import scale_of
from disclosures.tables.units import FilingTable, UnitFilter, UnitTable
from disclosures.views.access import browsing_required
from disclosures.views.performance_section import performance_section
from disclosures.vocabulary import DisclosureKind

UNITS_A_PAGE = 50
# A comparison of more units than this opens too full to read.
AKIN = 5


@browsing_required
def units(request: HttpRequest) -> HttpResponse:
    """List the units that the search names."""
    found = UnitFilter(request.GET, Unit.objects.with_publications())
    table = UnitTable(found.qs)
    RequestConfig(request, paginate={"per_page": UNITS_A_PAGE}).configure(table)
    return render(request, "disclosures/units.html", {"filter": found, "table": table})


@browsing_required
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a unit in the chosen year's budget or accounts; in the newest where none is chosen."""
    shown = get_object_or_404(Unit.objects.with_publications(), pk=pk)
    filed = list(Revision.objects.published().for_units([shown]).with_doubts().newest_year_first())
    context = {"unit": shown, "filings": FilingTable(filed)}
    if chosen := chosen_filing(filed, request.GET.get("year", ""), request.GET.get("kind", "")):
        context |= {"choices": figured(filed), "chosen": chosen.disclosure, "akin": akin_query(shown, chosen)}
        context |= shown_figures(request, shown, chosen)
    context |= performance_section(shown, chosen.disclosure.fiscal_year_id if chosen else None)
    return render(request, "disclosures/unit.html", context)


def figured(filed: Sequence[Revision]) -> list[Revision]:
    """Return the filings that hold statements, not performance sheets alone."""
    return [one for one in filed if one.disclosure.kind in COMPARABLE_KINDS]


def chosen_filing(filed: Sequence[Revision], year: str, kind: str) -> Revision | None:
    """Return the filing that the address names, else the newest of the year, else the newest."""
    candidates = figured(filed)
    of_year = [one for one in candidates if str(one.disclosure.fiscal_year_id) == year]
    of_kind = [one for one in of_year if one.disclosure.kind == kind]
    return next(iter([*of_kind, *of_year, *candidates]), None)


def akin_query(unit: Unit, chosen: Revision) -> str:
    """Return the address of a comparison with units of the same place or department."""
    year, kind = chosen.disclosure.fiscal_year_id, DisclosureKind(chosen.disclosure.kind)
    akin = Unit.objects.publishing_for(kind, year).akin_to(unit)[:AKIN]
    return Selection(units=(unit.pk, *(one.pk for one in akin)), years=(year,)).changed(kind=kind).to_query()


def shown_figures(request: HttpRequest, unit: Unit, chosen: Revision) -> dict[str, Any]:
    """Return the figures of the chosen filing and their drawings."""
    money = scale_of(request)
    found = overview(unit, chosen.disclosure.fiscal_year_id, DisclosureKind(chosen.disclosure.kind), money)
    return {
        "overview": found,
        "headlines": headline_lines(found),
        "drawing": draw_trend(found.trend, money),
        "breakdowns": [by_row(result, str(result.selection.dimension.label)) for result in found.breakdowns],
    }


def headline_lines(found: UnitOverview) -> list[tuple[Any, list[str]]]:
    """Return each headline with the sparkline of its course."""
    return [(one, sparkline([cell.amount for _, cell in one.course])) for one in found.headlines]
