"""Read projects and indicators out of performance targets and self-evaluations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from disclosures.evidence import Finding
from disclosures.extraction.performance.alignment import AlignedRow, align
from disclosures.extraction.performance.indicator_columns import Columns, Role, side_by_side
from disclosures.extraction.performance.indicator_groups import (
    drop_repeated,
    exchanged,
    exchanged_rows,
    settle_groups,
    unsure_rows,
)
from disclosures.extraction.performance.indicator_levels import first_level
from disclosures.extraction.performance.indicator_rows import Draft, draft_indicators, points_in
from disclosures.extraction.performance.printed_rows import PrintedCell, PrintedRow, printed_rows
from disclosures.extraction.performance.project_forms import Form, read_forms
from disclosures.extraction.performance.projects import (
    listed_projects,
    review_project,
    target_project,
    task_projects,
    unit_doubt,
)
from disclosures.extraction.performance.split_rows import rejoin_cells, rejoin_labels
from disclosures.extraction.performance.targets import compact, only_number, read_target
from disclosures.extraction.performance.terms import term_half
from disclosures.extraction.readings import Figure, Indicator, Project
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import Severity, TableKind

_REVIEWS = (TableKind.REVIEW_OVERALL, TableKind.REVIEW_PROJECT)
_KINDS = (TableKind.PERFORMANCE_OVERALL, TableKind.PERFORMANCE_PROJECT, *_REVIEWS)
_WHOLE_UNIT = (TableKind.PERFORMANCE_OVERALL, TableKind.REVIEW_OVERALL)
_NAME_LINE = re.compile(r"(?:项目|专项)(?:支出)?名称\s*[:：]\s*(\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceReading:
    """What the performance tables say, and what in them could not be read for certain."""

    projects: tuple[Project, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()


def extract_performance(identity: Identity, tables: tuple[StatementTable, ...]) -> PerformanceReading:
    """Read every performance table of a document."""
    readings = [
        _read_form(identity, table, form)
        for table in tables
        if table.kind in _KINDS
        for form in read_forms(printed_rows(table))
    ]
    empty = tuple(_headless(table) for table in tables if _lacks_header(table, readings))
    return PerformanceReading(
        projects=tuple(project for reading in readings for project in reading.projects),
        indicators=_one_spelling(tuple(indicator for reading in readings for indicator in reading.indicators)),
        findings=(*(finding for reading in readings for finding in reading.findings), *empty),
    )


def _lacks_header(table: StatementTable, readings: list[PerformanceReading]) -> bool:
    """Tell whether a filled performance table gave nothing at all."""
    if table.kind not in _KINDS or table.declared_empty or not table.grids:
        return False
    indicators = {indicator.table for reading in readings for indicator in reading.indicators}
    projects = {project.table for reading in readings for project in reading.projects}
    return table.index not in indicators | projects


def _headless(table: StatementTable) -> Finding:
    message = f"“{table.title or table.kind.label}”中没有认出绩效指标或项目，未读取。"
    return Finding("unread.indicator", Severity.WARNING, message, table.pages, table=table.index)


def _read_form(identity: Identity, table: StatementTable, form: Form) -> PerformanceReading:
    if form.columns is not None and form.columns.has(Role.PROJECT):
        return _read_list(identity, table, form, form.columns)
    projects, doubts = _projects_of(identity, table, form)
    whole_unit = table.kind in _WHOLE_UNIT
    names = [None if whole_unit or form.task_columns else project.name for project in projects[:1]] or [None]
    blocks = [_read_block(table, block, names) for block in _blocks(form)]
    indicators = tuple(indicator for block in blocks for indicator in block.indicators)
    if not whole_unit and indicators and names == [None]:
        doubts = (*doubts, _nameless(table))
    return PerformanceReading(
        projects=projects,
        indicators=indicators,
        findings=(*doubts, *(finding for block in blocks for finding in block.findings)),
    )


def _read_block(table: StatementTable, block: _Block, names: Sequence[str | None]) -> PerformanceReading:
    read = _read_indicators(table, block.columns, [(row, 0) for row in block.rows], names)
    return replace(read, indicators=tuple(replace(one, of_term=block.of_term) for one in read.indicators))


def _read_list(identity: Identity, table: StatementTable, form: Form, columns: Columns) -> PerformanceReading:
    """Read a table whose rows name their projects."""
    rows = _aligned(form.term_indicators + form.indicators, columns)
    listed = listed_projects(table, form, rows, identity.unit)
    names = [project.name for project in listed.projects]
    read = _read_indicators(table, columns, list(listed.rows), names)
    doubts = unit_doubt(table, form, listed.projects)
    return replace(read, projects=listed.projects, findings=(*doubts, *read.findings))


def _nameless(table: StatementTable) -> Finding:
    message = f"“{table.title or table.kind.label}”没有项目名称，其绩效指标未归入项目。"
    return Finding("unread.project", Severity.WARNING, message, table.pages[:1])


def _projects_of(
    identity: Identity, table: StatementTable, form: Form
) -> tuple[tuple[Project, ...], tuple[Finding, ...]]:
    """Return the project that a form is about, or the tasks of a whole-unit target."""
    if form.task_columns is not None:
        tasks = tuple(task_projects(table, form))
        return tasks, unit_doubt(table, form, tasks)
    name = form.name or _captioned_name(table)
    if table.kind is TableKind.REVIEW_OVERALL and (form.funds or form.totals):
        name = name or form.unit_name or identity.unit
    if name is None or table.kind is TableKind.PERFORMANCE_OVERALL:
        return (), ()
    project, doubts = (review_project if table.kind in _REVIEWS else target_project)(table, form, name)
    return (project,), tuple(doubts)


def _captioned_name(table: StatementTable) -> str | None:
    """Return the project named in a line above the table."""
    found = (_NAME_LINE.search(line.text) for line in table.captions)
    return next((compact(match[1]) for match in found if match), None)


@dataclass(frozen=True, slots=True)
class _Block:
    """Indicator columns with their aligned rows; ``of_term`` where they are about the whole term of a project."""

    columns: Columns
    rows: list[AlignedRow]
    of_term: bool = False


def _blocks(form: Form) -> list[_Block]:
    """Return a form's blocks of indicators: one, or two below or beside each other."""
    if form.columns is None:
        return []
    halves = side_by_side(form.columns)
    if halves is None:
        parts = ((form.term_indicators, True), (form.indicators, False)) if form.indicators else ()
        apart = parts or ((form.term_indicators, False),)
        return [_Block(form.columns, _aligned(rows, form.columns), of_term) for rows, of_term in apart if rows]
    printed = form.term_indicators + form.indicators
    border = next(column.column for column in halves[1].columns if column.role is not Role.LEVEL1)
    left = [_part(row, lambda cell: cell.column < border) for row in printed]
    right = [_part(row, lambda cell: cell.column >= border or first_level(cell.text) is not None) for row in printed]
    term = term_half(halves, form.goals)
    return [
        _Block(columns, _aligned(rows, columns), number == term)
        for number, (columns, rows) in enumerate(zip(halves, (left, right), strict=True))
    ]


