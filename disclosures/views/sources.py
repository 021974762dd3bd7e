"""Show the page and the cell that a figure was read from; with htmx's header only the part for a side panel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.views.decorators.vary import vary_on_headers

from disclosures.comparison import Selection, compare
from disclosures.ingest.corrections import may_correct
from disclosures.models import Figure, LineItem, PerformanceIndicator, Revision, StatementTable
from disclosures.models.corrected_fields import FIELDS
from disclosures.models.corrections import TARGETS, Subject
from disclosures.sources.addresses import Addresses, source_address
from disclosures.sources.derived import Derived, derived
from disclosures.sources.places import Place
from disclosures.sources.read_fields import read_fields
from disclosures.sources.source import Source, Text, printed_unit, source_of_item, source_of_text
from disclosures.tables.performance import target_text
from disclosures.tables.printed_grids import PrintedPiece, marked_pieces, sheets
from disclosures.tables.topics import topic_label
from disclosures.views.access import browsing_required
from disclosures.views.correction_form import CorrectionForm

TEXTS: Mapping[str, type[Model]] = {name: model for model, name in TARGETS.items() if model is not LineItem}
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
    return text_page(request, visible_text(request, kind, pk))


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
    context = source_context(request, source_of_item(item), Addresses()) | correction_context(request, item, form)
    return render(request, template(request, "item"), context)


def text_page(request: HttpRequest, subject: Text, form: Form | None = None) -> HttpResponse:
    """Show the source of what was read as words, with a form for those who may correct it."""
    context = source_context(request, source_of_text(subject), Addresses()) | text_context(subject)
    return render(request, template(request, "text"), context | correction_context(request, subject, form))


def text_context(subject: Text) -> dict[str, Any]:
    """Return what the templates need to tell a figure, an indicator and a project apart."""
    return {
        "kind": TARGETS[type(subject)],
        "topic": topic_label(subject.topic) if isinstance(subject, Figure) else "",
        "target": target_text(subject) if isinstance(subject, PerformanceIndicator) else "",
        "fields": list(read_fields(subject)),
    }


def correction_context(request: HttpRequest, subject: Subject, form: Form | None) -> dict[str, Any]:
    """Return the form to correct something with, for those who may, and where it is sent to."""
    if not may_correct(request.user, subject):
        return {}
    return {"form": form or correction_form(subject), "correct_at": f"{source_address(subject)}correct/"}


def correction_form(subject: Subject, said: QueryDict | None = None) -> CorrectionForm:
    """Return a form for the fields that something has."""
    return CorrectionForm(said, fields=FIELDS[TARGETS[type(subject)]], unit=printed_unit(subject))


def visible_text(request: HttpRequest, kind: str, pk: int) -> Text:
    """Return a figure in prose, an indicator or a project that the visitor may see."""
    if kind not in TEXTS:
        raise Http404
    rows: Any = TEXTS[kind]._default_manager.select_related("revision__disclosure__unit")
    found: Text = get_object_or_404(rows, pk=pk, revision__in=Revision.objects.visible_to(request.user))
    return found


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
        "sheets": () if found.picture or not found.table else sheets(_marked(found.table, found.place)),
    }


def _marked(table: StatementTable, place: Place) -> list[PrintedPiece]:
    return marked_pieces(table.grid, place, table.line_items.places())


def derived_context(found: Derived, addresses: Addresses) -> dict[str, Any]:
    """Return what the templates need to show a computed figure."""
    return {"derived": found, "selection": found.result.selection, "addresses": addresses}


def template(request: HttpRequest, name: str, owner: str = "sources") -> str:
    """Return the template of a whole page, or of the part that a side panel shows."""
    folder = "sources" if AS_PANEL in request.headers else owner
    return f"disclosures/{folder}/{name}{'_panel' if AS_PANEL in request.headers else ''}.html"
