"""Turn a selection into its result: columns, rows, and every cell measured or its absence explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from disclosures.comparison.answers import Answers, answers_of, budget_of, cell_at, total_of
from disclosures.comparison.comparability import basis_of, with_notes
from disclosures.comparison.dimensions import Dimension, Source
from disclosures.comparison.figures import Figures, fetch, sources_of
from disclosures.comparison.filed import Filed, Place
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.measures import COUNTED, DEFINITIONS, Inputs, Measure, measured
from disclosures.comparison.ordering import in_order
from disclosures.comparison.performance import COMPARE as COMPARE_PERFORMANCE
from disclosures.comparison.pinned import Pins
from disclosures.comparison.result import Cell, Cells, CellState, Column, Comparison
from disclosures.comparison.rows import lay_out
from disclosures.comparison.selection import Selection


class _Column(NamedTuple):
    """A column to fill: its place, what was filed for it, and what that prints by row."""

    place: Place
    filed: Filed | None
    printed: Mapping[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """All that measuring a cell may look at."""

    selection: Selection
    figures: Figures
    answers: Answers
    columns: Sequence[_Column]

    @classmethod
    def of(cls, selection: Selection, figures: Figures, answers: Answers) -> _Asked:
        """Lay out the columns."""
        places = [
            Place(unit, year, stage)
            for unit in selection.units
            if unit in figures.units
            for year in selection.years
            for stage in selection.stages
        ]
        filed = [figures.filed.get(place.filing) for place in places]
        columns = [
            _Column(place, one, answers[place].cells if one and place in answers else {})
            for place, one in zip(places, filed, strict=True)
        ]
        return cls(selection=selection, figures=figures, answers=answers, columns=columns)


def compare(selection: Selection, pins: Pins | None = None) -> Comparison:
    """Return the comparison that a selection asks for; an incomplete selection gives an empty one.

    It is taken from what is published now, or from the revisions it was pinned to.
    """
    if selection.dimension in COMPARE_PERFORMANCE:
        return COMPARE_PERFORMANCE[selection.dimension](selection, pins)
    figures = fetch(selection, pins)
    answers = answers_of(selection, figures)
    asked = _Asked.of(selection, figures, answers)
    rows = lay_out(selection, {place: answers[place] for place, _filed, printed in asked.columns if printed})
    cells = Cells({row.key: _line(asked, row.key) for row in rows})
    return in_order(
        Comparison(
            selection=selection,
            columns=_columns(asked),
            rows=rows,
            revisions=frozenset(one.revision for one in figures.filed.values()),
            cells=cells,
            pins=pins,
        )
    )


def _columns(asked: _Asked) -> tuple[Column, ...]:
    return with_notes([_column(asked, place, filed) for place, filed, _printed in asked.columns])


def _column(asked: _Asked, place: Place, filed: Filed | None) -> Column:
    return Column(
        unit=place.unit,
        unit_name=asked.figures.units[place.unit].name,
        year=place.year,
        stage=place.stage,
        disclosure=filed.disclosure if filed else None,
        revision=filed.revision if filed else None,
        scope=filed.scope if filed else "",
        basis=basis_of(asked.selection, asked.figures, place, asked.answers.get(place)),
    )


def _line(asked: _Asked, key: str) -> Sequence[Cell]:
    """Return a row's cells; an amount is its own measure, others are computed from it."""
    line = [printed.get(key) for _place, _filed, printed in asked.columns]
    if asked.selection.measure != Measure.AMOUNT:
        line = list(_measures(asked, key, line))
    columns = zip(line, asked.columns, strict=True)
    return [cell or _absent(asked.selection, key, filed) for cell, (_place, filed, _printed) in columns]


def _measures(asked: _Asked, key: str, line: Sequence[Cell | None]) -> Iterator[Cell | None]:
    """Yield what is measured of a row's amounts, and nothing where none is printed."""
    peers = _peers(asked, line) if "peers" in DEFINITIONS[asked.selection.measure].uses else {}
    for (place, filed, _printed), cell in zip(asked.columns, line, strict=True):
        if filed is None or cell is None:
            yield None
        else:
            yield _measured(asked, key, place, filed, cell, peers.get((place.year, place.stage), ()))


Peers = Mapping[tuple[int, str], tuple[Decimal, ...]]


def _peers(asked: _Asked, line: Sequence[Cell | None]) -> Peers:
    """Return the amounts of all units by year and stage."""
    found: dict[tuple[int, str], list[Decimal]] = defaultdict(list)
    for (place, _filed, _printed), cell in zip(asked.columns, line, strict=True):
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
    against = DEFINITIONS[asked.selection.measure].against
    return printed._replace(
        value=value.number,
        reason=value.reason,
        sources=tuple(source for cell in used.values() for source in cell.sources),
        corrected=any(cell.corrected for cell in used.values()),
        against=getattr(inputs, against) if against else None,
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


def _absent(selection: Selection, key: str, filed: Filed | None) -> Cell:
    """Return the cell that says why there is no figure for a row."""
    if filed is None:
        return Cell(CellState.NOT_DISCLOSED)
    sources: Iterable[Source] = sources_of(selection)
    if selection.dimension == Dimension.HEADLINE:
        sources = next(one.sources for one in HEADLINES if one.headline == key)
    tables = [filed.tables[source.table] for source in sources if source.table in filed.tables]
    if not tables:
        return Cell(CellState.NO_TABLE)
    if any(table.unread for table in tables):
        return Cell(CellState.NOT_READ)
    declared_empty = all(table.declared_empty for table in tables)
    return Cell(CellState.DECLARED_EMPTY if declared_empty else CellState.NOT_LISTED)
