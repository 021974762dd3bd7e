"""Show the page and the cell that a figure was read from; with htmx's header only the part for a side panel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.vary import vary_on_headers

from disclosures.comparison import Selection, compare
from disclosures.forms import CorrectionForm
from disclosures.ingest.corrections import may_correct
from disclosures.models import Figure, LineItem, PerformanceIndicator, Project, Revision
from disclosures.sources.addresses import Addresses
from disclosures.sources.derived import Derived, derived
from disclosures.sources.source import Source, printed_unit, source_of_item, source_of_text
from disclosures.tables.performance import target_text
from disclosures.tables.printed_grids import marked_pieces
from disclosures.views.access import browsing_required

TEXTS: Mapping[str, type[Model]] = {"figure": Figure, "indicator": PerformanceIndicator, "project": Project}
ZOOMS = ("100", "150", "200")
AS_PANEL = "HX-Request"


@vary_on_headers(AS_PANEL)
@browsing_required
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """Show where a line item was printed; of a superseded revision say so and lead to the one in its place."""
    item = LineItem.objects.visible_to(request.user).with_filing().filter(pk=pk).first()
    if item is None:
        former = get_object_or_404(LineItem.objects.superseded().with_filing(), pk=pk)
        return render(request, "disclosures/sources/superseded.html", {"item": former}, status=410)
    return item_page(request, item)


@vary_on_headers(AS_PANEL)
@browsing_required
def text_source(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Show where a figure in prose, an indicator or a project was printed."""
    if kind not in TEXTS:
        raise Http404
    visible = Revision.objects.visible_to(request.user)
    subject = get_object_or_404(TEXTS[kind]._default_manager.select_related("revision"), pk=pk, revision__in=visible)
    found = source_of_text(subject)  # type: ignore[arg-type]  # the table says which models there are
    context = source_context(request, found, Addresses()) | {"kind": kind}
    if isinstance(subject, PerformanceIndicator):
        context["target"] = target_text(subject)
    return render(request, template(request, "text"), context)


@vary_on_headers(AS_PANEL)
@browsing_required
def figure(request: HttpRequest) -> HttpResponse:
    """Show from which printed figures one of a comparison was computed."""
    result = compare(Selection.from_query(request.GET))
    found = derived(result, request.GET.get("at", ""))
    if found is None:
        raise Http404
    return render(request, template(request, "derived"), derived_context(found, Addresses()))


def item_page(request: HttpRequest, item: LineItem, form: Form | None = None) -> HttpResponse:
    """Show a line item's source to whoever may browse, with a form for those who may correct it."""
    context = source_context(request, source_of_item(item), Addresses())
    if may_correct(request.user, item):
        context["form"] = form or CorrectionForm(unit=printed_unit(item), initial={"field": "amount"})
    return render(request, template(request, "item"), context)


def visible_item(request: HttpRequest, pk: int) -> LineItem:
    """Return a line item that the visitor may see."""
    return get_object_or_404(LineItem.objects.visible_to(request.user).with_filing(), pk=pk)


def source_context(request: HttpRequest, found: Source, addresses: Addresses) -> dict[str, Any]:
    """Return what the templates need to show a source."""
    wanted = request.GET.get("zoom", "")
    return {
        "source": found,
        "addresses": addresses,
        "zooms": ZOOMS,
        "zoom": wanted if wanted in ZOOMS else ZOOMS[0],
        "pieces": () if found.picture or not found.table else marked_pieces(found.table.grid, found.place),
    }


def derived_context(found: Derived, addresses: Addresses) -> dict[str, Any]:
    """Return what the templates need to show a computed figure."""
    return {"derived": found, "selection": found.result.selection, "addresses": addresses}


def template(request: HttpRequest, name: str, owner: str = "sources") -> str:
    """Return the template of a whole page, or of the part that a side panel shows."""
    folder = "sources" if AS_PANEL in request.headers else owner
    return f"disclosures/{folder}/{name}{'_panel' if AS_PANEL in request.headers else ''}.html"
