"""Show every rule that runs: its truth, tolerance, reason and example, from its own definition."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.sources.rules import families
from disclosures.views.access import browsing_required


@browsing_required
def checks(request: HttpRequest) -> HttpResponse:
    """List the rules by what they are about."""
    shown = list(families())
    count = sum(len(family.rules) for family in shown)
    return render(request, "disclosures/findings/catalogue.html", {"families": shown, "count": count})
