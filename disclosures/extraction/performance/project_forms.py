"""Divide a performance table into its forms, and each form into head, funds, goals, tasks and indicators."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum

from disclosures.extraction.performance.form_funds import fund_heading, is_funds
from disclosures.extraction.performance.form_goals import goal_heading
from disclosures.extraction.performance.indicator_columns import (
    Column,
    Columns,
    Role,
    is_header_part,
    is_indicator_header,
    plain_heading,
    read_columns,
    role_of,
)
from disclosures.extraction.performance.indicator_levels import SECTION_LABELS
from disclosures.extraction.performance.printed_rows import PrintedRow
from disclosures.extraction.performance.terms import opens_term

_NAME_KEYS = re.compile(
    r"(?:项目|专项|项目支出|财政项目|政策|项目\(政策\)|专项资金|项目\(专项\)|专项\(项目\)|专项业务经费(?:项目)?)名称"
)
_UNIT_KEYS = re.compile(r"(?:部门|单位|部门单位|部门\(单位\)|预算单位|预算部门|单位\(部门\))名称")
_TOTALS = re.compile(r"(?:自评)?(?:总分|总得分|总计|合计|总分合计|合计得分|分值合计|得分合计)(?:\(.{0,8}\))?")
_NOTES = re.compile(
    r"(?:备注|注|说明)(?:[:\d].*)?|(?:自评|评价)结论.*|(?:存在|主要)(?:的)?(?:主要)?问题.*|(?:改进|整改)(?:措施|建议).*"
    r"|(?:下一步|有关建议|绩效自评综述|其他需要说明|需要说明).*|(?:单位|部门|财政|主管部门|财政部门).{0,6}意见.*"
)
_SCORES = re.compile(r"(?:自评|评价|综合|自评总)(?:总分|得分|总得分|分数)(?:\(分\))?")
_AMOUNT_PARTS = re.compile(r"(?:总额|合计|小计|(?:其中[:：]?)?(?:财政|其他|自有|单位|一般公共预算|本级).{0,8})")
_TASK_ROLES = frozenset(
    {Role.CONTENT, Role.AMOUNT, Role.TERM_GOAL, Role.ANNUAL_GOAL, Role.APPROVED, Role.REVISED, Role.EXECUTED}
)


class Part(Enum):
    """The blocks of a form."""

    HEAD = "head"
    FUNDS = "funds"
    GOALS = "goals"
    TASKS = "tasks"
    INDICATORS = "indicators"
    NOTES = "notes"


@dataclass(slots=True)
class Form:
    """The rows of one form, sorted by its blocks; filled while the table is walked through."""

    head: list[PrintedRow] = field(default_factory=list)
    funds: list[PrintedRow] = field(default_factory=list)
    goals: list[PrintedRow] = field(default_factory=list)
    tasks: list[PrintedRow] = field(default_factory=list)
    indicators: list[PrintedRow] = field(default_factory=list)
    term_indicators: list[PrintedRow] = field(default_factory=list)
    totals: list[PrintedRow] = field(default_factory=list)
    headers: list[PrintedRow] = field(default_factory=list)
    columns: Columns | None = None
    task_columns: Columns | None = None
    in_term: bool = False

    @property
    def name_row(self) -> PrintedRow | None:
        """Return the row that names the project."""
        return next((row for row in self.head if _key_value(row, _NAME_KEYS)), None)

    @property
    def name(self) -> str | None:
        """Return the project's name as printed."""
        return next((value for row in self.head if (value := _key_value(row, _NAME_KEYS))), None)

    @property
    def score(self) -> str | None:
        """Return the score where the head of the form prints it."""
        return next((value for row in (*self.head, *self.funds) if (value := _key_value(row, _SCORES))), None)

    @property
    def unit_name(self) -> str | None:
        """Return the name of the unit that the form is about."""
        return next((value for row in self.head if (value := _key_value(row, _UNIT_KEYS))), None)


def read_forms(rows: tuple[PrintedRow, ...]) -> list[Form]:
    """Return the forms of a table in order; a second project name begins a second form."""
    forms, part = [Form()], Part.HEAD
    for row, above in zip(rows, (None, *rows), strict=False):
        opened = _opens(row, part)
        if opened is Part.HEAD and (forms[-1].name or forms[-1].indicators or forms[-1].term_indicators):
            forms.append(Form())
        part = opened or part
        _put(forms[-1], part, row, above)
    return forms


