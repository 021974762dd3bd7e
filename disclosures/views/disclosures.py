"""Show one revision of a disclosure: its tables, indicators, projects, text, findings and other revisions."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from disclosures.models import Disclosure, Revision
from disclosures.views.access import browsing_required
from disclosures.views.disclosure_tabs import TABS, tab_list


@browsing_required
def disclosure(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the published revision, or to staff the one that the address names."""
    filed = get_object_or_404(Disclosure.objects.select_related("unit"), pk=pk)
    revision = chosen_revision(filed, request.user, request.GET.get("revision", ""))
    name = request.GET.get("tab", "")
    tab = TABS[name if name in TABS else "tables"]
    context = {
        "disclosure": filed,
        "revision": revision,
        "files": revision.files.all(),
        "tabs": tab_list(revision),
        "tab": tab,
        "tab_template": f"disclosures/tabs/{tab.name}.html",
    }
    return render(request, "disclosures/disclosure.html", context | tab.context(request, revision))


def chosen_revision(filed: Disclosure, user: AbstractBaseUser | AnonymousUser, number: str) -> Revision:
    """Return the revision asked for, as far as the visitor may see it; staff see a draft where nothing is out yet."""
    visible = Revision.objects.visible_to(user).of_disclosure(filed)
    if number.isdecimal():
        visible = visible.numbered(int(number))
    chosen = visible.best_first().first()
    if chosen is None:
        raise Http404
    return chosen
