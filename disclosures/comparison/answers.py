"""Choose for each column which table answers it, so that no amount is counted twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

from disclosures.amounts import is_blank
from disclosures.comparison.dimensions import LISTED, ROW_FIELDS, TOTAL, TOTAL_ITEMS, Dimension, Source
from disclosures.comparison.figures import Dimensions, Fields, Figures, Question, sources_of
from disclosures.comparison.filed import FiguresOf, Place
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.result import Cell, CellState
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import BUDGET_STAGES, Stage


@dataclass(slots=True)
class Answer:
    """What one unit printed for one year and stage, by row; ``source`` answered for the whole column.

    ``has_decimals`` tells whether any figure is finer than whole.
    """

    source: Source | None
    cells: dict[str, Cell] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    has_decimals: bool = False

    def take(self, stand: Stand, cell: Cell) -> None:
        """Take a printed amount for a row.

        Where a table repeats a row, the first with a number stands for it; a better source outdoes a worse one.
        """
        key, rank = stand
        if (taken := self.cells.get(key)) is not None:
            if cell.amount is None or (taken.amount is not None and rank >= self.ranks.get(key, 0)):
                return
            self.ranks.pop(key, None)
        if rank:
            self.ranks[key] = rank
        self.cells[key] = cell

    @property
    def has_parts(self) -> bool:
        """Tell whether any row but the total has a number."""
        return any(cell.amount is not None for key, cell in self.cells.items() if key != TOTAL)

    @property
    def has_figures(self) -> bool:
        """Tell whether any row has a number."""
        return any(cell.amount is not None for cell in self.cells.values())


class Stand(NamedTuple):
    """A row that a printed amount stands in, and how good its source is there (0 is the best)."""

    key: str
    rank: int = 0


Answers = Mapping[Place, Answer]
Standing = Callable[[Dimensions], Iterable[Stand]]
FEN = Decimal("0.01")
PRINTED, BLANK = CellState.PRINTED, CellState.BLANK


def answers_of(selection: Selection, figures: Figures) -> Answers:
    """Return every column's answer, those of the years before and of other stages among them.

    One source after another is asked, each only for the columns that those before it left open: a table that prints
    nothing but the total answers only where no other breaks it down. Headlines each have sources of their own and are
    asked for at once.
    """
    if selection.dimension == Dimension.HEADLINE:
        return _headlines(selection, figures)
    standing = partial(_as_row, selection.dimension)
    tables = {one.revision: one.tables for one in figures.filed.values()}
    found: dict[Place, Answer] = {}
    totals: dict[Place, Answer] = {}
    for source in sources_of(selection):
        waiting = [
            key for key, place in figures.places.items() if place not in found and source.table in tables[key[0]]
        ]
        if waiting:
            asked = _asked(Question.of(source), figures, waiting, standing)
            found |= {place: answer for place, answer in asked.items() if answer.has_parts}
            totals = {place: answer for place, answer in asked.items() if answer.has_figures} | totals
    return totals | found


def _headlines(selection: Selection, figures: Figures) -> Answers:
    """Return the headlines that are numbers; none of their sources answers for a whole column."""
    asked = _asked(Question.of(*sources_of(selection)), figures, figures.places, _as_headline)
    for answer in asked.values():
        answer.source = None
        answer.cells = {key: cell for key, cell in answer.cells.items() if cell.amount is not None}
    return asked


def cell_at(answers: Answers, place: Place, key: str) -> Cell | None:
    """Return what a place printed in a row."""
    answer = answers.get(place)
    return answer.cells.get(key) if answer else None


def total_of(answers: Answers, place: Place) -> Cell | None:
    """Return the total of a place's column."""
    return cell_at(answers, place, TOTAL)


def budget_of(answers: Answers, place: Place, key: str) -> Cell | None:
    """Return the budget that an outturn is measured by; nothing for a stage that is a budget itself."""
    if place.stage != Stage.OUTTURN:
        return None
    found = (cell_at(answers, place._replace(stage=stage), key) for stage in BUDGET_STAGES)
    return next((cell for cell in found if cell is not None and cell.amount is not None), None)


