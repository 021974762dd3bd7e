"""Offer what there is to choose from: the units and years that have something published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import Selection
from disclosures.comparison.wording import measures_of
from disclosures.models import FiscalYear, Revision, Unit

# Every unit is offered up to this number; beyond it, searching narrows them down.
OFFERED_UNITS = 100


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit that may be compared, and the years it has published in the chosen kind."""

    unit: Unit
    years: tuple[int, ...]
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the form offers: chosen units first, then others; years with something published, newest first."""

    units: Sequence[UnitChoice]
    years: Sequence[int]
    more_units: bool

    @property
    def chosen_units(self) -> list[Unit]:
        """Return the units that are compared."""
        return [choice.unit for choice in self.units if choice.chosen]


def fitting(selection: Selection) -> Selection:
    """Return the selection with a measure that its dimension has: who turns to another dimension keeps the rest."""
    if selection.measure in measures_of(selection.dimension):
        return selection
    return selection.changed(measure=Measure.AMOUNT)


def offer(selection: Selection, words: str = "") -> Choices:
    """Return the choices for a selection; ``words`` narrows the units that are not chosen yet."""
    kinds = selection.kinds
    chosen = Unit.objects.in_bulk(selection.units)
    others = Unit.objects.publishing(*kinds).named_like(words).exclude(pk__in=chosen)
    listed = list(others[: OFFERED_UNITS + 1])
    units = [chosen[key] for key in selection.units if key in chosen] + listed[:OFFERED_UNITS]
    years: dict[int, list[int]] = {}
    published = Revision.objects.published().of_kind(*kinds)
    for unit, year in published.for_units(units).units_and_years():
        years.setdefault(unit, []).append(year)
    return Choices(
        units=[UnitChoice(unit, tuple(years.get(unit.pk, ())), unit.pk in chosen) for unit in units],
        years=sorted({*FiscalYear.objects.published(*kinds), *selection.years}, reverse=True),
        more_units=len(listed) > OFFERED_UNITS,
    )
