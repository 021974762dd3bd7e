"""Open sources inside a shared link: exactly the figures it shows, their pages and files, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.vary import vary_on_headers

from disclosures.charts.comparison import line_items_besides
from disclosures.comparison import Comparison
from disclosures.comparison.shared import result_of
from disclosures.models import LineItem, RevisionFile, SharedComparison
from disclosures.sources.addresses import Addresses
from disclosures.sources.derived import derived
from disclosures.sources.source import source_of_item
from disclosures.views.files import file_response
from disclosures.views.page_pictures import picture_response
from disclosures.views.shared_access import while_open
from disclosures.views.shared_lists import COMPARED, compared_rows, listed_file
from disclosures.views.sources import AS_PANEL, derived_context, source_context, template


def with_result(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Call a view with an open link and what it shows."""

    @wraps(view)
    @while_open
    def shown(request: HttpRequest, link: SharedComparison, **named: Any) -> HttpResponseBase:
        return view(request, link, result_of(link), **named)

    return shown


@vary_on_headers(AS_PANEL)
@with_result
def shared_source(request: HttpRequest, link: SharedComparison, result: Comparison, pk: int) -> HttpResponse:
    """Show where a figure of the link was printed; one may step to others of the link only."""
    shown = _line_items(result)
    item = get_object_or_404(LineItem.objects.with_filing().filter(pk__in=shown), pk=pk)
    context = source_context(request, source_of_item(item, shown, link.pinned_at), Addresses(link.slug))
    return render(request, template(request, "item", "shared_sources"), context | {"share": link})


@vary_on_headers(AS_PANEL)
@with_result
def shared_figure(request: HttpRequest, link: SharedComparison, result: Comparison) -> HttpResponse:
    """Show from which printed figures one of the link was computed."""
    found = derived(result, request.GET.get("at", ""), link.pinned_at)
    if found is None:
        raise Http404
    context = derived_context(found, Addresses(link.slug)) | {"share": link}
    return render(request, template(request, "derived", "shared_sources"), context)


@with_result
def shared_page_picture(
    request: HttpRequest, link: SharedComparison, result: Comparison, pk: int, page: int
) -> HttpResponse:
    """Show a page that holds a figure of the link."""
    return picture_response(request, _file(link, result, pk, page), page)


@with_result
def shared_file(request: HttpRequest, link: SharedComparison, result: Comparison, pk: int) -> FileResponse:
    """Hand out a file that holds a figure of the link."""
    return file_response(_file(link, result, pk))


def _line_items(result: Comparison) -> frozenset[int]:
    """Return the line items of the link: those of its table and those of its chart."""
    return result.line_items | line_items_besides(result)


def _file(link: SharedComparison, result: Comparison, pk: int, page: int | None = None) -> RevisionFile:
    """Return a file that prints something of the link, on a page where one is named."""
    if link.about != SharedComparison.About.COMPARISON:
        return listed_file(link, pk, page)
    if any(compared_rows(result, kind).printed_in(pk, page).exists() for kind in COMPARED):
        return get_object_or_404(RevisionFile, pk=pk)
    where = Q() if page is None else Q(tables__line_items__page=page)
    holding = RevisionFile.objects.filter(where, tables__line_items__in=_line_items(result))
    file: RevisionFile = get_object_or_404(holding.distinct(), pk=pk)
    return file
