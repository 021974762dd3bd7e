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
    standing = Correction.objects.standing().of_subject(locked).filter(field=field).first()
    if standing is not None:
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
        replaces=standing,
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
    """Take a correction back; what was read counts again, even where an earlier correction had stood."""
    locked = Correction.objects.select_for_update().get(pk=correction.pk)
    if locked.stands:
        _revert(locked, by=by)


@transaction.atomic
def undo(correction: Correction, *, by: User) -> Correction | None:
    """Undo a step: what had stood before a correction stands again, and is returned where it was an earlier one.

    The earlier correction is made anew, since what was taken back stays so: a link pinned in between keeps its figures.
    """
    locked = Correction.objects.select_for_update().get(pk=correction.pk)
    if not locked.stands:
        return None
    return _revert(locked, by=by, to=locked.replaces)


def _revert(correction: Correction, *, by: User, to: Correction | None = None) -> Correction | None:
    """Take a correction back to the reading, or to an earlier correction, which is made anew and returned."""
    correction.revert(by=by)
    again = _made_anew(to, by=by) if to else None
    _take_effect(correction.subject)
    now = again.value if again else correction.read
    changed = {"before": {correction.field: correction.value}, "after": {correction.field: now}}
    record(by, AuditEntry.Action.REVOKED, correction.subject, **changed)
    recheck(correction.revision, by=by)
    return again


def _made_anew(earlier: Correction, *, by: User) -> Correction:
    """Store an earlier correction once more, by who brings it back; undoing that leads to what stood before it."""
    kept = ("revision", "field", "printed", "read", "value", "value_fen", "cause", "reason", "replaces")
    said = {name: getattr(earlier, name) for name in (*kept, earlier.target)}
    return Correction.objects.create(**said, made_by=by)


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
