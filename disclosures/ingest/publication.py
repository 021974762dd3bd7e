"""Publish and withdraw revisions; the public sees at most one of each disclosure."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from disclosures.models import Disclosure, Revision


class NotPossible(Exception):
    """A revision is in a state from which this step does not lead on; the message says so to the clerk."""


@transaction.atomic
def publish(revision: Revision, *, by: User | None) -> Revision:
    """Publish a revision; the one published until now is superseded."""
    current = _locked(revision)
    if current.state == Revision.State.PUBLISHED:
        raise NotPossible(f"{current} 已经发布。")
    current.disclosure.revisions.published().update(state=Revision.State.SUPERSEDED)
    current.state = Revision.State.PUBLISHED
    current.published_by, current.published_at = by, timezone.now()
    current.save()
    return current


@transaction.atomic
def withdraw(revision: Revision, *, by: User | None) -> Revision:
    """Take a published revision from the public; it stays on file and can be published again."""
    current = _locked(revision)
    if current.state != Revision.State.PUBLISHED:
        raise NotPossible(f"{current} 未在发布状态，无需撤回。")
    current.state = Revision.State.WITHDRAWN
    current.withdrawn_by, current.withdrawn_at = by, timezone.now()
    current.save()
    return current


def _locked(revision: Revision) -> Revision:
    """Lock the disclosure, whose revisions depend on each other, and read the revision anew."""
    Disclosure.objects.select_for_update().get(pk=revision.disclosure_id)
    return Revision.objects.select_related("disclosure__unit").get(pk=revision.pk)
