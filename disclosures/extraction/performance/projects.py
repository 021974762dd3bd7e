"""Read projects out of forms, lists and task tables: their names, amounts, scores and goals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.amounts import is_blank, parse_number
from disclosures.evidence import Finding
from disclosures.extraction.performance.alignment import AlignedRow, align, align_row
from disclosures.extraction.performance.form_funds import (
    Money,
    fund_columns,
    fund_heading,
    is_figure,
    is_fund_total,
    labelled_amounts,
    unit_in,
)
from disclosures.extraction.performance.form_goals import read_goals
from disclosures.extraction.performance.indicator_columns import Role
from disclosures.extraction.performance.indicator_rows import points_in
from disclosures.extraction.performance.printed_rows import PrintedRow
from disclosures.extraction.performance.project_forms import Form
from disclosures.extraction.readings import Project
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Severity

_CODED_NAME = re.compile(r"^([0-9A-Z]{6,}(?:[-_][0-9A-Z]{4,})*)[-_—:：]?(?=\D)(.+)$")
_SUMS = re.compile(r"^(?:金额)?(?:合计|总计|小计)")
_WHOLE = re.compile(
    r"(?:项目|实施期|中期|预算|总)?(?:预算)?(?:资金)?(?:总额|总投资|总预算|金额|合计|总计)|预算数|(?:实施期|中期|项目)资金总额"
)
_YEAR = re.compile(r"(?:年度|当年|本年|全年)(?:预算)?(?:资金)?(?:申请)?(?:总额|金额|合计|总计)")


def money_of(table: StatementTable, form: Form) -> Money:
    """Return the unit printed in the form's own headings (项目资金（万元）), or else the table's."""
    headings = (column.heading for column in form.columns.columns) if form.columns else ()
    texts = (text for row in (*form.funds, *form.headers, *form.head) for text in row.texts)
    return Money(unit_in((*texts, *headings)) or table.money_unit)


def split_code(printed: str) -> tuple[str | None, str]:
    """Take the code off a project's name where both stand in one cell."""
    found = _CODED_NAME.match(printed)
    return (found[1], found[2]) if found else (None, printed)


def review_project(table: StatementTable, form: Form, name: str) -> tuple[Project, list[Finding]]:
    """Read the project of a self-evaluation form: its three amounts, the rate and the score."""
    money, row = money_of(table, form), _fund_row(form)
    columns = fund_columns(form.funds)
    aligned = align_row(row, columns) if row is not None and columns.columns else None
    certain = row is None or (aligned is not None and aligned.certain and not aligned.dropped)
    figures = _figures(form, aligned if certain else None)
    project = replace(
        _named_project(table, form, name),
        approved=money.amount(figures.get(Role.APPROVED)),
        revised=money.amount(figures.get(Role.REVISED)),
        executed=money.amount(figures.get(Role.EXECUTED)),
        execution_rate=_percent(figures.get(Role.RATE)),
        score=total_score(form),
    )
    return project, list(_doubts(money, row, certain, name))


def _figures(form: Form, row: AlignedRow | None) -> dict[Role, str]:
    """Return the printed funds by column, or by the labels beside them where the form has no such row."""
    if row is not None:
        return {column.role: cell.text for column, cell in row.cells}
    if _fund_row(form) is not None:
        return {}
    named = ((fund_heading(label), text) for label, text in labelled_amounts(form.funds))
    return {role: text for role, text in named if role is not None}


def _percent(text: str | None) -> Decimal | None:
    return parse_number((text or "").rstrip("%％"))


def target_project(table: StatementTable, form: Form, name: str) -> tuple[Project, list[Finding]]:
    """Read the project of a target form: the money of the whole project, and of the year where both are printed."""
    money = money_of(table, form)
    whole = next((text for label, text in labelled_amounts(form.funds) if _WHOLE.fullmatch(label)), None)
    year = next((text for label, text in labelled_amounts(form.funds) if _YEAR.fullmatch(label)), None)
    project = _named_project(table, form, name)
    total = money.amount(whole if whole is not None else year)
    approved = money.amount(year) if whole is not None else None
    return replace(project, total=total, approved=approved), list(_doubts(money, _fund_row(form), True, name))


def _named_project(table: StatementTable, form: Form, printed: str) -> Project:
    code, name = split_code(printed)
    goals, row = read_goals(form.goals), form.name_row
    return Project(
        name=name,
        code=code,
        term_goal=goals.get(Role.TERM_GOAL),
        annual_goal=goals.get(Role.ANNUAL_GOAL),
        page=row.page if row else next(iter(table.pages), None),
        box=row.whole if row else None,
        table=table.index,
    )


def _fund_row(form: Form) -> PrintedRow | None:
    """Return the figures of the row of total funds, without its label."""
    for row in form.funds:
        for index, text in enumerate(row.texts[:3]):
            figures = row.cells[index + 1 :]
            if is_fund_total(text) and any(is_figure(cell.text) for cell in figures):
                return replace(row, cells=tuple(cell for cell in figures if is_figure(cell.text)))
    return None


