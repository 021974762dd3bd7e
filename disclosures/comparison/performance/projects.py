"""Compare projects by their money: one row a project, over years and stages as its documents state them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.answers import Answer, Answers, answers_of, cell_at
from disclosures.comparison.dimensions import TOTAL, Dimension
from disclosures.comparison.figures import fetch
from disclosures.comparison.filed import Filing, Place
from disclosures.comparison.headline import Headline
from disclosures.comparison.measures import DEFINITIONS, Inputs, Measure, measured
from disclosures.comparison.performance.told import Told, digest, told_by
from disclosures.comparison.pinned import Pins
from disclosures.comparison.result import Cell, CellState, Comparison, Row, TextSource
from disclosures.comparison.rows import kept
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import BUDGET_STAGES, PRINTED, Stage
from disclosures.comparison.wording import measures_of
from disclosures.models import Project, ProjectSeries
from disclosures.models.performance import NO_PROJECTS
from disclosures.performance.corrected import as_corrected
from disclosures.performance.series import project_key
from disclosures.vocabulary import TableKind

KIND = "project"
# What a stage of the year is called in a project's row, the most telling first: budgets print one sum only.
AMOUNTS: Mapping[Stage, tuple[str, ...]] = {
    Stage.BUDGET: ("approved", "total"),
    Stage.ACCOUNTS_BUDGET: ("approved",),
    Stage.ACCOUNTS_REVISED: ("revised",),
    Stage.OUTTURN: ("executed",),
}
# Self-evaluations measure execution by the budget as it stood at the year's end.
MEASURED_BY = tuple(reversed(BUDGET_STAGES))
_OF_WHOLE_UNIT = (TableKind.PERFORMANCE_OVERALL, TableKind.REVIEW_OVERALL)
WHOLE = "whole"


def compare_projects(selection: Selection, pins: Pins | None = None) -> Comparison:
    """Return the comparison of the units' projects."""
    told = told_by(selection, pins)
    named = _named(told)
    answers = _with_totals(_answers(told, named), selection, pins)
    shown = [answers[place] for place in told.places if place in answers]
    rows = kept(_rows(named, shown), selection.only)
    return told.compared(rows, partial(_cell, told, answers))


@dataclass(frozen=True, slots=True)
class Named:
    """An entry with the row it stands in."""

    entry: Project
    key: str
    label: str | Promise


def by_filing(told: Told) -> Mapping[Filing, Sequence[Project]]:
    """Return each project once by whose budget or accounts name it, without what speaks of the whole unit."""
    found: dict[Filing, dict[str, Project]] = defaultdict(dict)
    for one in _named(told):
        if one.key != WHOLE:
            found[told.filings[one.entry.revision_id]].setdefault(one.key, one.entry)
    return {filing: list(named.values()) for filing, named in found.items()}


def _is_sum(entry: Project) -> bool:
    """Tell whether an entry is what the unit's own form lists by what the money is."""
    return bool(entry.table and entry.table.kind in _OF_WHOLE_UNIT and entry.name in NO_PROJECTS)


def _named(told: Told) -> list[Named]:
    """Lay the entries into rows: what is followed as one project over the years is one, and so are equal names.

    Two projects of one unit and one name, told apart by their codes, stay two rows. What the unit's own form lists by
    what the money is, as 基本支出, is no project and has no row.
    """
    listed = as_corrected(Project.objects.of_revisions(told.filings).to_compare(), told.corrected_at)
    alone = Counter(entry.table_id for entry in listed)
    keys = _keys({entry.match.series for entry in listed})
    return [
        Named(entry, WHOLE, _("单位整体"))
        if is_whole
        else Named(entry, keys[entry.match.series_id], entry.match.series.name)
        for entry, is_whole in ((one, _is_whole(one, alone)) for one in listed)
        if is_whole or not _is_sum(entry)
    ]


def _is_whole(entry: Project, alone: Mapping[int | None, int]) -> bool:
    """Tell whether an entry is the only one of the unit's own form, and so the unit itself."""
    return bool(entry.table and entry.table.kind in _OF_WHOLE_UNIT and alone[entry.table_id] == 1)


def _keys(series: Iterable[ProjectSeries]) -> Mapping[int, str]:
    """Return the row of each project; a name that one unit has twice is numbered."""
    found: dict[int, str] = {}
    known: Counter[tuple[int, str]] = Counter()
    for one in sorted(series, key=lambda one: one.pk):
        key = f"p{digest(project_key(one.name))}"
        known[one.unit_id, key] += 1
        number = known[one.unit_id, key]
        found[one.pk] = key if number == 1 else f"{key}_{number}"
    return found


