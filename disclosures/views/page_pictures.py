"""Hand out pictures of pages: drawn once, then kept here and in the browser."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from disclosures.ingest.page_pictures import has_pictures, kept_picture, picture_tag
from disclosures.models import Revision, RevisionFile
from disclosures.reading import UnreadableFile
from disclosures.views.access import browsing_required

# The picture of a file's page never changes; whether one may see it may, so no shared cache keeps it.
FOR_GOOD = "private, max-age=31536000, immutable"


@browsing_required
def page_picture(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """Show a page of a file whose revision the visitor may see."""
    visible = Revision.objects.visible_to(request.user)
    return picture_response(request, get_object_or_404(RevisionFile, pk=pk, revision__in=visible), page)


def picture_response(request: HttpRequest, file: RevisionFile, page: int) -> HttpResponse:
    """Return a page as PNG, or word that the browser's own copy is still right."""
    tag = quote_etag(picture_tag(file, page))
    unchanged = get_conditional_response(request, etag=tag)
    if unchanged is None and not has_pictures(file):
        raise Http404
    response = unchanged or _picture(file, page)
    response["ETag"] = tag
    response["Cache-Control"] = FOR_GOOD
    return response


def _picture(file: RevisionFile, page: int) -> HttpResponse:
    try:
        return HttpResponse(kept_picture(file, page), content_type="image/png")
    except (UnreadableFile, FileNotFoundError) as trouble:
        raise Http404 from trouble
