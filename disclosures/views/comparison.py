"""Show a comparison: the address is the whole state, one result feeds the table and the chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from disclosures.charts.comparison import draw, why_not
from disclosures.charts.focus import first_focus
from disclosures.charts.row_courses import row_courses
from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.choices import fitting, offer
from disclosures.comparison.dimensions import OF_PERFORMANCE, Dimension
from disclosures.comparison.display import legend, shown_unit
from disclosures.comparison.groups import groups, nothing_added, with_group
from disclosures.comparison.ordering import column_in_words
from disclosures.comparison.selection import Chart, Level, MoneyScale, Order, Turn
from disclosures.comparison.sentence import sentence_of, unknown_units
from disclosures.comparison.sort_columns import say_sorted_by
from disclosures.comparison.stages import Stage
from disclosures.comparison.wording import formula, measure_label, measures_of, stage_label
from disclosures.exports import FORMATS
from disclosures.forms import ShareForm
from disclosures.sources.addresses import Addresses
from disclosures.tables.comparison import comparison_table
from disclosures.tables.sort_links import AddressOf, in_address
from disclosures.views.access import browsing_required
from disclosures.vocabulary import Fund, Scope

# Dimensions whose rows are codes, which have levels to choose from.
CODED = (
    Dimension.FUNCTIONAL,
    Dimension.DEPARTMENTAL_ECONOMIC,
    Dimension.GOVERNMENT_ECONOMIC,
    Dimension.OPERATING_COSTS,
)
# Their values are counted in units of their own.
WITHOUT_MONEY = (Dimension.INDICATORS, Dimension.PERFORMANCE)


@dataclass(frozen=True, slots=True)
class Offered:
    """One choice, called as the chosen dimension calls it."""

    value: str
    label: str | Promise


@browsing_required
def comparison(request: HttpRequest) -> HttpResponse:
    """Show what the address selects; a form's address is redirected to its canonical one.

    So is one that is sorted by what the result cannot be sorted by.
    """
    selection = fitting(Selection.from_query(request.GET))
    if group := request.GET.get("add", ""):
        found = with_group(selection, group)
        if found.units == selection.units:
            messages.info(request, nothing_added(selection, group))
        return redirect(address_of(found))
    words = request.GET.get("find", "").strip()
    if request.META["QUERY_STRING"] != _query(selection, words):
        return redirect(address_of(selection, words))
    result = compare(selection)
    if result.selection != selection:
        return redirect(address_of(result.selection, words))
    context = shown(result) | options(result, words) | {"share_form": ShareForm.unsaved()}
    return render(request, "disclosures/compare.html", context)


def _query(selection: Selection, words: str) -> str:
    """Return the canonical query of a comparison, with the words by which units are being looked for."""
    found = urlencode({"find": words}) if words else ""
    return "&".join(filter(None, (selection.to_query(), found)))


def address_of(selection: Selection, words: str = "") -> str:
    """Return the canonical address of a comparison."""
    query = _query(selection, words)
    return reverse("disclosures:compare") + (f"?{query}" if query else "")


def shown(result: Comparison, addresses: Addresses | None = None, address_of: AddressOf = in_address) -> dict[str, Any]:
    """Return what a page needs to show a result: sentence, table, chart, notes on comparability.

    ``address_of`` says where the page shows it in another order.
    """
    selection = result.selection
    return {
        "result": result,
        "selection": selection,
        "sentence": sentence_of(result) if result.columns else "",
        "unknown_units": unknown_units(result) if selection.is_complete else (),
        "table": comparison_table(result, addresses, row_courses(result), address_of),
        "drawing": draw(result),
        "why_not": why_not(result),
        "first_focus": first_focus(result).key if result.rows else "",
        "noted": sum(bool(column.notes) for column in result.columns),
        "notes": [(result.column_name(column), note) for column, note in result.notes()],
        "focus_rows": [row for row in result.rows if not row.is_group],
        "shown_unit": shown_unit(selection),
        "legend": legend(result),
        "measure_label": measure_label(selection.dimension, selection.measure),
        "formula": formula(selection.dimension, selection.measure),
    }


def options(result: Comparison, words: str) -> dict[str, Any]:
    """Return what the form offers besides what is chosen."""
    selection, by = result.selection, result.selection.dimension
    return {
        "choices": offer(selection, words),
        "groups": groups(selection),
        "words": words,
        "stages": [Offered(stage.value, stage_label(by, stage)) for stage in Stage],
        "scopes": Scope,
        "funds": () if by in OF_PERFORMANCE else Fund,
        "dimensions": Dimension,
        "measures": [Offered(measure.value, measure_label(by, measure)) for measure in measures_of(by)],
        "levels": Level if by in CODED else (),
        "scales": () if by in WITHOUT_MONEY else MoneyScale,
        "orders": () if by in WITHOUT_MONEY else Order,
        "sorted_by": _sorted_by(result),
        "turns": Turn,
        "charts": Chart,
        "formats": FORMATS,
    }


def _sorted_by(result: Comparison) -> list[Offered]:
    """Offer to go on sorting by the column whose heading was chosen, or by no column."""
    column, words = result.selection.sorted_by, column_in_words(result)
    if column is None or not words:
        return []
    named = say_sorted_by(column, result.selection.stages[0])
    return [Offered(named, words), Offered("", _("各行中最大的数"))]
