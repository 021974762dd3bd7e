"""Download a comparison in any format; the same JSON is the API."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from disclosures.comparison import Comparison, Selection, compare
from disclosures.exports import FORMATS
from disclosures.exports.records import SourceAddress
from disclosures.sources.addresses import quickly
from disclosures.views.access import browsing_required


@browsing_required
def export(request: HttpRequest, extension: str) -> HttpResponse:
    """Give away the comparison that the address selects."""
    result = compare(Selection.from_query(request.GET))
    return exported(request, result, extension, title_of(result), lambda pk: reverse("disclosures:source", args=[pk]))


def title_of(result: Comparison) -> str:
    """Return the sentence that says a result."""
    return result.selection.sentence(list(dict.fromkeys(column.unit_name for column in result.columns)))


def exported(
    request: HttpRequest, result: Comparison, extension: str, title: str, place: SourceAddress
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