def _answers(told: Told, named: Sequence[Named]) -> dict[Place, Answer]:
    """Return what is told of each project by place; of several entries the first with an amount stands."""
    order = {revision: number for number, revision in enumerate(told.filings)}
    found: dict[Place, Answer] = {}
    for one in sorted(named, key=lambda one: (order[one.entry.revision_id], one.entry.table_id is None, one.entry.pk)):
        filing = told.filings[one.entry.revision_id]
        for stage in AMOUNTS:
            if PRINTED[stage].kind != filing.kind:
                continue
            cells = found.setdefault(Place(filing.unit, filing.year, stage), Answer(None)).cells
            known = cells.get(one.key)
            if known is None or known.amount is None:
                cells[one.key] = _printed(one.entry, stage)
    return found


def _printed(entry: Project, stage: Stage) -> Cell:
    """Return what an entry prints as a stage's amount."""
    amount = amount_of(entry, stage)
    return Cell(
        CellState.BLANK if amount is None else CellState.PRINTED,
        amount,
        amount,
        page=entry.page,
        table=entry.table_id,
        texts=(TextSource(KIND, entry.pk),),
        corrected=_field(entry, stage) in entry.as_read,
    )


def amount_of(entry: Project, stage: Stage) -> Decimal | None:
    """Return what an entry prints as a stage's amount, in yuan."""
    amount: Decimal | None = getattr(entry, _field(entry, stage))
    return amount


def _field(entry: Project, stage: Stage) -> str:
    return next((name for name in AMOUNTS[stage] if getattr(entry, name) is not None), AMOUNTS[stage][0])


def _with_totals(answers: dict[Place, Answer], selection: Selection, pins: Pins | None) -> Answers:
    """Add the project expenditure that the statements of the same units print: what shares are of."""
    stated = selection.changed(dimension=Dimension.HEADLINE)
    totals = answers_of(stated, fetch(stated, pins))
    for place, answer in answers.items():
        if (total := cell_at(totals, place, Headline.PROJECT)) is not None:
            answer.cells[TOTAL] = total
    return answers


def _rows(named: Sequence[Named], shown: Sequence[Answer]) -> list[Row]:
    present = {key for answer in shown for key in answer.cells}
    total = [Row(key=TOTAL, label=_("项目支出合计（收支报表所列）"), is_total=True)] if TOTAL in present else []
    labels = {one.key: one.label for one in reversed(named) if one.key in present}
    whole = [Row(key=WHOLE, label=labels.pop(WHOLE), is_total=True)] if WHOLE in labels else []
    return [*total, *whole, *(Row(key=key, label=label) for key, label in reversed(labels.items()))]


def _cell(told: Told, answers: Answers, row: Row, place: Place) -> Cell:
    """Return a row's cell: the amount, or what is measured of it."""
    printed = cell_at(answers, place, row.key)
    if printed is None:
        return told.absence(place)
    measure = told.selection.measure
    if measure == Measure.AMOUNT:
        return printed
    if measure not in measures_of(Dimension.PROJECTS):
        return printed._replace(value=None, reason=_("项目没有这个指标"))
    if measure == Measure.SHARE and row.key == WHOLE:
        return printed._replace(value=None, reason=_("单位整体不是一个项目，不计算比重"))
    return _measured(told, answers, row.key, place, printed)


def _measured(told: Told, answers: Answers, key: str, place: Place, printed: Cell) -> Cell:
    definition = DEFINITIONS[told.selection.measure]
    used = {
        "amount": printed,
        "total": cell_at(answers, place, TOTAL),
        "before": cell_at(answers, place._replace(year=place.year - 1), key),
        "budget": _budget(answers, place, key),
    }
    taken = {name: cell for name in definition.uses if (cell := used.get(name)) is not None}
    amounts = {name: cell.amount for name, cell in taken.items()}
    peers = _peers(told, answers, key, place) if "peers" in definition.uses else ()
    value = measured(told.selection.measure, Inputs(**amounts, peers=peers))
    return printed._replace(
        value=value.number,
        reason=value.reason,
        sources=tuple(source for cell in taken.values() for source in cell.sources),
        texts=tuple(text for cell in taken.values() for text in cell.texts),
        corrected=any(cell.corrected for cell in taken.values()),
        against=amounts.get(definition.against),
    )


def _budget(answers: Answers, place: Place, key: str) -> Cell | None:
    """Return what an outturn is measured by; nothing for a stage that is a budget itself."""
    if place.stage != Stage.OUTTURN:
        return None
    found = (cell_at(answers, place._replace(stage=stage), key) for stage in MEASURED_BY)
    return next((cell for cell in found if cell is not None and cell.amount is not None), None)


def _peers(told: Told, answers: Answers, key: str, place: Place) -> tuple[Decimal, ...]:
    """Return the amounts of all units in the same row, year and stage."""
    cells = (cell_at(answers, place._replace(unit=unit), key) for unit in told.selection.units)
    return tuple(cell.amount for cell in cells if cell is not None and cell.amount is not None)
