"""Say from which printed figures a share, a change or a sum was computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import cell_text, unit_text
from disclosures.comparison.measures import COUNTED, DEFINITIONS, Measure
from disclosures.comparison.result import Cell, Column, Comparison, Row
from disclosures.comparison.stages import Stage
from disclosures.comparison.sums import Sums
from disclosures.comparison.wording import formula, has_own_units, measure_label
from disclosures.models import Correction, Figure, LineItem, standing_corrections
from disclosures.sources.addresses import SUM
from disclosures.sources.derived_texts import TextPart, text_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One number that a computed one comes from, by its word in the formula: printed in a table, or in the text.

    A project or an indicator stands for itself in ``text``.
    """

    role: str | Promise
    item: LineItem | None = None
    figure: Figure | None = None
    amount: Decimal | None = None
    corrected: bool = False
    is_count: bool = False
    text: TextPart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A figure of a comparison with its formula in words and the printed figures it takes.

    A sum says for how many units it stands, which are missing and why, and what limits it; ``totals`` are the sums
    that a measure of sums is computed from.
    """

    result: Comparison
    row: Row
    whose: str
    year: int
    stage: Stage
    cell: Cell
    formula: str | Promise
    parts: tuple[Part, ...]
    totals: tuple[Part, ...] = ()
    coverage: str = ""
    missing: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_money(self) -> bool:
        """Tell whether the figure comes from amounts."""
        return not has_own_units(self.result.selection.dimension, Measure.AMOUNT)

    @property
    def counts(self) -> bool:
        """Tell whether the figure counts what it comes from."""
        return self.result.selection.dimension == Dimension.PERFORMANCE

    @property
    def measure_label(self) -> str | Promise:
        """Return what the dimension calls the measure."""
        return measure_label(self.result.selection.dimension, self.result.selection.measure)

    @property
    def period(self) -> str:
        """Return the year, with its stage where several stand side by side."""
        year = _("%(year)s年") % {"year": self.year}
        return f"{year}{self.result.stage_label(self.stage)}" if len(self.result.selection.stages) > 1 else year

    @property
    def shown(self) -> str:
        """Return the figure as the comparison shows it, with its unit."""
        selection = self.result.selection
        text = cell_text(self.cell, selection.measure, selection.money)
        own = has_own_units(selection.dimension, selection.measure)
        unit = self.row.measure if own else unit_text(selection.measure, selection.money)
        return text if self.cell.value is None or text.endswith(unit) else f"{text} {unit}"


def derived(result: Comparison, place: str, at: datetime | None = None) -> Derived | None:
    """Return the figure at ``<row>.<column>`` of a result; nothing where there is none with a source.

    ``at`` says of which moment the corrections are.
    """
    key, _dot, said = place.rpartition(".")
    row = next((one for one in result.rows if one.key == key), None)
    number = said.removeprefix(SUM)
    if row is None or not number.isascii() or not number.isdecimal():
        return None
    if said != number:
        return _summed(Sums.of(result), row, int(number), at)
    return _measured(result, row, int(number), at)


def _measured(result: Comparison, row: Row, number: int, at: datetime | None) -> Derived | None:
    """Return one unit's figure."""
    cell = result.cell(row, number) if number < len(result.columns) else None
    if cell is None or not (cell.sources or cell.texts):
        return None
    column, definition = result.columns[number], DEFINITIONS[result.selection.measure]
    return Derived(
        result=result,
        row=row,
        whose=column.unit_name,
        year=column.year,
        stage=column.stage,
        cell=cell,
        formula=formula(result.selection.dimension, result.selection.measure),
        parts=(
            *_texts(result, [(column, cell)]),
            *_printed(zip(_roles(definition.uses, cell), cell.sources, strict=False), at),
            *_counted(definition.uses, [column]),
            *(_printed(_peers(result, row, column), at) if "peers" in definition.uses else ()),
            *(_texts(result, _others(result, row, column)) if "peers" in definition.uses and cell.texts else ()),
        ),
    )


