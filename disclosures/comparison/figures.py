"""Ask the database for the figures a selection needs: five queries, however many units and years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import from_fen
from disclosures.comparison.dimensions import SOURCES, Dimension, Source
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.selection import Selection
from disclosures.models import Finding, LineItem, Revision, StatementTable, Unit

DIMENSION_FIELDS = ("direction", "fund", "nature", "function", "economic", "item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One cell of a statement, as far as comparing needs it; ``amount`` in yuan, None where blank."""

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
    amount: Decimal | None
    page: int | None

    def answers(self, source: Source) -> bool:
        """Tell whether this cell stands in a place that a source describes."""
        return self.table_kind == source.table and all(
            getattr(self, name) == value for name, value in source.where.items()
        )


@dataclass(frozen=True, slots=True)
class TableState:
    """Whether the tables of one kind were declared empty, or held something that could not be read."""

    declared_empty: bool
    unread: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """The published revision of one unit's year, and its tables of the kinds asked for."""

    disclosure: int
    revision: int
    scope: str
    tables: Mapping[str, TableState]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that a selection's units have printed in its years and the years before."""

    unit_names: Mapping[int, str]
    filed: Mapping[tuple[int, int], Filed]
    printed: Mapping[tuple[int, int], Sequence[Printed]]


def sources_of(dimension: Dimension) -> tuple[Source, ...]:
    """Return every place that may answer a dimension."""
    if dimension == Dimension.HEADLINE:
        return tuple(source for headline in HEADLINES for source in headline.sources)
    return SOURCES[dimension]


def fetch(selection: Selection) -> Figures:
    """Fetch the figures of a selection's years, and of the years before for changes.

    ``printed`` is keyed by unit and the year the figures are *of*. Figures of the year before may come from the
    disclosure of that year or, where it is not published, from the prior-year column of the year's own.
    """
    years = sorted({*selection.years, *(year - 1 for year in selection.years)})
    revisions = _revisions(selection, years)
    kinds = {source.table for source in sources_of(selection.dimension)}
    filed = _filed(revisions, kinds)
    by_revision = _printed(selection, [one.revision for one in filed.values()], kinds, years)
    printed: dict[tuple[int, int], Sequence[Printed]] = {}
    for (unit, year), one in filed.items():
        cells = by_revision.get(one.revision, {})
        if cells.get(year):
            printed[unit, year] = cells[year]
        if cells.get(year - 1) and (unit, year - 1) not in filed:
            printed[unit, year - 1] = cells[year - 1]
    names = dict(Unit.objects.in_bulk(selection.units).items())
    return Figures(unit_names={key: unit.name for key, unit in names.items()}, filed=filed, printed=printed)


def _revisions(selection: Selection, years: Sequence[int]) -> list[Revision]:
    """Return one published revision for each unit and year; a department's own before a unit's alone."""
    found = (
        Revision.objects.published()
        .of_kind(selection.kind)
        .for_units(selection.units)
        .for_years(years)
        .select_related("disclosure")
        .order_by("disclosure__scope", "id")
    )
    chosen: dict[tuple[int, int], Revision] = {}
    for revision in found:
        chosen.setdefault((revision.disclosure.unit_id, revision.disclosure.fiscal_year_id), revision)
    return list(chosen.values())


def _filed(revisions: Sequence[Revision], kinds: Iterable[str]) -> dict[tuple[int, int], Filed]:
    tables = StatementTable.objects.of_revisions(revisions).of_kinds(*kinds)
    found = list(tables.values_list("id", "revision_id", "kind", "declared_empty"))
    unread = Finding.objects.unread_tables([table for table, *_ in found])
    states: dict[int, dict[str, TableState]] = defaultdict(dict)
    for table, revision, kind, declared_empty in found:
        before = states[revision].get(kind, TableState(True, False))
        states[revision][kind] = TableState(before.declared_empty and declared_empty, before.unread or table in unread)
    return {
        (revision.disclosure.unit_id, revision.disclosure.fiscal_year_id): Filed(
            disclosure=revision.disclosure_id,
            revision=revision.pk,
            scope=revision.disclosure.scope,
            tables=states[revision.pk],
        )
        for revision in revisions
    }


def _printed(
    selection: Selection, revisions: Sequence[int], kinds: Iterable[str], years: Sequence[int]
) -> dict[int, dict[int, list[Printed]]]:
    """Return the cells by revision and by the year they are of, in the order of the tables."""
    fields = (
        "id",
        "table_id",
        "table_kind",
        "revision_id",
        "fiscal_year",
        *DIMENSION_FIELDS,
        "heading",
        "amount_fen",
        "page",
    )
    rows = (
        LineItem.objects.of_revisions(revisions)
        .in_tables(*kinds)
        .for_years(years)
        .in_phase(selection.phase)
        .order_by("table_id", "row", "column_number", "id")
        .values_list(*fields)
    )
    cells: dict[int, dict[int, list[Printed]]] = defaultdict(lambda: defaultdict(list))
    for (
        key,
        table,
        table_kind,
        revision,
        year,
        direction,
        fund,
        nature,
        function,
        economic,
        item,
        heading,
        fen,
        page,
    ) in rows:
        cells[revision][year].append(
            Printed(
                id=key,
                table=table,
                table_kind=table_kind,
                revision=revision,
                fiscal_year=year,
                direction=direction,
                fund=fund,
                nature=nature,
                function=function,
                economic=economic,
                item=item,
                heading=heading,
                amount=from_fen(fen),
                page=page,
            )
        )
    return cells
