"""Download a comparison in any format; the API answers with the same JSON."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.sentence import sentence_of
from disclosures.exports import FORMATS
from disclosures.sources.addresses import quickly
from disclosures.views.access import browsing_required


@browsing_required
def export(request: HttpRequest, extension: str) -> HttpResponse:
    """Give away the comparison that the address selects."""
    result = compare(Selection.from_query(request.GET))
    title = sentence_of(result)
    return exported(request, result, extension, title, lambda pk: reverse("disclosures:source", args=[pk]))


def exported(
    request: HttpRequest, result: Comparison, extension: str, title: str, place: Callable[[int], str]
) -> HttpResponse:
    """Return a result in a format, with whole addresses, since a downloaded file knows no site."""
    if extension not in FORMATS:
        raise Http404(extension)
    chosen = FORMATS[extension]
    content = chosen.write(result, title, quickly(lambda pk: request.build_absolute_uri(place(pk))))
    response = HttpResponse(content, content_type=chosen.media_type)
    name = quote(f"{title or '比较'}.{extension}")
    disposition = "inline" if extension == "json" else "attachment"
    response["Content-Disposition"] = f"{disposition}; filename*=UTF-8''{name}"
    return response