def _summed(sums: Sums, row: Row, number: int, at: datetime | None) -> Derived | None:
    """Return a sum with the printed figures of every unit that it adds."""
    if number >= len(sums.columns) or not sums.at(row, sums.columns[number]).parts:
        return None
    result, column = sums.result, sums.columns[number]
    summed = sums.at(row, column)
    uses = DEFINITIONS[result.selection.measure].uses
    added = [(result.columns[part], result.cell(row, part)) for part in summed.parts]
    printed = [
        (_role(one, word, uses), source)
        for one, cell in added
        for word, source in zip(_roles(uses, cell), cell.sources, strict=False)
    ]
    return Derived(
        result=result,
        row=row,
        whose=_("各单位合计"),
        year=column.year,
        stage=column.stage,
        cell=summed.cell,
        formula=sums.formula,
        parts=(*_texts(result, added), *_printed(printed, at), *_counted(uses, [one for one, _cell in added])),
        totals=_totals(uses, summed.cell),
        coverage=summed.coverage,
        missing=tuple((result.columns[part].unit_name, reason) for part, reason in summed.missing),
        notes=summed.notes,
    )


def _totals(uses: Mapping[str, str | Promise], cell: Cell) -> tuple[Part, ...]:
    """Return the sums that a measure of sums is computed from; a plain sum is said already."""
    if len(uses) < 2:
        return ()
    amounts = zip(uses.items(), (cell.amount, cell.against), strict=False)
    return tuple(
        Part(role=_("%(word)s之和") % {"word": word}, amount=amount, is_count=name in COUNTED)
        for (name, word), amount in amounts
        if amount is not None
    )


def _role(column: Column, word: str | Promise, uses: Mapping[str, str | Promise]) -> str:
    """Return whose a part of a sum is and, where each unit has several, which of them."""
    return f"{column.unit_name} {word}" if len(uses) > 1 else column.unit_name


def _roles(uses: Mapping[str, str | Promise], cell: Cell) -> Sequence[str | Promise]:
    """Return the words of the formula that stand for amounts in tables; a project's own stand before them."""
    return list(uses.values())[len(cell.texts) :]


def _texts(result: Comparison, cells: Sequence[tuple[Column, Cell]]) -> Iterator[Part]:
    """Yield projects and indicators; where several units have them, by whose they are."""
    for one in text_parts(result, cells):
        role = one.role if len(cells) == 1 else one.subject.unit.name
        yield Part(role=role, text=one, amount=one.amount, corrected=bool(one.subject.as_read))


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


def _counted(uses: Mapping[str, str | Promise], columns: Sequence[Column]) -> Iterator[Part]:
    """Yield the counts that amounts are divided by; they stand in the text of the same disclosures."""
    for name, topic in COUNTED.items():
        if name in uses:
            revisions = [column.revision for column in columns if column.revision is not None]
            found = {one.revision_id: one for one in Figure.objects.of_revisions(revisions).on_topics([topic])}
            for column in columns:
                if figure := found.get(column.revision or 0):
                    role = uses[name] if len(columns) == 1 else _role(column, uses[name], uses)
                    yield Part(role=role, figure=figure)


def _peers(result: Comparison, row: Row, column: Column) -> Iterator[tuple[str, int]]:
    """Yield the units that a unit is placed among, each with its amount's line item."""
    for other, cell in zip(result.columns, result.line(row), strict=True):
        if (other.year, other.stage) == (column.year, column.stage) and other != column and cell.amount is not None:
            yield from ((other.unit_name, source) for source in cell.sources[:1])


def _others(result: Comparison, row: Row, column: Column) -> list[tuple[Column, Cell]]:
    """Return the same row's cells of the units that a unit is placed among."""
    return [
        (other, cell)
        for other, cell in zip(result.columns, result.line(row), strict=True)
        if (other.year, other.stage) == (column.year, column.stage) and other != column and cell.amount is not None
    ]
