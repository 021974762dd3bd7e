"""Turn a selection into its result: columns, rows, and every cell measured or its absence explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.comparison.answers import Answers, answers_of, budget_of, cell_at, total_of
from disclosures.comparison.comparability import notes_on
from disclosures.comparison.dimensions import Dimension, Source
from disclosures.comparison.figures import Figures, fetch, sources_of
from disclosures.comparison.filed import Filed, Place
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.measures import COUNTED, DEFINITIONS, Inputs, Measure, measured
from disclosures.comparison.pinned import Pins
from disclosures.comparison.result import Cell, CellState, Column, Comparison, Row
from disclosures.comparison.rows import lay_out
from disclosures.comparison.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """All that measuring a cell may look at."""

    selection: Selection
    figures: Figures
    answers: Answers
    places: Sequence[Place]
    columns: Sequence[tuple[Place, Filed | None, Mapping[str, Cell]]]

    @classmethod
    def of(cls, selection: Selection, figures: Figures, answers: Answers) -> _Asked:
        """Lay out the columns; each stands beside what was filed for it and what that prints."""
        places = [
            Place(unit, year, stage)
            for unit in selection.units
            if unit in figures.units
            for year in selection.years
            for stage in selection.stages
        ]
        columns = [
            (place, figures.filed.get(place.filing), answers[place].cells if place in answers else {})
            for place in places
        ]
        return cls(selection=selection, figures=figures, answers=answers, places=places, columns=columns)


def compare(selection: Selection, pins: Pins | None = None) -> Comparison:
    """Return the comparison that a selection asks for; an incomplete selection gives an empty one.

    It is taken from what is published now, or from the revisions it was pinned to.
    """
    figures = fetch(selection, pins)
    answers = answers_of(selection, figures)
    asked = _Asked.of(selection, figures, answers)
    shown = [answers[place] for place, filed, _cells in asked.columns if filed and place in answers]
    rows = lay_out(selection, shown)
    return Comparison(
        selection=selection,
        columns=_columns(asked),
        rows=rows,
        revisions=frozenset(one.revision for one in figures.filed.values()),
        cells={(row.key, number): cell for row in rows for number, cell in enumerate(_line(asked, row))},
    )


NOT_DISCLOSED = Cell(CellState.NOT_DISCLOSED)


def _columns(asked: _Asked) -> tuple[Column, ...]:
    notes = notes_on(asked.selection, asked.places, asked.figures, asked.answers)
    return tuple(_column(asked.figures, place, notes.get(place, ())) for place in asked.places)


def _column(figures: Figures, place: Place, notes: Iterable[str]) -> Column:
    filed = figures.filed.get(place.filing)
    return Column(
        unit=place.unit,
        unit_name=figures.units[place.unit].name,
        year=place.year,
        stage=place.stage,
        disclosure=filed.disclosure if filed else None,
        revision=filed.revision if filed else None,
        scope=filed.scope if filed else "",
        notes=tuple(notes),
    )


def _line(asked: _Asked, row: Row) -> Iterator[Cell]:
    """Yield a row's cells; an amount is its own measure, others are computed from it."""
    measure = asked.selection.measure
    peers = _peers(asked, row.key) if "peers" in DEFINITIONS[measure].uses else {}
    for place, filed, printed in asked.columns:
        if filed is None:
            yield NOT_DISCLOSED
        elif (cell := printed.get(row.key)) is None:
            yield Cell(_absence(asked.selection, row.key, filed))
        elif measure == Measure.AMOUNT:
            yield cell
        else:
            yield _measured(asked, row.key, place, filed, cell, peers.get(place[1:], ()))


Peers = Mapping[tuple[int, str], tuple[Decimal, ...]]


def _peers(asked: _Asked, key: str) -> Peers:
    """Return the amounts of all units by year and stage."""
    found: dict[tuple[int, str], list[Decimal]] = defaultdict(list)
    for place, filed, printed in asked.columns:
        cell = printed.get(key) if filed else None
        if cell is not None and cell.amount is not None:
            found[place.year, place.stage].append(cell.amount)
    return {at: tuple(amounts) for at, amounts in found.items()}


def _measured(asked: _Asked, key: str, place: Place, filed: Filed, printed: Cell, peers: tuple[Decimal, ...]) -> Cell:
    """Return a printed cell with its measured value and all line items that this is computed from."""
    used = _used(asked, key, place, printed)
    counts = {name: asked.figures.counts.get((filed.revision, topic)) for name, topic in COUNTED.items()}
    amounts = {name: cell.amount for name, cell in used.items()}
    inputs = Inputs(**amounts, people=counts["people"], vehicles=counts["vehicles"], peers=peers)
    value = measured(asked.selection.measure, inputs)
    return printed._replace(
        value=value.number,
        reason=value.reason,
        sources=tuple(source for cell in used.values() for source in cell.sources),
        corrected=any(cell.corrected for cell in used.values()),
    )


def _used(asked: _Asked, key: str, place: Place, printed: Cell) -> dict[str, Cell]:
    """Return the printed figures that the measure takes, by the names of ``Inputs``, in the formula's order."""
    found: Mapping[str, Callable[[], Cell | None]] = {
        "amount": lambda: printed,
        "total": lambda: total_of(asked.answers, place),
        "before": lambda: cell_at(asked.answers, place._replace(year=place.year - 1), key),
        "budget": lambda: budget_of(asked.answers, place, key),
    }
    uses = (name for name in DEFINITIONS[asked.selection.measure].uses if name in found)
    return {name: cell for name in uses if (cell := found[name]()) is not None}


def _absence(selection: Selection, key: str, filed: Filed) -> CellState:
    """Say why a published disclosure gives no figure for a row."""
    sources: Iterable[Source] = sources_of(selection)
    if selection.dimension == Dimension.HEADLINE:
        sources = next(one.sources for one in HEADLINES if one.headline == key)
    tables = [filed.tables[source.table] for source in sources if source.table in filed.tables]
    if not tables:
        return CellState.NO_TABLE
    if any(table.unread for table in tables):
        return CellState.NOT_READ
    if all(table.declared_empty for table in tables):
        return CellState.DECLARED_EMPTY
    return CellState.NOT_LISTED
