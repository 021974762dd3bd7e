"""Remember in which unit the reader wants to see money."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from disclosures.comparison.selection import MoneyScale
from disclosures.tables.money import MONEY_COOKIE

ONE_YEAR = 365 * 24 * 3600


@require_POST
def choose_money(request: HttpRequest) -> HttpResponse:
    """Keep the chosen unit in a cookie and go back to the page."""
    response = HttpResponseRedirect(_without_unit(request, request.POST.get("next", "")))
    if (chosen := request.POST.get(MONEY_COOKIE, "")) in MoneyScale.values:
        response.set_cookie(MONEY_COOKIE, chosen, max_age=ONE_YEAR, samesite="Lax", secure=request.is_secure())
    return response


def _without_unit(request: HttpRequest, address: str) -> str:
    """Return a page of this site without the unit in its address, which would outrank the cookie."""
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        return "/"
    parts = urlsplit(address)
    query = QueryDict(parts.query, mutable=True)
    query.pop(MONEY_COOKIE, None)
    return urlunsplit(parts._replace(query=query.urlencode()))
