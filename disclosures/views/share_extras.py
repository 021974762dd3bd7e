"""Give a shared link its other faces: inside other pages, as a code to scan, as files."""

from __future__ import annotations

import io

import segno
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_exempt

from disclosures.charts.preview import preview
from disclosures.comparison.shared import result_of
from disclosures.comparison.titles import title_of
from disclosures.models import SharedComparison
from disclosures.sources.addresses import Addresses
from disclosures.views.exports import exported
from disclosures.views.goal_exports import shared_goal_list
from disclosures.views.performance_share import list_picture, shared_list
from disclosures.views.share import shared_context
from disclosures.views.shared_access import while_open
from disclosures.views.shared_pages import kept_page

# Chat apps ask again for each reader; figures change a few times a year.
PICTURE_KEPT = 600
ANYWHERE = {"frame-ancestors": ["*"]}


def is_list(link: SharedComparison) -> bool:
    """Tell whether a link shows a list of indicators or projects."""
    return link.about != SharedComparison.About.COMPARISON


@never_cache
@xframe_options_exempt
@csp_replace(ANYWHERE)
@while_open
def embed_share(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Show the chart and table alone, for a frame in another site's page."""
    if is_list(link):
        return shared_list(request, link, "shared_embed")
    return kept_page(request, link, "embed", lambda: drawn_frame(request, link))


def drawn_frame(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Draw the page for a frame."""
    return render(request, "disclosures/share_embed.html", shared_context(request, link))


@while_open
def export_share(request: HttpRequest, link: SharedComparison, extension: str) -> HttpResponseBase:
    """Give away what the link shows, with sources that open inside the link."""
    if is_list(link):
        return shared_goal_list(request, link, extension)
    result = result_of(link, request.GET)
    return exported(request, result, extension, title_of(link, result), Addresses(link.slug).source)


@while_open
def share_picture(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Draw the picture that chat apps show of the link; a protected link shows none to them."""
    drawn = list_picture(request, link) if is_list(link) else comparison_picture(link)
    if drawn is None:
        raise Http404
    response = HttpResponse(drawn, content_type="image/png")
    # What a password protects is kept by nobody between the server and the visitor who gave it.
    patch_cache_control(response, max_age=PICTURE_KEPT, **({"private": True} if link.password else {"public": True}))
    return response


def comparison_picture(link: SharedComparison) -> bytes | None:
    """Return the picture of a shared comparison, in the order that its owner gave it."""
    result = result_of(link)
    return preview(result, title_of(link, result))


@while_open
def share_code(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Draw the link's address as a QR code."""
    drawn = io.BytesIO()
    segno.make(request.build_absolute_uri(link.get_absolute_url()), error="m").save(
        drawn, kind="svg", scale=4, border=2, light="#fff"
    )
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
