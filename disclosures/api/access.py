"""Let into the API whoever may browse the pages; what each may see there, the questions themselves decide."""

from __future__ import annotations

from django.http import HttpRequest

from disclosures.permissions import may_browse


def browsing(request: HttpRequest) -> bool:
    """Tell whether a visitor may browse what is published."""
    return may_browse(request.user)
