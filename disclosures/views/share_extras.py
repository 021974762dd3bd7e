"""Give a shared link its other faces: inside other pages, as a code to scan, as files."""

from __future__ import annotations

import io

import segno
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.clickjacking import xframe_options_exempt

from disclosures.charts.preview import preview
from disclosures.models import SharedComparison
from disclosures.sources.addresses import Addresses
from disclosures.views.exports import exported
from disclosures.views.share import shared_context
from disclosures.views.shared_access import result_of, while_open
from disclosures.views.shared_pages import kept_page

# Chat apps ask again for each reader; figures change a few times a year.
PICTURE_KEPT = 600
ANYWHERE = {"frame-ancestors": ["*"]}


def comparison_only(link: SharedComparison) -> None:
    """Refuse links that share a list, which has no chart to embed and exports of its own."""
    if link.about != SharedComparison.About.COMPARISON:
        raise Http404


@never_cache
@xframe_options_exempt
@csp_replace(ANYWHERE)
@while_open
def embed_share(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Show the chart and table alone, for a frame in another site's page."""
    comparison_only(link)
    return kept_page(request, link, "embed", lambda: drawn_frame(request, link))


def drawn_frame(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Draw the page for a frame."""
    return render(request, "disclosures/share_embed.html", shared_context(request, link))


@while_open
def export_share(request: HttpRequest, link: SharedComparison, extension: str) -> HttpResponse:
    """Give away what the link shows, with sources that open inside the link."""
    comparison_only(link)
    return exported(request, result_of(link), extension, link.title, Addresses(link.slug).source)


@cache_control(public=True, max_age=PICTURE_KEPT)
@while_open
def share_picture(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Draw the picture that chat apps show of the link; a protected link shows none to them."""
    comparison_only(link)
    drawn = preview(result_of(link), link.title)
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type="image/png")


@while_open
def share_code(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Draw the link's address as a QR code."""
    drawn = io.BytesIO()
    segno.make(request.build_absolute_uri(link.get_absolute_url()), error="m").save(
        drawn, kind="svg", scale=4, border=2, light="#fff"
    )
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