def _part(row: PrintedRow, wanted: Callable[[PrintedCell], bool]) -> PrintedRow:
    return replace(row, cells=tuple(cell for cell in row.cells if wanted(cell)))


def _aligned(rows: list[PrintedRow], columns: Columns) -> list[AlignedRow]:
    return rejoin_cells(align(rejoin_labels(row for row in rows if row.cells), columns), columns)


def _read_indicators(
    table: StatementTable, columns: Columns, rows: list[tuple[AlignedRow, int | None]], names: Sequence[str | None]
) -> PerformanceReading:
    settled, moved = settle_groups(draft_indicators(rows))
    kept, repeated = drop_repeated(settled)
    doubts = (*unsure_rows(kept, columns.has(Role.LEVEL3)), *exchanged_rows(kept))
    return PerformanceReading(
        indicators=tuple(_indicator(table, draft, names) for draft in kept),
        findings=(*moved, *repeated, *doubts, *_unknown_columns(table, rows)),
    )


def _indicator(table: StatementTable, draft: Draft, names: Sequence[str | None]) -> Indicator:
    text = draft.row.text
    printed, explanation = text(Role.TARGET), text(Role.EXPLANATION)
    if exchanged(draft):
        printed, explanation = explanation, printed
    target = read_target(printed, text(Role.OPERATOR), text(Role.UNIT))
    return Indicator(
        table=table.index,
        project=names[draft.project] if draft.project is not None else None,
        level1=draft.level1,
        level2=draft.level2,
        level3=text(Role.LEVEL3),
        operator=target.operator,
        target=target.text,
        target_number=target.number,
        unit=target.unit,
        actual=text(Role.ACTUAL),
        actual_number=only_number(text(Role.ACTUAL)),
        weight=draft.weight,
        score=points_in(text(Role.SCORE)),
        explanation=explanation,
        scoring_rule=text(Role.RULE),
        deviation_reason=text(Role.REASON),
        page=draft.row.printed.page,
        box=draft.row.printed.box,
    )


def _unknown_columns(table: StatementTable, rows: list[tuple[AlignedRow, int | None]]) -> tuple[Finding, ...]:
    """Report the columns whose heading has no meaning here, where they hold anything."""
    used = Counter(column.heading for row, _ in rows for column, _ in row.cells if column.role is Role.UNKNOWN)
    return tuple(
        Finding("unread.column", Severity.HINT, f"绩效指标表的“{heading}”栏未读取（{count}格有内容）。", table.pages)
        for heading, count in used.items()
    )


def _one_spelling(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Write a second level as 经济效益指标 throughout where the document itself also writes it in full."""
    full = {indicator.level2 for indicator in indicators}
    return tuple(
        replace(indicator, level2=f"{indicator.level2}指标") if f"{indicator.level2}指标" in full else indicator
        for indicator in indicators
    )
