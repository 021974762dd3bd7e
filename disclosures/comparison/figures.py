"""Ask the database for the figures a selection needs: at most seven queries, however many units and years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from disclosures.amounts import from_fen
from disclosures.comparison.dimensions import Dimension, Source, sources_for
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.measures import COUNTED, DEFINITIONS
from disclosures.comparison.pinned import Pins
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import BUDGET_STAGES, PRINTED, Stage
from disclosures.models import Correction, Figure, Finding, LineItem, Revision, StatementTable, Unit
from disclosures.models.filings import RevisionQuerySet
from disclosures.vocabulary import DisclosureKind

DIMENSION_FIELDS = ("direction", "fund", "nature", "function", "economic", "item")


class Printed(NamedTuple):
    """One cell of a statement, as far as comparing needs it; ``amount`` in yuan, None where blank.

    Where a person corrected the amount, it is theirs; ``text`` is what was printed. (A named tuple, because a
    comparison makes many thousands of them.)
    """

    id: int
    table: int
    table_kind: str
    revision: int
    fiscal_year: int
    direction: str
    fund: str
    nature: str
    function: str
    economic: str
    item: str
    heading: str
    page: int | None
    text: str
    amount: Decimal | None
    corrected: bool

    def answers(self, source: Source) -> bool:
        """Tell whether this cell stands in a place that a source describes."""
        return self.table_kind == source.table and all(
            getattr(self, name) in values for name, values in source.where.items()
        )


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that a selection needs: what its units printed, and what they filed.

    ``printed`` is keyed by the year the figures are *of*. ``counts`` holds the numbers of people and vehicles.
    """

    units: Mapping[int, Unit]
    filed: Mapping[Filing, Filed]
    printed: Mapping[Place, Sequence[Printed]]
    counts: Mapping[tuple[int, str], Decimal]


def sources_of(selection: Selection) -> tuple[Source, ...]:
    """Return every place that may answer a selection."""
    if selection.dimension == Dimension.HEADLINE:
        return tuple(source for headline in HEADLINES for source in headline.sources)
    return sources_for(selection.dimension, selection.fund)


def needed_stages(selection: Selection) -> tuple[Stage, ...]:
    """Return the stages to fetch: those shown, and the budgets that execution is measured by."""
    wanted = DEFINITIONS[selection.measure].uses
    return tuple(dict.fromkeys((*selection.stages, *(BUDGET_STAGES if "budget" in wanted else ()))))


def fetch(selection: Selection, pins: Pins | None = None) -> Figures:
    """Fetch the figures of a selection's years, and of the years before where changes are asked for.

    What is published now is asked, or the revisions that a comparison was pinned to.
    Figures of the year before may come from the disclosure of that year or, where it is not published, from the
    prior-year column of the year's own.
    """
    wanted = DEFINITIONS[selection.measure].uses
    earlier = {year - 1 for year in selection.years} if "before" in wanted else set()
    years = sorted({*selection.years, *earlier})
    stages = needed_stages(selection)
    known = Revision.objects.pinned(pins.revisions) if pins else Revision.objects.published()
    revisions = _revisions(known, selection, years, {PRINTED[stage].kind for stage in stages})
    tables = {source.table for source in sources_of(selection)}
    filed = _filed(revisions, tables)
    by_revision = _printed([one.revision for one in filed.values()], tables, years, pins)
    return Figures(
        units=Unit.objects.select_related("supervising_department").in_bulk(selection.units),
        filed=filed,
        printed=_placed(filed, by_revision, stages),
        counts=_counts(filed.values(), wanted),
    )


# Cells by revision, by the year they are of, and by phase.
ByRevision = Mapping[tuple[int, int, str], Sequence[Printed]]


