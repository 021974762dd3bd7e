"""Choose for each column which table answers it, so that no amount is counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from disclosures.comparison.dimensions import TOTAL, Dimension, Source
from disclosures.comparison.figures import Figures, Place, Printed, sources_of
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.rows import key_of
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import BUDGET_STAGES, Stage


@dataclass(frozen=True, slots=True)
class Answer:
    """What one unit printed for one year and stage, by row; ``source`` answered for the whole column."""

    cells: Mapping[str, Printed]
    source: Source | None


Answers = Mapping[Place, Answer]


def answers_of(selection: Selection, figures: Figures) -> Answers:
    """Return every column's answer, those of the years before and of other stages among them."""
    return {place: _answer(selection, cells) for place, cells in figures.printed.items()}


def cell_at(answers: Answers, place: Place, key: str) -> Printed | None:
    """Return what a place printed in a row."""
    answer = answers.get(place)
    return answer.cells.get(key) if answer else None


def total_of(answers: Answers, place: Place) -> Printed | None:
    """Return the total of a place's column."""
    return cell_at(answers, place, TOTAL)


def budget_of(answers: Answers, place: Place, key: str) -> Printed | None:
    """Return the budget that an outturn is measured by; nothing for a stage that is a budget itself."""
    if place.stage != Stage.OUTTURN:
        return None
    found = (cell_at(answers, place._replace(stage=stage), key) for stage in BUDGET_STAGES)
    return next((cell for cell in found if cell is not None and cell.amount is not None), None)


def _answer(selection: Selection, cells: Sequence[Printed]) -> Answer:
    """Choose the source of a column; headlines each have sources of their own."""
    if selection.dimension == Dimension.HEADLINE:
        found = {one.headline.value: _first(cells, one.sources) for one in HEADLINES}
        return Answer({key: cell for key, cell in found.items() if cell is not None}, None)
    for source in sources_of(selection):
        standing = [cell for cell in cells if cell.answers(source)]
        if any(cell.amount is not None for cell in standing):
            return Answer(_by_row(selection.dimension, standing), source)
    return Answer({}, None)


def _first(cells: Sequence[Printed], sources: Iterable[Source]) -> Printed | None:
    """Return the first cell of the first source that prints a number."""
    for source in sources:
        for cell in cells:
            if cell.amount is not None and cell.answers(source):
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
