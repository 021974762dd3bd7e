"""Hand out original files to those who may see their revision."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404

from disclosures.models import Revision, RevisionFile
from disclosures.views.access import browsing_required

# Browsers show these themselves; anything else is saved, so that no uploaded page runs as ours.
SHOWN_IN_BROWSER = {"application/pdf"}


@browsing_required
def original_file(request: HttpRequest, pk: int) -> FileResponse:
    """Show a PDF in the browser (``#page=7`` opens the page), or offer another file for saving."""
    visible = Revision.objects.visible_to(request.user)
    return file_response(get_object_or_404(RevisionFile, pk=pk, revision__in=visible))


def file_response(file: RevisionFile) -> FileResponse:
    """Return a file as filed."""
    response = FileResponse(
        file.file.open("rb"),
        as_attachment=file.media_type not in SHOWN_IN_BROWSER,
        filename=file.name,
        content_type=file.media_type,
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
