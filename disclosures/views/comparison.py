"""Show a comparison: the address is the whole state, one result feeds the table and the chart."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from disclosures.charts.comparison import draw, why_not
from disclosures.charts.courses import first_focus
from disclosures.charts.row_courses import row_courses
from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.choices import offer
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import legend, unit_text
from disclosures.comparison.groups import groups, with_group
from disclosures.comparison.measures import DEFINITIONS, Measure
from disclosures.comparison.selection import Chart, Level, MoneyScale, Order, Turn
from disclosures.comparison.stages import Stage
from disclosures.exports import FORMATS
from disclosures.sources.addresses import Addresses
from disclosures.tables.comparison import comparison_table
from disclosures.views.access import browsing_required
from disclosures.vocabulary import Fund, Scope

# Dimensions whose rows are codes, which have levels to choose from.
CODED = (
    Dimension.FUNCTIONAL,
    Dimension.DEPARTMENTAL_ECONOMIC,
    Dimension.GOVERNMENT_ECONOMIC,
    Dimension.OPERATING_COSTS,
)


@browsing_required
def comparison(request: HttpRequest) -> HttpResponse:
    """Show what the address selects; a form's address is redirected to its canonical one."""
    selection = Selection.from_query(request.GET)
    if group := request.GET.get("add", ""):
        return redirect(address_of(with_group(selection, group)))
    words = request.GET.get("find", "")
    if not words and request.META["QUERY_STRING"] != selection.to_query():
        return redirect(address_of(selection))
    context = shown(compare(selection)) | options(selection, words)
    return render(request, "disclosures/compare.html", context)


def address_of(selection: Selection) -> str:
    """Return the canonical address of a comparison."""
    query = selection.to_query()
    return reverse("disclosures:compare") + (f"?{query}" if query else "")


def shown(result: Comparison, addresses: Addresses | None = None) -> dict[str, Any]:
    """Return what a page needs to show a result: sentence, table, chart, notes on comparability."""
    selection = result.selection
    names = list(dict.fromkeys(column.unit_name for column in result.columns))
    return {
        "result": result,
        "selection": selection,
        "sentence": selection.sentence(names) if selection.is_complete else "",
        "table": comparison_table(result, addresses, row_courses(result)),
        "drawing": draw(result),
        "why_not": why_not(result),
        "first_focus": first_focus(result).key if result.rows else "",
        "shown_unit": unit_text(selection.measure, selection.money),
        "legend": legend(result),
        "formula": DEFINITIONS[selection.measure].formula,
    }


def options(selection: Selection, words: str) -> dict[str, Any]:
    """Return what the form offers besides what is chosen."""
    return {
        "choices": offer(selection, words),
        "groups": groups(selection),
        "words": words,
        "stages": Stage,
        "scopes": Scope,
        "funds": Fund,
        "dimensions": Dimension,
        "measures": Measure,
        "levels": Level if selection.dimension in CODED else (),
        "scales": MoneyScale,
        "orders": Order,
        "turns": Turn,
        "charts": Chart,
        "formats": FORMATS,
    }
