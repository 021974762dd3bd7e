"""Let visitors into a shared link while it is open, with its password where it has one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from disclosures.models import SharedComparison
from disclosures.permissions import let_in, may_enter

# A password is guessed by trying: after so many tries an hour, even the right one has to wait.
MOST_TRIES = 20
TRIES_KEPT = 3600
# What a reader may ask of a link: how it is shown, never what.
READERS_OWN = ("money", "order", "sort", "page")


def as_asked(request: HttpRequest) -> str:
    """Return how an address below a link asks for what its reader chose, of whatever else it says nothing."""
    asked = {name: request.GET[name] for name in READERS_OWN if request.GET.get(name)}
    return f"?{urlencode(asked)}" if asked else ""


def while_open(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Call a view with an open link; a closed one says so, a protected one asks for its password."""

    @wraps(view)
    def checked(request: HttpRequest, slug: str, **named: Any) -> HttpResponseBase:
        link = get_object_or_404(SharedComparison, slug=slug)
        if not link.is_open:
            return render(request, "disclosures/share_closed.html", {"share": link}, status=410)
        if link.password and not may_enter(request, link):
            return _ask_password(request, link)
        return view(request, link, **named)

    return checked


@never_cache
@require_POST
def unlock_share(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a password; the right one opens the link for this visitor's session."""
    link = get_object_or_404(SharedComparison.objects.open(), slug=slug)
    tries = f"share-tries:{link.pk}"
    cache.add(tries, 0, TRIES_KEPT)
    if cache.incr(tries) <= MOST_TRIES and link.opens_with(request.POST.get("password", "")):
        let_in(request, link)
        return redirect(link.get_absolute_url() + as_asked(request))
    trouble = _("密码不对，或尝试次数过多。请核对后再试；多次不对需等一小时。")
    return _ask_password(request, link, trouble)


def _ask_password(request: HttpRequest, link: SharedComparison, trouble: str = "") -> HttpResponse:
    """Ask for a link's password; what the visitor came for is not forgotten over it."""
    context = {"share": link, "trouble": trouble, "asked": as_asked(request)}
    return render(request, "disclosures/share_password.html", context, status=403)
