"""Make a shared link in one step: at once, or with its title, expiry, password and pin from its first moment."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from disclosures.forms import ShareForm
from disclosures.models import AuditEntry, SharedComparison
from disclosures.models.audit import record
from disclosures.models.sharing import LONGEST_TITLE
from disclosures.views.shared_lists import revisions_of


def start_share(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Make the link as asked; where something is wrong, ask again with all that was typed."""
    assert request.user.is_authenticated  # the routes have seen to it
    said = request.POST.copy()
    said["title"] = said.get("title", "").strip() or link.title[:LONGEST_TITLE]
    form = ShareForm(said, instance=link)
    if not form.is_valid():
        return render(request, "disclosures/share_start.html", {"form": form, "link": link}, status=400)
    link.created_by = request.user
    form.save(pins=revisions_of(link))
    record(request.user, AuditEntry.Action.ADDED, link, after={"about": link.about, "query": link.query})
    return redirect(link)
