"""Publish and withdraw revisions; the public sees at most one of each disclosure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from enum import Enum
from types import MappingProxyType

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from disclosures.ingest.continuity import check_against_published
from disclosures.ingest.storable import storable_text
from disclosures.models import AuditEntry, Disclosure, Finding, Revision
from disclosures.models.audit import Values, record
from disclosures.models.findings import UNANSWERED
from disclosures.performance.copies import mark_copies
from disclosures.vocabulary import Severity

Action = AuditEntry.Action

# Rules about what we read; all others are about what the unit printed.
OURS = ("unread.", "correction.lost")


class Matter(Enum):
    """What has to be settled before the public sees a revision; the values say it to the clerk."""

    UNREAD = "处没有读准的内容待核对"
    ERROR = "处错误待处理"


NOTHING_SAID: Values = MappingProxyType({})
NOTHING: tuple[Matter, ...] = ()
# For the demo, whose files nobody looks through.
EVERYTHING = tuple(Matter)


class NotPossible(Exception):
    """A revision is in a state from which this step does not lead on; the message says so to the clerk."""


@transaction.atomic
def publish(revision: Revision, *, by: User | None, despite: Collection[Matter] = NOTHING) -> Revision:
    """Publish a revision; the one published until now is superseded.

    ``despite`` says what may be left open: it is shown to the public as open, and what was not read as not read.
    """
    current = _locked(revision)
    if why := why_not_to_publish(current, by, despite=despite):
        raise NotPossible(why)
    check_against_published(current)
    for other in current.disclosure.revisions.published():
        _change(other, Revision.State.SUPERSEDED, by, Action.SUPERSEDED)
    current.published_by, current.published_at = by, timezone.now()
    _change(current, Revision.State.PUBLISHED, by, Action.PUBLISHED)
    return current


@transaction.atomic
def withdraw(revision: Revision, *, by: User | None, reason: str = "") -> Revision:
    """Take a published revision from the public; it stays on file and can be published again.

    The reason is kept in the audit log; the desk asks for one.
    """
    current = _locked(revision)
    if current.state != Revision.State.PUBLISHED:
        raise NotPossible(f"{current} 未在发布状态，无需撤回。")
    current.withdrawn_by, current.withdrawn_at = by, timezone.now()
    said = storable_text(reason).strip()
    _change(current, Revision.State.WITHDRAWN, by, Action.WITHDRAWN, {"reason": said} if said else {})
    return current


def matter_of(finding: Finding) -> Matter | None:
    """Return what has to be settled about a finding, answered or not; a doubt about what is printed needs no more."""
    if finding.code.startswith(OURS):
        return Matter.UNREAD
    return Matter.ERROR if finding.severity == Severity.ERROR else None


def still_open(revision: Revision) -> list[Finding]:
    """Return what has to be settled before a revision is published: what was not read first, then the errors.

    An error may be in the document itself. It is settled by a correction, or by the answer that it is printed so.
    """
    unanswered = revision.findings.standing().needing_an_answer().answered_as(UNANSWERED).select_related("table")
    return sorted((one for one in unanswered if matter_of(one)), key=lambda one: matter_of(one) is Matter.ERROR)


def why_not_to_publish(revision: Revision, by: User | None, *, despite: Collection[Matter] = NOTHING) -> str:
    """Return what stands in the way of publishing, in words for the clerk; empty where nothing does."""
    if revision.state == Revision.State.PUBLISHED:
        return f"{revision} 已经发布。"
    if revision.jobs.unfinished().exists():
        return f"{revision} 正在重新读取，完成后才能发布。"
    if settings.TWO_PERSON_PUBLISHING and _is_own(revision, by):
        return f"{revision} 由您本人上传，须由另一人审核发布。"
    if revision.published_at is None and (left := _what_is_open(revision, despite)):
        return f"{revision} 还有 {left}，处理后才能发布。"
    return ""


def _what_is_open(revision: Revision, despite: Collection[Matter]) -> str:
    matters = Counter(matter for one in still_open(revision) if (matter := matter_of(one)) and matter not in despite)
    return "、".join(f"{matters[matter]} {matter.value}" for matter in Matter if matters[matter])


def _is_own(revision: Revision, by: User | None) -> bool:
    """Tell whether a person filed any part of a revision."""
    if by is None:
        return False
    return revision.uploaded_by_id == by.pk or revision.jobs.filter(uploaded_by=by).exists()


def _change(
    revision: Revision, state: Revision.State, by: User | None, action: AuditEntry.Action, said: Values = NOTHING_SAID
) -> None:
    before = revision.state
    revision.state = state
    revision.save()
    mark_copies(revision.disclosure.unit_id, revision.disclosure.fiscal_year_id)
    record(by, action, revision, before={"state": before}, after={"state": state, **said})


def _locked(revision: Revision) -> Revision:
    """Lock the disclosure, whose revisions depend on each other, and read the revision anew."""
    Disclosure.objects.select_for_update().get(pk=revision.disclosure_id)
    return Revision.objects.select_related("disclosure__unit").get(pk=revision.pk)
