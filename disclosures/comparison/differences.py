"""Say what has changed between two results of one selection."""

from __future__ import annotations

from dataclasses import dataclass

from disclosures.comparison.display import cell_text
from disclosures.comparison.result import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One figure that is no longer what it was, as both are shown."""

    unit: str
    period: str
    item: str
    before: str
    after: str


def differences(before: Comparison, after: Comparison) -> list[Difference]:
    """Return the figures that differ between two results of one selection, those in only one of them included."""
    measure, money = before.selection.measure, before.selection.money
    numbers = {(column.unit, column.year, column.stage): number for number, column in enumerate(after.columns)}
    labels = {row.key: str(row.label) for row in (*before.rows, *after.rows)}
    found = []
    for number, column in enumerate(before.columns):
        other = numbers.get((column.unit, column.year, column.stage))
        for key, label in labels.items():
            old = before.cells.get((key, number))
            new = after.cells.get((key, other)) if other is not None else None
            shown = [cell_text(cell, measure, money) if cell else "" for cell in (old, new)]
            if shown[0] != shown[1]:
                found.append(
                    Difference(
                        unit=column.unit_name,
                        period=before.heading(column),
                        item=label,
                        before=shown[0],
                        after=shown[1],
                    )
                )
    return found