def unit_doubt(table: StatementTable, form: Form, projects: tuple[Project, ...]) -> tuple[Finding, ...]:
    """Report a list of projects whose amounts were not read for want of a unit."""
    columns = form.task_columns or form.columns
    if not projects or money_of(table, form).unit is not None or columns is None or not columns.has(Role.AMOUNT):
        return ()
    message = f"“{table.title or table.kind.label}”没有注明金额单位，项目金额未读取。"
    return (Finding("unread.unit", Severity.WARNING, message, table.pages, table=table.index),)


def _doubts(money: Money, row: PrintedRow | None, certain: bool, name: str) -> Iterator[Finding]:
    pages = () if row is None or row.page is None else (row.page,)
    if row is not None and money.unit is None:
        yield Finding("unread.unit", Severity.WARNING, f"项目“{name}”的资金没有注明金额单位，未读取。", pages)
    if not certain and row is not None:
        yield Finding("unread.project", Severity.WARNING, f"项目“{name}”的资金栏次无法确定，未读取。", pages)


def total_score(form: Form) -> Decimal | None:
    """Return the score on the row of totals: the second of weight and score, or what stands in the score's column."""
    for row in form.totals:
        figures = [cell for cell in row.cells[1:] if points_in(cell.text) is not None]
        if len(figures) >= 2:
            return points_in(figures[1].text)
        if figures and form.columns is not None and form.columns.has(Role.SCORE):
            aligned = align_row(replace(row, cells=tuple(figures)), form.columns)
            return points_in(aligned.text(Role.SCORE)) if aligned.certain else None
    return points_in(form.score)


def task_projects(table: StatementTable, form: Form) -> list[Project]:
    """Read the tasks of a whole-unit form, or a list of projects without indicators: one project a row."""
    if form.task_columns is None:
        return []
    money = money_of(table, form)
    rows = align(form.tasks, form.task_columns)
    found = ((row, _listed(table, row, money)) for row in rows if _amount_printed(row))
    return [project for _, project in found if project is not None and not _is_no_project(project.name)]


def _amount_printed(row: AlignedRow) -> bool:
    roles = (Role.AMOUNT, Role.APPROVED, Role.REVISED, Role.EXECUTED)
    return any(parse_number(row.text(role)) is not None for role in roles)


def _is_no_project(name: str) -> bool:
    return _SUMS.match(name) is not None or is_blank(name) or name == "无"


@dataclass(frozen=True, slots=True)
class ProjectList:
    """The projects of a list, and for each row of the list the number of its project."""

    projects: tuple[Project, ...]
    rows: tuple[tuple[AlignedRow, int | None], ...]


def listed_projects(table: StatementTable, form: Form, rows: list[AlignedRow], unit: str | None) -> ProjectList:
    """Read the projects of a list; one that is printed again after a page break is the same project."""
    money = money_of(table, form)
    projects: list[Project] = []
    numbered: list[tuple[AlignedRow, int | None]] = []
    current: int | None = None
    for row in rows:
        found = _listed(table, row, money)
        if found is not None and _is_sum(row, found, unit):
            current = None
            continue
        if found is not None:
            current = _number_of(projects, found)
        numbered.append((row, current))
    return ProjectList(tuple(projects), tuple(numbered))


def _listed(table: StatementTable, row: AlignedRow, money: Money) -> Project | None:
    printed = row.text(Role.PROJECT)
    if printed is None:
        return None
    code, name = split_code(printed)
    return Project(
        name=name,
        code=code or row.text(Role.CODE),
        total=money.amount(row.text(Role.AMOUNT)),
        approved=money.amount(row.text(Role.APPROVED)),
        revised=money.amount(row.text(Role.REVISED)),
        executed=money.amount(row.text(Role.EXECUTED)),
        execution_rate=_percent(row.text(Role.RATE)),
        score=points_in(row.text(Role.SCORE)) if row.text(Role.TARGET) is None else None,
        term_goal=row.text(Role.TERM_GOAL),
        annual_goal=row.text(Role.ANNUAL_GOAL),
        content=row.text(Role.CONTENT),
        page=row.printed.page,
        box=row.printed.whole,
        table=table.index,
    )


def _is_sum(row: AlignedRow, project: Project, unit: str | None) -> bool:
    """Tell whether a row is a total or the unit's own row: a name and an amount, no goal and no indicator."""
    bare = all(column.role in (Role.CODE, Role.PROJECT, Role.AMOUNT, Role.REMARK) for column, _ in row.cells)
    of_unit = unit is None or project.name in unit or unit in project.name
    return _is_no_project(project.name) or (bare and of_unit)


def _number_of(projects: list[Project], found: Project) -> int:
    for number, known in enumerate(projects):
        if (known.code, known.name, known.total) == (found.code, found.name, found.total):
            projects[number] = replace(
                known,
                term_goal=_longer(known.term_goal, found.term_goal),
                annual_goal=_longer(known.annual_goal, found.annual_goal),
                content=_longer(known.content, found.content),
            )
            return number
    projects.append(found)
    return len(projects) - 1


def _longer(one: str | None, other: str | None) -> str | None:
    """Return the complete one of two printings of a goal: a page break cuts a text, it never adds to it."""
    return max((text for text in (one, other) if text), key=len, default=None)
