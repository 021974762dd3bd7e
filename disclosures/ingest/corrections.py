"""Correct what was misread or misprinted: what was printed and read is kept beside it, and it can be taken back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from disclosures.amounts import plain_text
from disclosures.ingest.storable import storable_fen, storable_text
from disclosures.models import AuditEntry, Correction, LineItem
from disclosures.models.audit import record
from disclosures.models.responsibility import units_of


def correct_amount(
    item: LineItem, amount: Decimal | None, *, cause: Correction.Cause, reason: str, by: User
) -> Correction:
    """Put an amount in yuan in place of the one read; None says that the cell is really blank."""
    return _correct(
        item,
        Correction(
            field=Correction.Field.AMOUNT,
            read=plain_text(item.amount) or "",
            value=plain_text(amount) or "",
            value_fen=storable_fen(amount),
            cause=cause,
            reason=reason,
            made_by=by,
        ),
    )


def correct_heading(item: LineItem, heading: str, *, cause: Correction.Cause, reason: str, by: User) -> Correction:
    """Put a name in place of the one read."""
    return _correct(
        item,
        Correction(
            field=Correction.Field.HEADING,
            read=item.heading,
            value=storable_text(heading),
            cause=cause,
            reason=reason,
            made_by=by,
        ),
    )


@transaction.atomic
def _correct(item: LineItem, correction: Correction) -> Correction:
    """Store a correction; the one that stood until now is taken back by the same person."""
    locked = LineItem.objects.select_for_update().get(pk=item.pk)
    assert correction.made_by is not None
    for standing in Correction.objects.standing().of_item(locked).filter(field=correction.field):
        standing.revert(by=correction.made_by)
    correction.line_item = locked
    correction.printed = locked.printed if correction.field == Correction.Field.AMOUNT else locked.heading
    correction.reason = storable_text(correction.reason)
    correction.save()
    said = {"reason": correction.reason, "cause": correction.cause, correction.field: correction.value}
    record(
        correction.made_by, AuditEntry.Action.CHANGED, locked, before={correction.field: correction.read}, after=said
    )
    return correction


@transaction.atomic
def take_back(correction: Correction, *, by: User) -> None:
    """Take a correction back; what was read counts again."""
    locked = Correction.objects.select_for_update().get(pk=correction.pk)
    if locked.stands:
        locked.revert(by=by)
        changed = {"before": {locked.field: locked.value}, "after": {locked.field: locked.read}}
        record(by, AuditEntry.Action.REVOKED, locked.line_item, **changed)


def may_correct(person: Any, item: LineItem) -> bool:
    """Tell whether a person may correct a figure: with the right to, and for a unit that they answer for."""
    if not person.has_perm("disclosures.add_correction"):
        return False
    units = units_of(person)
    return units is None or item.unit_id in units
