"""Offer what there is to choose from: the units and years that have something published."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import Selection
from disclosures.comparison.wording import measures_of
from disclosures.models import FiscalYear, Revision, Unit
from disclosures.models.units import UnitQuerySet
from disclosures.vocabulary import DisclosureKind

# Every unit is offered up to this number; beyond it, searching narrows them down.
OFFERED_UNITS = 100
# So many units that were found but cannot be chosen are named, each with why.
NAMED_UNITS = 5


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit that may be compared, and the years it has published in the chosen kind."""

    unit: Unit
    years: tuple[int, ...]
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the form offers: chosen units first, then others; years with something published, newest first.

    ``missed`` says why units that were looked for are not offered.
    """

    units: Sequence[UnitChoice]
    years: Sequence[int]
    more_units: bool
    missed: Sequence[str] = ()

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
        missed=_missed(selection, words, any_found=bool(listed)) if words else (),
    )


def _missed(selection: Selection, words: str, *, any_found: bool) -> list[str]:
    """Say of the units that the words name, and that are not offered, why they are not; or that there are none."""
    named = Unit.objects.named_like(words)
    said = _not_published(named.exclude(pk__in=selection.units), selection.kinds)
    if said or any_found:
        return said
    if named.exists():
        return [_("“%(words)s”找到的单位已经选上了。") % {"words": words}]
    return [_("没有找到名称、别名、拼音首字母或代码含“%(words)s”的单位。") % {"words": words}]


def _not_published(named: UnitQuerySet, kinds: Collection[DisclosureKind]) -> list[str]:
    """Say of the first units that have published none of the kinds what they have published instead."""
    units = list(named.exclude(pk__in=Unit.objects.publishing(*kinds))[:NAMED_UNITS])
    published: dict[int, set[str]] = {}
    for _pk, _disclosure, _scope, unit, _year, kind in Revision.objects.published().for_units(units).filings():
        published.setdefault(unit, set()).add(kind)
    wanted = _("或").join(_labels(kinds))
    return [_lacking(unit, wanted, _labels(published.get(unit.pk, ()))) for unit in units]


def _lacking(unit: Unit, wanted: str, published: Sequence[str]) -> str:
    if not published:
        return _("%(unit)s还没有公开文件。") % {"unit": unit.name}
    said = {"unit": unit.name, "wanted": wanted, "published": "、".join(published)}
    return _("%(unit)s没有公开%(wanted)s，只公开了%(published)s。") % said


def _labels(kinds: Collection[str]) -> list[str]:
    return [str(kind.label) for kind in DisclosureKind if kind in kinds]
