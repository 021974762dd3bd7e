"""Correct what was misread or misprinted: what was printed and read is kept beside it, and it can be taken back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from disclosures.amounts import plain_text
from disclosures.ingest.corrected_rows import write_corrections
from disclosures.ingest.printed_values import printed_value
from disclosures.ingest.rechecking import recheck
from disclosures.ingest.storable import storable_fen, storable_text
from disclosures.models import AuditEntry, Correction, Figure, LineItem
from disclosures.models.audit import record
from disclosures.models.correctable import Correctable
from disclosures.models.corrected_fields import MONEY, CorrectedField
from disclosures.models.corrections import TARGETS, Subject
from disclosures.models.responsibility import units_of

# What a person puts in the place of what was read: words, a number, an amount in yuan; None says it is really blank.
Value = str | Decimal | None


@transaction.atomic
def correct(
    subject: Subject, field: CorrectedField, value: Value, *, cause: Correction.Cause, reason: str, by: User
) -> Correction:
    """Put a value in place of the one read; the correction that stood until now is taken back by the same person."""
    locked: Subject = type(subject)._base_manager.select_for_update().get(pk=subject.pk)
    for standing in Correction.objects.standing().of_subject(locked).filter(field=field):
        standing.revert(by=by)
    made = Correction.objects.create(
        revision_id=locked.revision_id,
        field=field,
        printed=printed_value(locked, field),
        read=read_text(locked, field),
        value=_text(value),
        value_fen=storable_fen(value) if field in MONEY and isinstance(value, Decimal) else None,
        cause=cause,
        reason=storable_text(reason),
        made_by=by,
        **{TARGETS[type(locked)]: locked},
    )
    _take_effect(locked)
    said = {"reason": made.reason, "cause": made.cause, made.field: made.value}
    record(by, AuditEntry.Action.CHANGED, locked, before={made.field: made.read}, after=said)
    recheck(locked.revision, by=by)
    return made


def correct_amount(
    item: LineItem, amount: Decimal | None, *, cause: Correction.Cause, reason: str, by: User
) -> Correction:
    """Put an amount in yuan in place of the one read in a table."""
    return correct(item, Correction.Field.AMOUNT, amount, cause=cause, reason=reason, by=by)


@transaction.atomic
def take_back(correction: Correction, *, by: User) -> None:
    """Take a correction back; what was read counts again."""
    locked = Correction.objects.select_for_update().get(pk=correction.pk)
    if locked.stands:
        locked.revert(by=by)
        _take_effect(locked.subject)
        changed = {"before": {locked.field: locked.value}, "after": {locked.field: locked.read}}
        record(by, AuditEntry.Action.REVOKED, locked.subject, **changed)
        recheck(locked.revision, by=by)


def may_correct(person: Any, subject: Subject) -> bool:
    """Tell whether a person may correct something: with the right to, and for a unit that they answer for."""
    if not person.has_perm("disclosures.add_correction"):
        return False
    units = units_of(person)
    unit = subject.revision.disclosure.unit_id if isinstance(subject, Figure) else subject.unit_id
    return units is None or unit in units


def _take_effect(subject: Subject) -> None:
    """Write what stands into rows that are searched and judged by their columns; amounts are corrected as asked."""
    if isinstance(subject, Correctable):
        write_corrections(subject)


def read_text(subject: Subject, field: CorrectedField) -> str:
    """Return what was read of a field, as corrections keep it."""
    return _text(subject.reading(field) if isinstance(subject, Correctable) else getattr(subject, field))


def _text(value: Value) -> str:
    return storable_text(value) if isinstance(value, str) else plain_text(value) or ""
