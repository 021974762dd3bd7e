"""Sign in to the demo by one button; anywhere else this does not exist."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

DEMO_USERS = ("reader", "clerk", "reviewer")


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the demo's three people, and go where the visitor wanted."""
    name = request.POST.get("user", "")
    if not settings.DEMO or name not in DEMO_USERS:
        raise Http404
    user = get_object_or_404(get_user_model(), username=name, is_active=True)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return redirect(wanted if safe else "disclosures:home")