def _placed(
    filed: Mapping[Filing, Filed], by_revision: ByRevision, stages: Sequence[Stage]
) -> dict[Place, Sequence[Printed]]:
    """Lay the cells out by unit, year and stage; a prior-year column fills in for a year that was not filed."""
    placed: dict[Place, Sequence[Printed]] = {}
    for filing, one in filed.items():
        for stage in stages:
            kind, phase = PRINTED[stage].kind, PRINTED[stage].phase
            if filing.kind != kind:
                continue
            if own := by_revision.get((one.revision, filing.year, phase)):
                placed[Place(filing.unit, filing.year, stage)] = own
            before = by_revision.get((one.revision, filing.year - 1, phase))
            if before and Filing(filing.unit, filing.year - 1, kind) not in filed:
                placed[Place(filing.unit, filing.year - 1, stage)] = before
    return placed


def _revisions(
    known: RevisionQuerySet, selection: Selection, years: Sequence[int], kinds: Iterable[DisclosureKind]
) -> list[Revision]:
    """Return one revision for each filing; a department's own before a unit's alone."""
    found = (
        known.of_kind(*kinds)
        .for_units(selection.units)
        .for_years(years)
        .select_related("disclosure")
        .order_by("disclosure__scope", "id")
    )
    if selection.scope:
        found = found.of_scope(selection.scope)
    chosen: dict[Filing, Revision] = {}
    for revision in found:
        chosen.setdefault(_filing(revision), revision)
    return list(chosen.values())


def _filing(revision: Revision) -> Filing:
    one = revision.disclosure
    return Filing(one.unit_id, one.fiscal_year_id, DisclosureKind(one.kind))


def _filed(revisions: Sequence[Revision], kinds: Iterable[str]) -> dict[Filing, Filed]:
    tables = StatementTable.objects.of_revisions(revisions).of_kinds(*kinds)
    found = list(tables.values_list("id", "revision_id", "kind", "declared_empty", "money_unit"))
    unread = Finding.objects.unread_tables([table for table, *_ in found])
    states: dict[int, dict[str, TableState]] = defaultdict(dict)
    for table, revision, kind, declared_empty, money_unit in found:
        before = states[revision].get(kind, TableState(True, False, money_unit))
        states[revision][kind] = TableState(
            before.declared_empty and declared_empty, before.unread or table in unread, before.money_unit
        )
    return {
        _filing(revision): Filed(
            disclosure=revision.disclosure_id,
            revision=revision.pk,
            scope=revision.disclosure.scope,
            tables=states[revision.pk],
        )
        for revision in revisions
    }


_PLACE = ("id", "table_id", "table_kind", "revision_id", "fiscal_year")
_CELL = ("heading", "page", "printed", "amount_fen", "phase")


def _printed(revisions: Sequence[int], kinds: Iterable[str], years: Sequence[int], pins: Pins | None) -> ByRevision:
    """Return the cells in the order of the tables."""
    rows = (
        LineItem.objects.of_revisions(revisions)
        .in_tables(*kinds)
        .for_years(years)
        .order_by("table_id", "row", "column_number", "id")
        .values_list(*_PLACE, *DIMENSION_FIELDS, *_CELL)
    )
    standing = Correction.objects.standing_at(pins.at) if pins else Correction.objects.standing()
    corrected = standing.of_revisions(revisions).amounts()
    cells: dict[tuple[int, int, str], list[Printed]] = defaultdict(list)
    for *values, fen, phase in rows:
        amount = from_fen(corrected.get(values[0], fen))
        cell = Printed._make((*values, amount, values[0] in corrected))
        cells[cell.revision, cell.fiscal_year, phase].append(cell)
    return cells


def _counts(filed: Iterable[Filed], wanted: Iterable[str]) -> dict[tuple[int, str], Decimal]:
    """Return people and vehicles by revision and topic, where a measure divides by them."""
    topics = [COUNTED[name] for name in wanted if name in COUNTED]
    if not topics:
        return {}
    found = Figure.objects.of_revisions([one.revision for one in filed]).on_topics(topics)
    return {
        (revision, topic): Decimal(value) for revision, topic, value in found.values_list("revision", "topic", "value")
    }
