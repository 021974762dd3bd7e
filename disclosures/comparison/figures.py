"""Ask the database for the figures a selection needs: a bounded number of queries, however many units and years."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import repeat
from typing import Any, NamedTuple

from disclosures.comparison.dimensions import Dimension, Source, sources_for
from disclosures.comparison.filed import FiguresOf, Filed, Filing, Place, filed_by, suppliers
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.measures import COUNTED, DEFINITIONS
from disclosures.comparison.pinned import Pins
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import BUDGET_STAGES, PRINTED, Stage
from disclosures.models import Correction, Figure, LineItem, Unit
from disclosures.models.as_stored import some_as_stored


class Dimensions(NamedTuple):
    """Where a printed amount stands: what sources name and rows are keyed by."""

    table_kind: str = ""
    direction: str = ""
    fund: str = ""
    nature: str = ""
    function: str = ""
    economic: str = ""
    item: str = ""

    def answer(self, source: Source) -> bool:
        """Tell whether this is a place that a source describes."""
        return self.table_kind == source.table and all(
            getattr(self, name) in values for name, values in source.where.items()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a selection's units filed, where each revision's figures belong, and how their amounts are asked for.

    ``places`` is keyed by revision, year and phase. ``counts`` holds the numbers of people and vehicles.
    """

    units: Mapping[int, Unit]
    filed: Mapping[Filing, Filed]
    places: Mapping[FiguresOf, Place]
    counts: Mapping[tuple[int, str], Decimal]
    corrected: Mapping[int, int | None] = field(default_factory=dict)
    corrected_at: datetime | None = None


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
    """Fetch what was filed for a selection's years, and for the years before where changes are asked for.

    What is published now is asked, or the revisions that a comparison was pinned to.
    Figures of the year before may come from the disclosure of that year or, where it is not published, from the
    prior-year column of the year's own.
    """
    wanted = DEFINITIONS[selection.measure].uses
    earlier = {year - 1 for year in selection.years} if "before" in wanted else set()
    years = sorted({*selection.years, *earlier})
    stages = needed_stages(selection)
    tables = {source.table for source in sources_of(selection)}
    filed = filed_by(selection, years, {PRINTED[stage].kind for stage in stages}, tables, pins)
    return Figures(
        units=Unit.objects.select_related("supervising_department").in_bulk(selection.units),
        filed=filed,
        places=suppliers(filed, stages, with_years_before="before" in wanted),
        counts=_counts(filed.values(), wanted),
        corrected=_corrected(filed.values(), pins),
        corrected_at=pins.at if pins else None,
    )


def _corrected(filed: Iterable[Filed], pins: Pins | None) -> Mapping[int, int | None]:
    """Return the corrected amounts in fen by line item, as they stand, or stood on the day of pinning.

    They are few: asked for by themselves they take a tenth of what joining them to every figure would.
    """
    known = Correction.objects.of_revisions(one.revision for one in filed)
    return (known.standing_at(pins.at) if pins else known.standing()).amounts()


# What every figure comes with, besides the dimensions that its sources leave open.
_SAID = ("id", "table_id", "revision_id", "fiscal_year", "page", "printed", "amount_fen")
# Some figures, field by field: each field holds one value a figure.
Fields = Mapping[str, Iterable[Any]]
# So many figures are laid out at a time: they are still in the processor's cache then, which saves a tenth.
AT_A_TIME = 250


@dataclass(frozen=True, slots=True)
class Question:
    """One query: the sources it asks, and the dimensions they leave open, which come with each figure."""

    sources: Sequence[Source]
    fixed: Mapping[str, str]
    open: Sequence[str]

    @classmethod
    def of(cls, *sources: Source) -> Question:
        """Return the question that asks some sources at once."""
        shared = {name: {value for source in sources for value in _values(source, name)} for name in _NAMES}
        fixed = {name: next(iter(values)) for name, values in shared.items() if len(values) == 1 and "*" not in values}
        return cls(sources, fixed, [name for name in _NAMES if name not in fixed])

    def dimensions(self, said: Sequence[str]) -> Dimensions:
        """Return the whole dimensions of a figure from those it came with."""
        return Dimensions(**self.fixed, **dict(zip(self.open, said, strict=True)))

    def ask(self, figures: Figures, places: Collection[FiguresOf]) -> Iterator[Fields]:
        """Yield what some revisions print in the sources, in the order of the tables, not many figures at a time.

        Units, years and kinds are what the index and a partitioned table are keyed by. Revisions are not named, so
        that figures of others are among it where a filing has several: leaving those aside takes less than comparing
        every figure's revision with hundreds. A phase that all figures have in common is not fetched with each.
        (Not by an iterator: PostgreSQL plans a cursor for its first rows, and needs many times longer for all.)
        """
        wanted = [figures.places[key] for key in places]
        conditions = {name: {value for one in self.sources for value in _values(one, name)} for name in _NAMES}
        phases = {phase for _revision, _year, phase in places}
        names = (*_SAID, *(["phase"] if len(phases) > 1 else []), *self.open)
        rows = (
            LineItem.objects.for_units({place.unit for place in wanted})
            .for_years({year for _revision, year, _phase in places})
            .of_kinds({PRINTED[place.stage].kind for place in wanted})
            .in_phases(phases)
            .where({name: values for name, values in conditions.items() if "*" not in values})
            .order_by("table_id", "row", "column_number", "id")
        )
        common = {"phase": repeat(*phases)} if len(phases) == 1 else {}
        for some in some_as_stored(rows.values_list(*names), AT_A_TIME):
            yield common | dict(zip(names, zip(*some, strict=True), strict=True))


_NAMES = Dimensions._fields


def _values(source: Source, name: str) -> tuple[str, ...]:
    """Return the values that a source allows a dimension; a star where it allows any."""
    return (source.table,) if name == "table_kind" else source.where.get(name, ("*",))


def _counts(filed: Iterable[Filed], wanted: Iterable[str]) -> dict[tuple[int, str], Decimal]:
    """Return people and vehicles by revision and topic, where a measure divides by them."""
    topics = [COUNTED[name] for name in wanted if name in COUNTED]
    if not topics:
        return {}
    found = Figure.objects.of_revisions([one.revision for one in filed]).on_topics(topics)
    return {
        (revision, topic): Decimal(value) for revision, topic, value in found.values_list("revision", "topic", "value")
    }
