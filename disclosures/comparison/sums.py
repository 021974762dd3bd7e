"""Add the units of a comparison up, or say why not: exactly the printed parts, with those that are missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.comparison.comparability import not_to_be_added
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import NOT_COMPUTABLE, cell_reason
from disclosures.comparison.measures import DEFINITIONS, Inputs, Measure, measured
from disclosures.comparison.result import Cell, CellState, Column, Comparison, Row
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import Stage

# What the sum of a measure is, in words: never the sum of ratios, always the ratio of the sums, over exactly those
# units that have both of its parts.
FORMULAS: Mapping[Measure, str | Promise] = {
    Measure.AMOUNT: gettext_lazy("各单位金额之和"),
    Measure.SHARE: gettext_lazy("各单位金额之和 ÷ 同一批单位的合计之和 × 100%"),
    Measure.CHANGE: gettext_lazy("各单位本年金额之和 − 同一批单位的上年金额之和"),
    Measure.CHANGE_PERCENT: gettext_lazy(
        "（各单位本年金额之和 − 同一批单位的上年金额之和）÷ 同一批单位的上年金额之和 × 100%"
    ),
    Measure.EXECUTION: gettext_lazy("各单位决算数之和 ÷ 同一批单位的预算数之和 × 100%"),
    Measure.PER_PERSON: gettext_lazy("各单位金额之和 ÷ 同一批单位的在职人数之和"),
    Measure.PER_VEHICLE: gettext_lazy("各单位金额之和 ÷ 同一批单位的公务用车保有量之和"),
}
# What is said of each unit by itself, or of how units stand to each other, is not said of all of them together.
NO_SUMS: Mapping[Measure | Dimension, str | Promise] = {
    Measure.RANK: gettext_lazy("位次说的是单位之间的先后，没有合计"),
    Measure.DEVIATION: gettext_lazy("与中位数之差说的是单位之间的差别，没有合计"),
    Measure.COMPLETION: gettext_lazy("各单位的指标不同，完成程度没有合计"),
    Measure.VERDICT: gettext_lazy("是否达到指标值是一个个指标的判断，没有合计"),
    Dimension.INDICATORS: gettext_lazy("各单位的绩效指标和计量单位不同，不能相加"),
    Dimension.PERFORMANCE: gettext_lazy("绩效概况是各单位自己的计数和比率，不作合计"),
}


@dataclass(frozen=True, slots=True)
class SumColumn:
    """One column of sums: a year at one stage, with the numbers of the result's columns that it adds."""

    year: int
    stage: Stage
    numbers: tuple[int, ...]

    @property
    def period(self) -> tuple[int, Stage]:
        """Return what all that is added is of."""
        return self.year, self.stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """One sum as a cell, with the numbers of the columns added, and of those missing with the reason.

    ``of`` is how many units there are; ``notes`` limit how exact the sum is.
    """

    cell: Cell
    parts: tuple[int, ...] = ()
    missing: tuple[tuple[int, str], ...] = ()
    of: int
    notes: tuple[str, ...] = ()

    @property
    def coverage(self) -> str:
        """Say how many units gave a figure: 3/4 个单位."""
        return coverage_in_words(len(self.parts), self.of)

    @property
    def is_partial(self) -> bool:
        """Tell whether the sum lacks some units."""
        return self.cell.value is not None and bool(self.missing)

    @property
    def is_refused(self) -> bool:
        """Tell whether there are figures, but they must not be added."""
        return bool(self.parts) and self.cell.amount is None


def coverage_in_words(given: int, of: int) -> str:
    """Say how many of some units gave a figure."""
    return _("%(given)d/%(all)d 个单位") % {"given": given, "all": of}


def why_no_sums(selection: Selection) -> str | Promise:
    """Return why a selection has no sums, whatever its figures; nothing where it has."""
    return NO_SUMS.get(selection.dimension) or NO_SUMS.get(selection.measure, "")