def _opens(row: PrintedRow, part: Part) -> Part | None:
    """Return the block that a row begins, None where it continues the one before."""
    plain = [plain_heading(text) for text in row.texts]
    tests = (
        (Part.INDICATORS, is_indicator_header(row)),
        (Part.HEAD, _key_value(row, _NAME_KEYS) is not None and not _is_task_header(plain)),
        (Part.NOTES, _NOTES.fullmatch(plain[0]) is not None),
        (Part.TASKS, _is_task_header(plain)),
        (Part.FUNDS, part is not Part.INDICATORS and is_funds(row)),
        (Part.GOALS, part not in (Part.INDICATORS, Part.TASKS) and goal_heading(plain[0]) is not None),
        (Part.GOALS, part is Part.TASKS and goal_heading(plain[0]) is not None and len(plain) == 2),
    )
    return next((opened for opened, holds in tests if holds), None)


def _put(form: Form, part: Part, row: PrintedRow, above: PrintedRow | None) -> None:
    if part is Part.INDICATORS:
        _put_indicator(form, row, above)
    elif part is Part.TASKS:
        _put_task(form, _without_sections(row))
    elif part is not Part.NOTES:
        {Part.HEAD: form.head, Part.FUNDS: form.funds, Part.GOALS: form.goals}[part].append(row)


def _put_task(form: Form, row: PrintedRow) -> None:
    if _is_task_header([plain_heading(text) for text in row.texts]):
        form.headers.append(row)
        form.task_columns = _with_funds(read_columns(_without_sections(row), None))
    elif not form.tasks and form.task_columns is not None and all(_AMOUNT_PARTS.fullmatch(t) for t in row.texts):
        form.task_columns = _with_parts(form.task_columns, row)
    elif row.cells:
        form.tasks.append(row)


def _with_parts(columns: Columns, row: PrintedRow) -> Columns:
    """Add the columns that a second header row divides the amount into; the first of them is the whole."""
    parts = (Column(Role.UNKNOWN, cell.column, cell.text) for cell in row.cells[1:])
    return Columns(tuple(sorted((*columns.columns, *parts), key=lambda column: column.column)))


def _put_indicator(form: Form, row: PrintedRow, above: PrintedRow | None) -> None:
    begun = opens_term(row)
    form.in_term = form.in_term if begun is None else begun
    if is_indicator_header(row):
        columns = read_columns(row, above if above and is_header_part(above) else None)
        form.columns = form.columns or (_with_funds(columns) if columns.has(Role.PROJECT) else columns)
        return
    kept = _without_sections(row)
    if kept.cells and _TOTALS.fullmatch(plain_heading(kept.texts[0])):
        form.totals.append(kept)
    elif kept.cells and not is_header_part(kept) and not _is_sentence(kept):
        (form.term_indicators if form.in_term else form.indicators).append(kept)


def _is_sentence(row: PrintedRow) -> bool:
    """Tell whether a row is only a remark over the whole width; fragments of cells begin a page."""
    return len(row.cells) == 1 and not row.first and row.texts[0].endswith("。")


def _with_funds(found: Columns) -> Columns:
    """Map the funds of a list's header: 执行数, 执行率, and beside them 预算数 as the approved budget."""
    executed = any(fund_heading(column.heading) is Role.EXECUTED for column in found.columns)
    open_roles = (Role.UNKNOWN, Role.AMOUNT) if executed else (Role.UNKNOWN,)
    return Columns(
        tuple(
            replace(column, role=fund_heading(column.heading) or column.role) if column.role in open_roles else column
            for column in found.columns
        )
    )


def _without_sections(row: PrintedRow) -> PrintedRow:
    """Return a row without the vertical label of its block; what follows still is the row's first cell."""
    return replace(row, cells=tuple(cell for cell in row.cells if plain_heading(cell.text) not in SECTION_LABELS))


def _key_value(row: PrintedRow, key: re.Pattern[str]) -> str | None:
    """Return the text beside a key, or behind its colon in the same cell."""
    for index, text in enumerate(row.texts):
        label, _, inline = text.replace("：", ":").partition(":")
        if key.fullmatch(plain_heading(label)):
            following = row.texts[index + 1] if index + 1 < len(row.texts) else None
            return inline or following
    return None


def _is_task_header(plain: list[str]) -> bool:
    """Tell whether a row heads a list: it names the project and something said of each, and holds nothing else."""
    roles = [role_of(text) or fund_heading(text) for text in plain if text not in SECTION_LABELS]
    return Role.PROJECT in roles and len(set(roles)) >= 2 and bool(set(roles) & _TASK_ROLES) and None not in roles
