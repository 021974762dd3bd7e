"""Turn a selection into its result: choose each column's source, lay out the rows, measure every cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.dimensions import SOURCES, TOTAL, Dimension, Source
from disclosures.comparison.figures import Figures, Filed, Printed, fetch, sources_of
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.measures import Inputs, measured
from disclosures.comparison.result import Cell, CellState, Column, Comparison
from disclosures.comparison.rows import key_of, lay_out
from disclosures.comparison.selection import Selection


@dataclass(frozen=True, slots=True)
class Answer:
    """What one unit printed for one year, by row; ``source`` is the place that answered for the whole column."""

    cells: Mapping[str, Printed]
    source: Source | None


def compare(selection: Selection) -> Comparison:
    """Return the comparison that a selection asks for; an incomplete selection gives an empty one."""
    figures = fetch(selection)
    places = [(unit, year) for unit in selection.units if unit in figures.unit_names for year in selection.years]
    answers = {place: _answer(selection.dimension, cells) for place, cells in figures.printed.items()}
    shown = [answers[place] for place in places if place in answers and place in figures.filed]
    rows = lay_out(selection, [answer.cells for answer in shown])
    cells = {
        (row.key, number): _cell(selection, row.key, place, figures, answers)
        for number, place in enumerate(places)
        for row in rows
    }
    columns = tuple(_column(selection.dimension, place, figures, answers) for place in places)
    return Comparison(selection=selection, columns=columns, rows=rows, cells=cells)


def _answer(dimension: Dimension, cells: Sequence[Printed]) -> Answer:
    """Choose the source of a column; headlines each have sources of their own."""
    if dimension == Dimension.HEADLINE:
        found = {one.headline.value: _first(cells, one.sources) for one in HEADLINES}
        return Answer({key: cell for key, cell in found.items() if cell is not None}, None)
    for source in SOURCES[dimension]:
        standing = [cell for cell in cells if cell.answers(source)]
        if any(cell.amount is not None for cell in standing):
            return Answer(_by_row(dimension, standing), source)
    return Answer({}, None)


def _first(cells: Iterable[Printed], sources: Iterable[Source]) -> Printed | None:
    """Return the first cell of the first source that prints a number."""
    listed = list(cells)
    for source in sources:
        for cell in listed:
            if cell.answers(source) and cell.amount is not None:
                return cell
    return None


def _by_row(dimension: Dimension, cells: Iterable[Printed]) -> dict[str, Printed]:
    """Return the cells by row; where a table repeats a row, the first with a number stands for it."""
    found: dict[str, Printed] = {}
    for cell in cells:
        key = key_of(dimension, cell)
        if key and (key not in found or found[key].amount is None):
            found[key] = cell
    return found


def _cell(
    selection: Selection,
    key: str,
    place: tuple[int, int],
    figures: Figures,
    answers: Mapping[tuple[int, int], Answer],
) -> Cell:
    filed = figures.filed.get(place)
    if filed is None:
        return Cell(state=CellState.NOT_DISCLOSED)
    printed = answers[place].cells.get(key) if place in answers else None
    if printed is None:
        return Cell(state=_absence(selection.dimension, key, filed))
    unit, year = place
    value = measured(
        selection.measure,
        Inputs(
            amount=printed.amount,
            total=_amount(answers, place, TOTAL),
            before=_amount(answers, (unit, year - 1), key),
        ),
    )
    return Cell(
        state=CellState.BLANK if printed.amount is None else CellState.PRINTED,
        amount=printed.amount,
        value=value.number,
        reason=value.reason,
        line_item=printed.id,
        page=printed.page,
        table=printed.table,
    )


def _amount(answers: Mapping[tuple[int, int], Answer], place: tuple[int, int], key: str) -> Decimal | None:
    answer = answers.get(place)
    cell = answer.cells.get(key) if answer else None
    return cell.amount if cell else None


def _absence(dimension: Dimension, key: str, filed: Filed) -> CellState:
    """Say why a published disclosure gives no figure for a row."""
    if dimension == Dimension.HEADLINE:
        sources: Iterable[Source] = next(one.sources for one in HEADLINES if one.headline == key)
    else:
        sources = sources_of(dimension)
    tables = [filed.tables[source.table] for source in sources if source.table in filed.tables]
    if not tables:
        return CellState.NO_TABLE
    if any(table.unread for table in tables):
        return CellState.NOT_READ
    if all(table.declared_empty for table in tables):
        return CellState.DECLARED_EMPTY
    return CellState.NOT_LISTED


def _column(
    dimension: Dimension,
    place: tuple[int, int],
    figures: Figures,
    answers: Mapping[tuple[int, int], Answer],
) -> Column:
    unit, year = place
    filed = figures.filed.get(place)
    source = answers[place].source if place in answers else None
    notes: list[str | Promise] = []
    if source and source != SOURCES[dimension][0]:
        notes.append(_("取自%(table)s") % {"table": source.table.label})
    return Column(
        unit=unit,
        unit_name=figures.unit_names[unit],
        year=year,
        disclosure=filed.disclosure if filed else None,
        revision=filed.revision if filed else None,
        notes=tuple(notes),
    )
