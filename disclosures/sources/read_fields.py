"""List what was read of a project, an indicator or a figure in the text, field by field, with what was corrected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise

from disclosures.amounts import MoneyUnit
from disclosures.models import Figure
from disclosures.models.correctable import Correctable
from disclosures.models.corrected_fields import FIELDS, MONEY, CorrectedField
from disclosures.models.corrections import TARGETS
from disclosures.vocabulary import FigureUnit

_AFTER_NUMBERS = {FigureUnit.YUAN: f" {MoneyUnit.YUAN.label}", FigureUnit.PERCENT: "%"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadField:
    """A field as it counts; ``was_read`` is what was read of it where a person corrected it, else None."""

    field: CorrectedField
    value: str
    was_read: str | None

    @property
    def label(self) -> str | Promise:
        """Return what the field is called."""
        return self.field.label


def read_fields(subject: Correctable) -> Iterator[ReadField]:
    """Yield the fields of a row that say something, or did until they were corrected."""
    for field in FIELDS[TARGETS[type(subject)]]:
        value, corrected = getattr(subject, field), field in subject.as_read
        if corrected or value not in (None, ""):
            before = was_read(subject, field) if corrected else None
            yield ReadField(field=field, value=field_text(subject, field, value), was_read=before)


def was_read(subject: Correctable, field: CorrectedField) -> str:
    """Return what was read of a field, as people read it."""
    return field_text(subject, field, subject.reading(field))


def field_text(subject: Correctable, field: CorrectedField, value: str | Decimal | None) -> str:
    """Return a field's value as people read it; nothing where it is blank."""
    if value is None or value == "":
        return ""
    if isinstance(subject, Figure):
        return f"{Decimal(value):,f}{_AFTER_NUMBERS.get(FigureUnit(subject.unit), '')}"
    if not isinstance(value, Decimal):
        return value
    if field in MONEY:
        return f"{value:,f} {MoneyUnit.YUAN.label}"
    return f"{value.normalize():f}{'%' if field == CorrectedField.EXECUTION_RATE else ''}"
