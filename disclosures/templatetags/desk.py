"""Put on the admin's first page what waits for the clerk."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Count, Q

from disclosures.models import Job, Revision
from disclosures.vocabulary import Severity

register = template.Library()

SHOWN = 20


@register.inclusion_tag("admin/disclosures/waiting.html", takes_context=True)
def waiting(context: dict[str, Any]) -> dict[str, Any]:
    """Return the drafts to be reviewed and the files that lack their identity."""
    errors = Count("findings", filter=Q(findings__severity=Severity.ERROR))
    drafts = Revision.objects.drafts().select_related("disclosure__unit", "uploaded_by").annotate(errors=errors)
    return {
        "user": context["request"].user,
        "drafts": drafts.order_by("-uploaded_at")[:SHOWN],
        "draft_count": Revision.objects.drafts().count(),
        "jobs": Job.objects.filter(stage=Job.Stage.NEEDS_IDENTITY)[:SHOWN],
        "may_upload": context["request"].user.has_perm("disclosures.add_job"),
    }
