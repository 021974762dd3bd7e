"""Say from which printed figures a share or a change was computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.functional import Promise

from disclosures.comparison.display import cell_text, unit_text
from disclosures.comparison.measures import COUNTED, DEFINITIONS
from disclosures.comparison.result import Cell, Column, Comparison, Row
from disclosures.models import Correction, Figure, LineItem, standing_corrections


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One number that a computed one comes from, by its word in the formula: printed in a table, or in the text."""

    role: str | Promise
    item: LineItem | None = None
    figure: Figure | None = None
    amount: Decimal | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A figure of a comparison with its formula in words and the printed figures it takes."""

    result: Comparison
    row: Row
    column: Column
    cell: Cell
    formula: str | Promise
    parts: tuple[Part, ...]

    @property
    def shown(self) -> str:
        """Return the figure as the comparison shows it, with its unit."""
        selection = self.result.selection
        text = cell_text(self.cell, selection.measure, selection.money)
        unit = unit_text(selection.measure, selection.money)
        return text if self.cell.value is None or text.endswith(unit) else f"{text} {unit}"


def derived(result: Comparison, place: str, at: datetime | None = None) -> Derived | None:
    """Return the figure at ``<row>.<column>`` of a result; nothing where there is none with a source.

    ``at`` says of which moment the corrections are.
    """
    key, _dot, number = place.rpartition(".")
    row = next((one for one in result.rows if one.key == key), None)
    if row is None or not number.isascii() or not number.isdecimal() or int(number) >= len(result.columns):
        return None
    cell = result.cell(row, int(number))
    if not cell.sources:
        return None
    definition = DEFINITIONS[result.selection.measure]
    column = result.columns[int(number)]
    return Derived(
        result=result,
        row=row,
        column=column,
        cell=cell,
        formula=definition.formula,
        parts=(
            *_printed(zip(definition.uses.values(), cell.sources, strict=False), at),
            *_counted(definition.uses, column),
            *(_printed(_peers(result, row, column), at) if "peers" in definition.uses else ()),
        ),
    )


def _printed(sources: Iterable[tuple[str | Promise, int]], at: datetime | None) -> Iterator[Part]:
    """Yield printed amounts, as corrected where they were."""
    named = list(sources)
    items = LineItem.objects.with_filing().in_bulk([source for _role, source in named])
    corrected = standing_corrections(list(items.values()), at)
    for role, source in named:
        if item := items.get(source):
            correction = corrected.get(source, {}).get(Correction.Field.AMOUNT)
            amount = correction.amount if correction else item.amount
            yield Part(role=role, item=item, amount=amount, corrected=correction is not None)


def _counted(uses: Mapping[str, str | Promise], column: Column) -> Iterator[Part]:
    """Yield the counts that an amount is divided by; they stand in the text of the same disclosure."""
    for name, topic in COUNTED.items():
        if name in uses and column.revision is not None:
            found = Figure.objects.of_revisions([column.revision]).on_topics([topic]).last()
            if found:
                yield Part(role=uses[name], figure=found)


def _peers(result: Comparison, row: Row, column: Column) -> Iterator[tuple[str, int]]:
    """Yield the units that a unit is placed among, each with its amount's line item."""
    for other, cell in zip(result.columns, result.line(row), strict=True):
        if (other.year, other.stage) == (column.year, column.stage) and other != column and cell.amount is not None:
            yield other.unit_name, cell.sources[0]
