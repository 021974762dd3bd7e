"""Find what units have filed: one revision for each year and kind, with the state of its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from disclosures.comparison.pinned import Pins
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import PRINTED, Stage
from disclosures.models import Finding, Revision, StatementTable
from disclosures.vocabulary import DisclosureKind


@dataclass(frozen=True, slots=True)
class TableState:
    """Whether the tables of one kind were declared empty, held something unread, and in what unit they print."""

    declared_empty: bool
    unread: bool
    money_unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """The published revision of one unit's year and kind, and its tables of the kinds asked for."""

    disclosure: int
    revision: int
    scope: str
    tables: Mapping[str, TableState]


class Filing(NamedTuple):
    """What a unit files once a year."""

    unit: int
    year: int
    kind: DisclosureKind


class Place(NamedTuple):
    """One column: a unit's year at one stage."""

    unit: int
    year: int
    stage: Stage

    @property
    def filing(self) -> Filing:
        """Return the filing in which the stage is printed."""
        return Filing(self.unit, self.year, PRINTED[self.stage].kind)


# Whose figures: a revision's, of a year, in a phase.
FiguresOf = tuple[int, int, str]


def filed_by(
    selection: Selection,
    years: Sequence[int],
    kinds: Iterable[DisclosureKind],
    tables: Iterable[str],
    pins: Pins | None,
) -> dict[Filing, Filed]:
    """Return what the units of a selection filed, as published now or as a comparison was pinned to it."""
    known = Revision.objects.pinned(pins.revisions) if pins else Revision.objects.published()
    found = known.of_kind(*kinds).for_units(selection.units).for_years(years).department_first()
    if selection.scope:
        found = found.of_scope(selection.scope)
    chosen: dict[Filing, tuple[int, int, str]] = {}
    for revision, disclosure, scope, unit, year, kind in found.filings():
        chosen.setdefault(Filing(unit, year, DisclosureKind(kind)), (disclosure, revision, scope))
    states = _table_states([revision for _disclosure, revision, _scope in chosen.values()], tables)
    return {
        filing: Filed(disclosure=disclosure, revision=revision, scope=scope, tables=states.get(revision, {}))
        for filing, (disclosure, revision, scope) in chosen.items()
    }


def _table_states(revisions: Sequence[int], kinds: Iterable[str]) -> Mapping[int, Mapping[str, TableState]]:
    """Return the states of the tables by revision and kind; several tables of one kind are taken together."""
    tables = StatementTable.objects.of_revisions(revisions).of_kinds(*kinds).in_order()
    unread = Finding.objects.tables_with_unread(revisions)
    states: dict[int, dict[str, TableState]] = defaultdict(dict)
    for table, revision, kind, declared_empty, money_unit in tables.states():
        before = states[revision].get(kind)
        is_unread = table in unread
        if before is not None:
            declared_empty, is_unread = before.declared_empty and declared_empty, before.unread or is_unread
            money_unit = before.money_unit
        states[revision][kind] = _state(declared_empty, is_unread, money_unit)
    return states


# Thousands of tables share a handful of states.
_state = cache(TableState)


def suppliers(
    filed: Mapping[Filing, Filed], stages: Iterable[Stage], *, with_years_before: bool
) -> dict[FiguresOf, Place]:
    """Return the places by what prints them: a revision's figures of a year in a phase.

    A revision prints its own year and, in prior-year columns, the year before; these fill in for a year that was
    not filed, where changes are asked for.
    """
    found: dict[FiguresOf, Place] = {}
    for filing, one in filed.items():
        before = filing._replace(year=filing.year - 1)
        for stage in stages:
            if PRINTED[stage].kind != filing.kind:
                continue
            found[one.revision, filing.year, PRINTED[stage].phase] = Place(filing.unit, filing.year, stage)
            if with_years_before and before not in filed:
                found[one.revision, before.year, PRINTED[stage].phase] = Place(filing.unit, before.year, stage)
    return found