def _asked(
    question: Question, figures: Figures, places: Iterable[FiguresOf], standing: Standing
) -> dict[Place, Answer]:
    """Ask a question and lay what it brings out by column and row."""
    answers = {key: Answer(question.sources[0]) for key in places}
    known = _Stands(question, standing)
    for said in question.ask(figures, answers) if answers else ():
        columns = zip(said["revision_id"], said["fiscal_year"], said["phase"], strict=False)
        stands = map(known.__getitem__, zip(*(said[name] for name in question.open), strict=True))
        for answer, (alone, all_), cell, printed in zip(
            map(answers.get, columns), stands, _cells(said, figures.corrected), said["printed"], strict=True
        ):
            if answer is None or not all_:
                continue
            if not answer.has_decimals and "." in printed:
                answer.has_decimals = True
            if alone and alone not in answer.cells:
                answer.cells[alone] = cell
            else:
                for stand in all_:
                    answer.take(stand, cell)
    return {figures.places[key]: answer for key, answer in answers.items()}


class _Stands(dict[tuple[str, ...], tuple[str, Sequence[Stand]]]):
    """The rows that a printed amount stands in, by the dimensions that came with it, each worked out once.

    Nearly all stand in a single row with the best source for it: its key is told apart, and needs no weighing.
    """

    def __init__(self, question: Question, standing: Standing) -> None:
        super().__init__()
        self.question, self.standing = question, standing

    def __missing__(self, said: tuple[str, ...]) -> tuple[str, Sequence[Stand]]:
        stands = tuple(self.standing(self.question.dimensions(said)))
        alone = stands[0].key if len(stands) == 1 and not stands[0].rank else ""
        self[said] = alone, stands
        return self[said]


def _cells(said: Fields, corrected: Mapping[int, int | None]) -> Iterator[Cell]:
    """Return all figures as cells.

    They are many thousands, so they are made field by field and put together without a step in Python for each, as
    ``Cell(...)`` and ``Cell._make`` are: half the time of laying them out.
    """
    items, fens = said["id"], said["amount_fen"]
    put_right = corrected.keys() & items if corrected else frozenset[int]()
    if put_right:
        fens = [corrected[item] if item in put_right else fen for item, fen in zip(items, fens, strict=True)]
    amounts = [None if fen is None else fen * FEN for fen in fens]
    states: Iterable[CellState] = repeat(PRINTED)
    if None in fens:
        prints = zip(items, fens, said["printed"], strict=True)
        states = [_without_amount(text, item in put_right) if fen is None else PRINTED for item, fen, text in prints]
    made: Mapping[str, Iterable[Any]] = {
        "state": states,
        "amount": amounts,
        "value": amounts,
        "line_item": items,
        "page": said["page"],
        "table": said["table_id"],
        "sources": zip(items, strict=True),
        "corrected": (item in put_right for item in items) if put_right else repeat(False),
    }
    fields = (made[name] if name in made else repeat(Cell._field_defaults[name]) for name in Cell._fields)
    return map(partial(tuple.__new__, Cell), zip(*fields, strict=False))


def _without_amount(printed: str, is_corrected: bool) -> CellState:
    """Return why a line item has no amount: print that nobody could read is no blank, unless a person says so."""
    return BLANK if is_corrected or is_blank(printed) else CellState.NOT_READ


def key_of(dimension: Dimension, place: Dimensions) -> str:
    """Return the row that a printed amount belongs to: its code, its item, ``total``, or nothing."""
    key: str = getattr(place, ROW_FIELDS[dimension])
    if dimension == Dimension.NATURE and key:
        return key
    if place.item in TOTAL_ITEMS[dimension] and not place.function and not place.economic:
        return TOTAL
    if dimension in LISTED and key not in LISTED[dimension]:
        return ""
    return key


def _as_row(dimension: Dimension, dimensions: Dimensions) -> Iterator[Stand]:
    if key := key_of(dimension, dimensions):
        yield Stand(key)


def _as_headline(dimensions: Dimensions) -> Iterator[Stand]:
    """A headline is taken from the first of its sources that prints a number."""
    for one in HEADLINES:
        ranks = (rank for rank, source in enumerate(one.sources) if dimensions.answer(source))
        if (best := next(ranks, None)) is not None:
            yield Stand(one.headline.value, best)
