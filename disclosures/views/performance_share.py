"""Share a list of indicators or projects by a link that needs no account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from disclosures.models import AuditEntry, SharedComparison
from disclosures.models.audit import record
from disclosures.views import indicators, projects

About = SharedComparison.About
LISTS: Mapping[str, Callable[..., dict[str, Any]]] = {
    About.INDICATORS: indicators.listed,
    About.PROJECTS: projects.listed,
}
# What a reader of the link may change: the page, the order and the money unit, never what is listed.
OWN = ("page", "sort", "money")


@require_POST
@login_required
def share_performance(request: HttpRequest) -> HttpResponse:
    """Make a link to the list that the form names."""
    assert request.user.is_authenticated  # login_required has seen to it
    about, query = request.POST.get("about", ""), QueryDict(request.POST.get("query", ""), mutable=True)
    if about not in LISTS:
        raise Http404
    for name in OWN:
        query.pop(name, None)
    kept = "&".join(part for part in query.urlencode().split("&") if not part.endswith("="))
    request.GET = QueryDict(kept)
    title = title_of(About(about), LISTS[about](request)["filter"])
    share = SharedComparison.objects.create(title=title, about=about, query=kept, created_by=request.user)
    record(request.user, AuditEntry.Action.ADDED, share, after={"about": about, "query": kept})
    return redirect(share)


def title_of(about: SharedComparison.About, asked: Any) -> str:
    """Name a list by what was asked for."""
    said = "，".join(f"{label} {value}" for label, value in asked.chosen)
    return (f"{about.label}：{said}" if said else _("全部%(what)s") % {"what": about.label})[:200]


def shared_list(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Show what a link lists to anyone."""
    asked = QueryDict(link.query, mutable=True)
    for name in OWN:
        if value := request.GET.get(name):
            asked[name] = value
    request.GET = asked  # type: ignore[assignment]
    context = LISTS[link.about](request, share=link.slug) | {
        "share": link,
        "about": link.about,
        "is_owner": request.user.is_authenticated and link.created_by_id == request.user.pk,
        "address": request.build_absolute_uri(link.get_absolute_url()),
    }
    return render(request, "disclosures/performance/shared.html", context)