@dataclass(slots=True)
class Sums:
    """The sums of a comparison, made once as they are asked for; there are no columns where none are to be shown."""

    result: Comparison
    columns: tuple[SumColumn, ...]
    _made: dict[tuple[str, SumColumn], Sum] = field(default_factory=dict)
    _refusals: dict[tuple[int, ...], str] = field(default_factory=dict)

    @classmethod
    def of(cls, result: Comparison) -> Sums:
        """Return the sums that a comparison asks for."""
        selection = result.selection
        return cls(result, _columns(result) if selection.adds_units and not why_no_sums(selection) else ())

    @property
    def why_none(self) -> str | Promise:
        """Return why what is shown has no sums, where they are asked for."""
        selection = self.result.selection
        return why_no_sums(selection) if selection.adds_units else ""

    @property
    def formula(self) -> str | Promise:
        """Return how the sums are made, in words."""
        return FORMULAS[self.result.selection.measure]

    @property
    def refusals(self) -> list[tuple[str, str]]:
        """Return the periods in which some figures are not added, each with the reason."""
        found = dict.fromkeys(
            (self.result.period(*column.period), str(summed.cell.reason))
            for column in self.columns
            for row in self.result.rows
            if (summed := self.at(row, column)).is_refused
        )
        return list(found)

    @property
    def legend(self) -> list[tuple[str, str]]:
        """Return the sign of a sum that is not there, where there is one, with what it means."""
        made = (self.at(row, column).cell for column in self.columns for row in self.result.rows)
        absent = any(cell.value is None and cell.state == CellState.PRINTED for cell in made)
        return [(NOT_COMPUTABLE, _("无法合计"))] if absent else []

    def at(self, row: Row, column: SumColumn) -> Sum:
        """Return the sum of a row in a column of sums."""
        if (row.key, column) not in self._made:
            self._made[row.key, column] = self._sum(row, column)
        return self._made[row.key, column]

    def _sum(self, row: Row, column: SumColumn) -> Sum:
        cells = [(number, self.result.cell(row, number)) for number in column.numbers]
        parts = tuple((number, cell) for number, cell in cells if self._has_both(cell))
        missing = tuple((number, cell_reason(cell)) for number, cell in cells if not self._has_both(cell))
        numbers = tuple(number for number, _cell in parts)
        refusal = self._refusal(numbers)
        return Sum(
            cell=_refused(parts, refusal) if refusal else _added(self.result.selection.measure, parts, cells),
            parts=numbers,
            missing=missing,
            of=len(column.numbers),
            notes=() if refusal else _notes([self.result.columns[number] for number in numbers]),
        )

    def notes(self, column: SumColumn) -> tuple[str, ...]:
        """Return what limits the sums of a column."""
        return _notes([self.result.columns[number] for number in column.numbers])

    def _has_both(self, cell: Cell) -> bool:
        """Tell whether a cell has the amount and what the measure sets it against."""
        needs_other = DEFINITIONS[self.result.selection.measure].against
        return cell.amount is not None and (cell.against is not None or not needs_other)

    def _refusal(self, numbers: tuple[int, ...]) -> str:
        """Return why figures of some columns are not added; many rows have theirs in the same ones."""
        if numbers not in self._refusals:
            self._refusals[numbers] = str(not_to_be_added([self.result.columns[number] for number in numbers]))
        return self._refusals[numbers]


def _columns(result: Comparison) -> tuple[SumColumn, ...]:
    """Return a column for each year and stage; none where all units but one are unknown."""
    places: dict[tuple[int, Stage], list[int]] = {}
    for number, column in enumerate(result.columns):
        places.setdefault((column.year, column.stage), []).append(number)
    return tuple(SumColumn(*place, tuple(numbers)) for place, numbers in places.items() if len(numbers) > 1)


def _added(measure: Measure, parts: Sequence[tuple[int, Cell]], cells: Sequence[tuple[int, Cell]]) -> Cell:
    """Return the measure of the sums; where no unit has its parts, what all of them are instead."""
    if not parts:
        return _nothing([cell for _number, cell in cells])
    amount = _total([cell.amount for _number, cell in parts])
    against = DEFINITIONS[measure].against
    other = _total([cell.against for _number, cell in parts]) if against else None
    given: dict[str, Any] = {"amount": amount, against: other} if against else {"amount": amount}
    value = measured(measure, Inputs(**given))
    return _of(parts)._replace(amount=amount, against=other, value=value.number, reason=value.reason)


def _total(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """Return the sum of amounts that are all there; a missing one is not taken as 0."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _refused(parts: Sequence[tuple[int, Cell]], refusal: str) -> Cell:
    return _of(parts)._replace(reason=refusal)


def _of(parts: Sequence[tuple[int, Cell]]) -> Cell:
    """Return a cell with the sources of its parts, and no figure yet."""
    return Cell(
        CellState.PRINTED,
        sources=tuple(source for _number, cell in parts for source in cell.sources),
        texts=tuple(text for _number, cell in parts for text in cell.texts),
        corrected=any(cell.corrected for _number, cell in parts),
    )


def _nothing(cells: Sequence[Cell]) -> Cell:
    """Return the one reason that all units share, or that none of them has the figure."""
    states = {cell.state for cell in cells}
    if len(states) == 1 and CellState.PRINTED not in states:
        return Cell(states.pop())
    return Cell(CellState.PRINTED, reason=_("没有一个单位有此数，无法合计"))


def _notes(columns: Sequence[Column]) -> tuple[str, ...]:
    """Return what limits the parts, each note once with the units that it is about."""
    units: dict[str, list[str]] = {}
    for column in columns:
        for note in column.notes:
            units.setdefault(note, []).append(column.unit_name)
    return tuple(_("%(units)s：%(note)s") % {"units": "、".join(names), "note": note} for note, names in units.items())
