"""Publish and withdraw revisions; the public sees at most one of each disclosure."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from disclosures.ingest.continuity import check_against_published
from disclosures.models import AuditEntry, Disclosure, Finding, Revision
from disclosures.models.audit import record

Action = AuditEntry.Action

# Rules about what we read; all others are about what the unit printed, and are published with it.
OURS = ("unread.", "correction.lost")


class NotPossible(Exception):
    """A revision is in a state from which this step does not lead on; the message says so to the clerk."""


@transaction.atomic
def publish(revision: Revision, *, by: User | None, despite_doubts: bool = False) -> Revision:
    """Publish a revision; the one published until now is superseded.

    ``despite_doubts`` is for files that nobody will look through, as those of the demo; what was not read stays
    marked as not read.
    """
    current = _locked(revision)
    if why := why_not_to_publish(current, by, despite_doubts=despite_doubts):
        raise NotPossible(why)
    check_against_published(current)
    for other in current.disclosure.revisions.published():
        _change(other, Revision.State.SUPERSEDED, by, Action.SUPERSEDED)
    current.published_by, current.published_at = by, timezone.now()
    _change(current, Revision.State.PUBLISHED, by, Action.PUBLISHED)
    return current


@transaction.atomic
def withdraw(revision: Revision, *, by: User | None) -> Revision:
    """Take a published revision from the public; it stays on file and can be published again."""
    current = _locked(revision)
    if current.state != Revision.State.PUBLISHED:
        raise NotPossible(f"{current} 未在发布状态，无需撤回。")
    current.withdrawn_by, current.withdrawn_at = by, timezone.now()
    _change(current, Revision.State.WITHDRAWN, by, Action.WITHDRAWN)
    return current


def blocks_publishing(finding: Finding) -> bool:
    """Tell whether a finding is about our reading, not about the document: the first has to be settled."""
    return finding.code.startswith(OURS)


def open_doubts(revision: Revision) -> list[Finding]:
    """Return what was not read for sure in a revision, and nobody has looked at yet."""
    unanswered = revision.findings.needing_an_answer().answered_as("open")
    return [finding for finding in unanswered if blocks_publishing(finding)]


def why_not_to_publish(revision: Revision, by: User | None, *, despite_doubts: bool = False) -> str:
    """Return what stands in the way of publishing, in words for the clerk; empty where nothing does."""
    if revision.state == Revision.State.PUBLISHED:
        return f"{revision} 已经发布。"
    if revision.jobs.unfinished().exists():
        return f"{revision} 正在重新读取，完成后才能发布。"
    if settings.TWO_PERSON_PUBLISHING and _is_own(revision, by):
        return f"{revision} 由您本人上传，须由另一人审核发布。"
    if not despite_doubts and revision.published_at is None and (doubts := open_doubts(revision)):
        return f"{revision} 还有 {len(doubts)} 处没有读准的内容待核对，处理后才能发布。"
    return ""


def _is_own(revision: Revision, by: User | None) -> bool:
    """Tell whether a person filed any part of a revision."""
    if by is None:
        return False
    return revision.uploaded_by_id == by.pk or revision.jobs.filter(uploaded_by=by).exists()


def _change(revision: Revision, state: Revision.State, by: User | None, action: AuditEntry.Action) -> None:
    before = revision.state
    revision.state = state
    revision.save()
    record(by, action, revision, before={"state": before}, after={"state": state})


def _locked(revision: Revision) -> Revision:
    """Lock the disclosure, whose revisions depend on each other, and read the revision anew."""
    Disclosure.objects.select_for_update().get(pk=revision.disclosure_id)
    return Revision.objects.select_related("disclosure__unit").get(pk=revision.pk)
