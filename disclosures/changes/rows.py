"""Compare the projects, the indicators and the figures in prose of two revisions, part by part."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.changes.figures import Change, change_of
from disclosures.changes.pairing import differing_pairs
from disclosures.models import Figure, PerformanceIndicator, Project, Revision
from disclosures.vocabulary import FigureUnit

Row = TypeVar("Row", Project, PerformanceIndicator, Figure)
Listed = TypeVar("Listed", Project, PerformanceIndicator)
# A number or words; None is what a form leaves open.
Told = Decimal | str | None


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """One thing that is said of a row and reads otherwise; money is in yuan."""

    label: str | Promise
    before: Told
    after: Told
    is_money: bool = False
    unit: str | Promise = ""


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A project, an indicator or a statement that differs: its name, the project it belongs to, and what differs."""

    change: Change
    name: str
    place: str
    parts: tuple[ChangedPart, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """One column of a row that is compared, by its name in words."""

    label: str | Promise
    column: str
    is_money: bool = False
    unit: str = ""

    def of(self, row: Project | PerformanceIndicator | None) -> Told:
        """Return what a row says in the column; nothing is none, even where it is kept as empty text."""
        told: Told = getattr(row, self.column) if row else None
        return None if told == "" else told


_PROJECT = (
    _Part(_("资金总额"), "total", is_money=True),
    _Part(_("年初预算"), "approved", is_money=True),
    _Part(_("全年预算"), "revised", is_money=True),
    _Part(_("全年执行"), "executed", is_money=True),
    _Part(_("执行率"), "execution_rate", unit="%"),
    _Part(_("得分"), "score"),
)
_INDICATOR = (
    _Part(_("指标值"), "target"),
    _Part(_("完成值"), "actual"),
    _Part(_("分值"), "weight"),
    _Part(_("得分"), "score"),
    _Part(_("偏差原因"), "deviation_reason"),
)


def changed_projects(before: Revision, after: Revision) -> Iterator[ChangedRow]:
    """Yield the projects whose money, execution or score differs."""
    first, second = (revision.projects.select_related("table") for revision in (before, after))
    for old, new in _differing(first, second, _project, _PROJECT):
        yield ChangedRow(change_of(old, new), _either(old, new).name, "", _parts(_PROJECT, old, new))


def changed_indicators(before: Revision, after: Revision) -> Iterator[ChangedRow]:
    """Yield the performance indicators whose target, result, points or reason differs."""
    first, second = (revision.indicators.select_related("project") for revision in (before, after))
    for old, new in _differing(first, second, _indicator, _INDICATOR):
        row = _either(old, new)
        place = row.project.name if row.project else ""
        yield ChangedRow(change_of(old, new), row.level3 or row.level2, place, _parts(_INDICATOR, old, new))


def changed_prose(before: Revision, after: Revision) -> Iterator[ChangedRow]:
    """Yield the figures in prose that differ."""
    for old, new in differing_pairs(before.figures.all(), after.figures.all(), _statement, _number):
        row = _either(old, new)
        is_money = row.unit == FigureUnit.YUAN
        unit = "" if is_money else row.get_unit_display()
        part = ChangedPart(_("数值"), _number_of(old), _number_of(new), is_money, unit)
        yield ChangedRow(change_of(old, new), row.sentence, "", (part,))


def _differing(
    before: Iterable[Listed], after: Iterable[Listed], key: Callable[[Listed], Hashable], parts: Sequence[_Part]
) -> Iterator[tuple[Listed | None, Listed | None]]:
    return differing_pairs(before, after, key, partial(_said, parts))


def _said(parts: Sequence[_Part], row: Project | PerformanceIndicator) -> tuple[Told, ...]:
    return tuple(part.of(row) for part in parts)


def _parts(parts: Sequence[_Part], old: Listed | None, new: Listed | None) -> tuple[ChangedPart, ...]:
    """Return what differs; of a row that is new or gone and says nothing, its first part."""
    told = tuple(ChangedPart(one.label, one.of(old), one.of(new), one.is_money, one.unit) for one in parts)
    return tuple(one for one in told if one.before != one.after) or told[:1]


def _either(old: Row | None, new: Row | None) -> Row:
    row = new or old
    assert row is not None
    return row


def _number(row: Figure) -> Decimal:
    """Return the number itself: how many noughts were printed after the point says nothing."""
    return Decimal(row.value)


def _number_of(row: Figure | None) -> Decimal | None:
    return None if row is None else _number(row)


def _project(row: Project) -> Hashable:
    return row.name, row.fiscal_year, row.table.kind if row.table else ""


def _indicator(row: PerformanceIndicator) -> Hashable:
    return row.project.name if row.project else "", row.level1, row.level2, row.level3, row.of_term


def _statement(row: Figure) -> Hashable:
    return row.topic, row.fiscal_year, row.phase, row.direction, row.unit
