"""Say which columns a correction of a project, an indicator or a figure sets, and set them as they were one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

from disclosures.extraction.performance.targets import only_number, read_target
from disclosures.models import Correction, Figure, PerformanceIndicator, Project
from disclosures.models.correctable import IN_FEN, Correctable
from disclosures.models.corrected_fields import MONEY, NUMBERS
from disclosures.models.corrections import TARGETS
from disclosures.performance.marking import mark

Row = TypeVar("Row", bound=Figure | PerformanceIndicator | Project)


def corrected_columns(row: Correctable, correction: Correction) -> dict[str, Any]:
    """Return the columns that a correction sets in a row as it was read: its field's, and those that follow."""
    field = correction.field
    if field in MONEY:
        return {field + IN_FEN: correction.value_fen}
    if field == Correction.Field.VALUE:
        return {field: correction.value}
    if field in NUMBERS:
        return {field: Decimal(correction.value) if correction.value else None}
    if field == Correction.Field.TARGET and isinstance(row, PerformanceIndicator):
        return _target(row, correction.value)
    if field == Correction.Field.ACTUAL:
        return {field: correction.value, "actual_number": only_number(correction.value)}
    return {field: correction.value}


def _target(row: PerformanceIndicator, text: str) -> dict[str, Any]:
    """Return a target with its parts; its sign and its unit stay as read where the new text names none."""
    said = read_target(text)
    has_number = said.number is not None
    return {
        "target": text,
        "target_number": said.number,
        "operator": said.operator or (row.operator if has_number else ""),
        "measure": said.unit or (row.measure if has_number else ""),
    }


def as_corrected(rows: Iterable[Row], at: datetime | None) -> Sequence[Row]:
    """Return rows of one sort as their corrections stood at a moment, unsaved; as stored where none is given."""
    listed = list(rows)
    if at is None or not listed:
        return listed
    standing: dict[int, list[Correction]] = defaultdict(list)
    target = TARGETS[type(listed[0])]
    for one in Correction.objects.standing_at(at).of_rows(listed):
        standing[getattr(one, f"{target}_id")].append(one)
    return [_as_it_stood(row, standing[row.pk]) if row.as_read or row.pk in standing else row for row in listed]


def _as_it_stood(row: Row, standing: Iterable[Correction]) -> Row:
    row.write({})
    row.write({one.field: corrected_columns(row, one) for one in standing})
    if isinstance(row, PerformanceIndicator):
        mark(row)
    return row
