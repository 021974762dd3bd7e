"""Render one side of a statement as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import django_tables2 as tables
from django.utils.safestring import SafeString

from disclosures.comparison.result import CellState
from disclosures.comparison.selection import MoneyScale
from disclosures.models import Correction, LineItem
from disclosures.tables.money import absent, line_item_text
from disclosures.tables.statements import Side, StatementRow

Corrected = Mapping[int, Mapping[str, Correction]]


@dataclass(frozen=True, slots=True)
class Dress:
    """How all amounts of a table are shown; ``missing`` is why a place has no cell."""

    scale: MoneyScale
    printed_in: str
    corrected: Corrected
    missing: CellState


class StatementTable(tables.Table):
    """A side's rows with one column of amounts for each of its columns."""

    row = tables.Column(verbose_name="", orderable=False)

    class Meta:
        template_name = "disclosures/tables/statement.html"
        orderable = False

    def __init__(
        self, side: Side, scale: MoneyScale, printed_in: str, corrected: Corrected | None = None, unread: bool = False
    ) -> None:
        self.side = side
        place = Dress(scale, printed_in, corrected or {}, CellState.NOT_READ if unread else CellState.NOT_LISTED)
        columns = [(f"c{n}", AmountColumn(one.label, place)) for n, one in enumerate(side.columns)]
        records = [
            {"row": _named(row, place.corrected), **{f"c{n}": cell for n, cell in enumerate(row.cells)}}
            for row in side.rows
        ]
        super().__init__(records, extra_columns=columns)


class AmountColumn(tables.Column):
    """Amounts with the decimals they were printed with."""

    def __init__(self, label: str, dress: Dress) -> None:
        self.dress = dress
        super().__init__(verbose_name=label, orderable=False, empty_values=())

    def render(self, value: LineItem | None) -> SafeString:
        """Render the amount, or the sign of why there is none."""
        if value is None:
            return absent(self.dress.missing)
        correction = self.dress.corrected.get(value.pk, {}).get(Correction.Field.AMOUNT)
        return line_item_text(value, self.dress.scale, self.dress.printed_in, correction)


def _named(row: StatementRow, corrected: Corrected) -> StatementRow:
    """Return a row by the name that a person gave it, where one did."""
    found = (corrected.get(cell.pk, {}).get(Correction.Field.HEADING) for cell in row.cells if cell)
    correction = next((one for one in found if one), None)
    return replace(row, heading=correction.value, misnamed=correction.printed) if correction else row
