"""Answer findings: one answer stands to each, and who answered, took back and when stays on record."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from disclosures.ingest.storable import storable_text
from disclosures.models import AuditEntry, Disclosure, Finding, FindingMark
from disclosures.models.audit import record
from disclosures.models.responsibility import units_of


@transaction.atomic
def answer_finding(finding: Finding, answer: FindingMark.Answer, *, note: str, by: User) -> FindingMark:
    """Answer a finding; the answer that stood until now is taken back by the same person."""
    filed = Disclosure.objects.select_for_update().get(pk=finding.revision.disclosure_id)
    before = _take_back_standing(filed, finding.fingerprint, by)
    mark = FindingMark.objects.create(
        disclosure=filed,
        code=finding.code,
        fingerprint=finding.fingerprint,
        answer=answer,
        note=storable_text(note).strip(),
        made_by=by,
    )
    after = {"answer": mark.answer, "note": mark.note}
    record(by, AuditEntry.Action.CHANGED, finding, before=before, after=after)
    return mark


@transaction.atomic
def take_back_answer(finding: Finding, *, by: User) -> None:
    """Take the answer to a finding back; it is open again."""
    filed = Disclosure.objects.select_for_update().get(pk=finding.revision.disclosure_id)
    before = _take_back_standing(filed, finding.fingerprint, by)
    if before:
        record(by, AuditEntry.Action.REVOKED, finding, before=before)


def may_answer(person: Any, finding: Finding) -> bool:
    """Tell whether a person may answer a finding: with the right to, and for a unit that they answer for."""
    if not person.has_perm("disclosures.add_findingmark"):
        return False
    units = units_of(person)
    return units is None or finding.revision.disclosure.unit_id in units


def _take_back_standing(filed: Disclosure, fingerprint: str, by: User) -> dict[str, str]:
    before: dict[str, str] = {}
    for standing in FindingMark.objects.standing().to(filed.pk, fingerprint):
        before = {"answer": standing.answer, "note": standing.note}
        standing.revert(by=by)
    return before
