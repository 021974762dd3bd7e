"""Turn a selection into its result: columns, rows, and every cell measured or its absence explained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.comparison.answers import Answers, answers_of, budget_of, cell_at, total_of
from disclosures.comparison.comparability import notes_on
from disclosures.comparison.dimensions import Dimension, Source
from disclosures.comparison.figures import Figures, Filed, Place, Printed, fetch, sources_of
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.measures import COUNTED, DEFINITIONS, Inputs, measured
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


def compare(selection: Selection, pins: Pins | None = None) -> Comparison:
    """Return the comparison that a selection asks for; an incomplete selection gives an empty one.

    It is taken from what is published now, or from the revisions it was pinned to.
    """
    figures = fetch(selection, pins)
    places = [
        Place(unit, year, stage)
        for unit in selection.units
        if unit in figures.units
        for year in selection.years
        for stage in selection.stages
    ]
    answers = answers_of(selection, figures)
    shown = [answers[place].cells for place in places if place in answers and place.filing in figures.filed]
    asked = _Asked(selection=selection, figures=figures, answers=answers, places=places)
    rows = lay_out(selection, shown)
    return Comparison(
        selection=selection,
        columns=_columns(asked),
        rows=rows,
        revisions=frozenset(one.revision for one in figures.filed.values()),
        cells={(row.key, number): cell for row in rows for number, cell in enumerate(_line(asked, row))},
    )


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


def _line(asked: _Asked, row: Row) -> list[Cell]:
    """Return a row's cells; peers are gathered once for the row."""
    peers = _peers(asked, row.key) if "peers" in DEFINITIONS[asked.selection.measure].uses else {}
    return [_cell(asked, row.key, place, peers) for place in asked.places]


Peers = Mapping[tuple[int, str], tuple[Decimal, ...]]


def _peers(asked: _Asked, key: str) -> Peers:
    """Return the amounts of all units by year and stage."""
    found: dict[tuple[int, str], tuple[Decimal, ...]] = {}
    for place in asked.places:
        cell = cell_at(asked.answers, place, key) if place.filing in asked.figures.filed else None
        if cell is not None and cell.amount is not None:
            found[place.year, place.stage] = (*found.get((place.year, place.stage), ()), cell.amount)
    return found


def _cell(asked: _Asked, key: str, place: Place, peers: Peers) -> Cell:
    filed = asked.figures.filed.get(place.filing)
    if filed is None:
        return Cell(state=CellState.NOT_DISCLOSED)
    printed = cell_at(asked.answers, place, key)
    if printed is None:
        return Cell(state=_absence(asked.selection, key, filed))
    used = _used(asked, key, place, printed)
    counts = {name: asked.figures.counts.get((filed.revision, topic)) for name, topic in COUNTED.items()}
    amounts = {name: cell.amount for name, cell in used.items()}
    value = measured(
        asked.selection.measure,
        Inputs(**amounts, people=counts["people"], vehicles=counts["vehicles"], peers=peers.get(place[1:], ())),
    )
    return Cell(
        state=CellState.BLANK if printed.amount is None else CellState.PRINTED,
        amount=printed.amount,
        value=value.number,
        reason=value.reason,
        line_item=printed.id,
        page=printed.page,
        table=printed.table,
        sources=tuple(cell.id for cell in used.values()),
        corrected=any(cell.corrected for cell in used.values()),
    )


def _used(asked: _Asked, key: str, place: Place, printed: Printed) -> dict[str, Printed]:
    """Return the printed figures that the measure takes, by the names of ``Inputs``, in the formula's order."""
    found = {
        "amount": printed,
        "total": total_of(asked.answers, place),
        "before": cell_at(asked.answers, place._replace(year=place.year - 1), key),
        "budget": budget_of(asked.answers, place, key),
    }
    uses = DEFINITIONS[asked.selection.measure].uses
    return {name: cell for name in uses if (cell := found.get(name)) is not None}


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
