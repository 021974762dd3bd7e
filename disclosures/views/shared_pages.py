"""Keep the pages of shared links as long as nothing they show has changed: many read what one has made."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from operator import attrgetter

from django.contrib.messages import get_messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from disclosures.comparison.freshness import freshness
from disclosures.comparison.selection import MoneyScale, Order
from disclosures.comparison.shared import selection_of
from disclosures.models import SharedComparison
from disclosures.permissions import is_owner

# What the version does not know of, as a unit's new name, is shown after so many seconds.
PAGES_KEPT = 600
# A page of figures is as small as a tenth when packed, and unpacked in a millisecond or two.
PACKING = 1
_SAID = attrgetter("slug", "title", "note", "query", "created_at", "expires_at", "pinned_at", "pinned_revisions")


def kept_page(
    request: HttpRequest, link: SharedComparison, face: str, draw: Callable[[], HttpResponse]
) -> HttpResponse:
    """Return a page of a link as it was drawn for another visitor, or draw it; ``face`` names the page.

    The owner's page has buttons, a protected link's has been opened by a password, and a message is for one reader
    only: those are drawn for each. So is a page in an order of the visitor's own: there are too many to keep.
    """
    is_ordered = request.GET.get("order") in Order.values
    if is_ordered or is_owner(request, link) or link.password or get_messages(request):
        return draw()
    key = page_key(request, link, face)
    packed = cache.get(key)
    if packed is None:
        response = draw()
        cache.set(key, gzip.compress(response.content, PACKING), PAGES_KEPT)
        return response
    return _sent(request, packed)


def _sent(request: HttpRequest, packed: bytes) -> HttpResponse:
    """Return a packed page as it is to whoever unpacks it, as every browser does; unpacking takes half of all the time.

    (Nothing on a kept page is secret: packing cannot give away any of it.)
    """
    packs = "gzip" in request.headers.get("accept-encoding", "")
    response = HttpResponse(packed if packs else gzip.decompress(packed))
    if packs:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def page_key(request: HttpRequest, link: SharedComparison, face: str) -> str:
    """Return the name of a page: which link, how it is shown, and the state of everything that it shows."""
    money = request.GET.get("money", "")
    shown = (face, get_language(), money if money in MoneyScale.values else "", request.build_absolute_uri("/"))
    said = repr((shown, _SAID(link), freshness(selection_of(link))))
    return f"shared-page:{hashlib.sha256(said.encode()).hexdigest()}"
