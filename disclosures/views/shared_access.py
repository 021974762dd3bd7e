"""Let visitors into a shared link while it is open, with its password where it has one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

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


def while_open(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Call a view with an open link; a closed one says so, a protected one asks for its password."""

    @wraps(view)
    def checked(request: HttpRequest, slug: str, **named: Any) -> HttpResponseBase:
        link = get_object_or_404(SharedComparison, slug=slug)
        if not link.is_open:
            return render(request, "disclosures/share_closed.html", {"share": link}, status=410)
        if link.password and not may_enter(request, link):
            return render(request, "disclosures/share_password.html", {"share": link}, status=403)
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
        return redirect(link)
    trouble = _("密码不对，或尝试次数过多。请核对后再试；多次不对需等一小时。")
    return render(request, "disclosures/share_password.html", {"share": link, "trouble": trouble}, status=403)
