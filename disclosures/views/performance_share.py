"""Share a list of indicators or projects by a link that needs no account: live, or held to one day's revisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_POST

from disclosures.charts.goal_preview import indicators_picture, projects_picture
from disclosures.comparison.shared import pins_of
from disclosures.exports.goal_lists import LIST_FORMATS
from disclosures.forms import ShareForm
from disclosures.models import Correction, Revision, SharedComparison
from disclosures.permissions import is_owner
from disclosures.tables.money import scale_of
from disclosures.views import indicators, projects
from disclosures.views.goal_exports import NOT_ASKED, asked, title_of
from disclosures.views.share_start import start_share

About = SharedComparison.About
LISTS: Mapping[str, Callable[..., dict[str, Any]]] = {
    About.INDICATORS: indicators.listed,
    About.PROJECTS: projects.listed,
}


@require_POST
@login_required
def share_performance(request: HttpRequest) -> HttpResponse:
    """Make a link to the list that the form names."""
    about, query = request.POST.get("about", ""), asked(QueryDict(request.POST.get("query", "")))
    if about not in LISTS:
        raise Http404
    kept = "&".join(part for part in query.urlencode().split("&") if not part.endswith("="))
    request.GET = QueryDict(kept)
    title = title_of(About(about), LISTS[about](request)["filter"].chosen)
    return start_share(request, SharedComparison(title=title, about=about, query=kept))


def shared_list(request: HttpRequest, link: SharedComparison, face: str = "shared") -> HttpResponse:
    """Show what a link lists to anyone; its owner manages it there."""
    context = (
        listed(request, link)
        | newer(link)
        | {
            "share": link,
            "about": link.about,
            "formats": LIST_FORMATS,
            "is_owner": is_owner(request, link),
            "form": ShareForm(instance=link),
            "address": request.build_absolute_uri(link.get_absolute_url()),
        }
    )
    return render(request, f"disclosures/performance/{face}.html", context)


def listed(request: HttpRequest, link: SharedComparison) -> dict[str, Any]:
    """Return what a link lists; its readers may change the page, the order and the money unit, never the question."""
    query = QueryDict(link.query, mutable=True)
    for name in NOT_ASKED:
        if value := request.GET.get(name):
            query[name] = value
    request.GET = query  # type: ignore[assignment]
    return LISTS[link.about](request, share=link.slug, pins=pins_of(link))


def newer(link: SharedComparison) -> dict[str, int]:
    """Return how many of a pinned link's revisions have been replaced since, and what was corrected in them."""
    if link.pinned_at is None:
        return {}
    held = Revision.objects.pinned(link.pinned_revisions)
    return {
        "replaced": held.superseded().count(),
        "corrected": Correction.objects.of_revisions(held).changed_after(link.pinned_at).count(),
    }


def list_picture(request: HttpRequest, link: SharedComparison) -> bytes | None:
    """Return the picture that chat apps show of a link to a list."""
    context = listed(request, link)
    if link.about == About.INDICATORS:
        return indicators_picture(link.title, {verdict: number for verdict, _label, number in context["counts"]})
    return projects_picture(link.title, context["table"].newest_years(), scale_of(request))
