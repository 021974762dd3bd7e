"""Put on the admin's first page what waits for the clerk."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Count

from disclosures.models import Job, Revision
from disclosures.models.finding_marks import unanswered
from disclosures.vocabulary import Severity

register = template.Library()

SHOWN = 20


@register.inclusion_tag("admin/disclosures/waiting.html", takes_context=True)
def waiting(context: dict[str, Any]) -> dict[str, Any]:
    """Return the drafts to be reviewed and the files that lack their identity."""
    errors = Count("findings", filter=unanswered("disclosure", "findings", Severity.ERROR))
    user = context["request"].user
    own = Revision.objects.drafts().handled_by(user)
    drafts = own.select_related("disclosure__unit", "uploaded_by").annotate(errors=errors)
    return {
        "user": user,
        "drafts": drafts.order_by("-uploaded_at")[:SHOWN],
        "draft_count": own.count(),
        "jobs": Job.objects.waiting_for_identity().handled_by(user)[:SHOWN],
        "may_upload": user.has_perm("disclosures.add_job"),
    }
