"""Assert that the form of the whole unit, the forms of its projects, the base data and the prose fit together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from disclosures.checks.document import Document
from disclosures.checks.passages import Number
from disclosures.checks.printed import Printed, added, shown, sum_of, sum_tolerance
from disclosures.checks.review import FundRow, fund_rows
from disclosures.checks.rule import Breach, Holds, Outcome
from disclosures.checks.statements import itemised_lists
from disclosures.codes import comparable
from disclosures.extraction.prose.roles import Role
from disclosures.extraction.readings import Figure
from disclosures.vocabulary import FigureUnit, Nature, Phase, Severity, TableKind

# The columns of a form of funds with the phase that each is of.
_COLUMNS = ((0, Phase.APPROVED, "年初预算"), (1, Phase.REVISED, "全年预算"), (2, Phase.OUTTURN, "执行数"))
_SOURCES = ("财政拨款", "年度资金总额")
_CARRIED = re.compile(r"上年结转")
_CARRIED_SPENT = re.compile(r"上年结转.*(?:使用|支出|执行)[^。，]{0,4}$")
_MARK = re.compile(r"^.*[（(]\d{1,2}[)）][.．、]?")
_QUOTES = re.compile(r"[\"“”'‘’]")
_CENT = Decimal("0.01")


def projects_fit_the_whole(document: Document) -> Iterator[Outcome]:
    """Yield the columns of funds where basic expenditure and the projects' forms are more than the whole unit's."""
    wholes = [row for table in document.of_kind(TableKind.REVIEW_OVERALL) for row in fund_rows(document, table)]
    forms = [fund_rows(document, table) for table in document.of_kind(TableKind.REVIEW_PROJECT)]
    if not wholes or not forms:
        return
    for column, phase, words in _COLUMNS:
        outcomes = [
            _fitting(whole, [*_basic(document, phase, source), *_amounts(forms, source, column)], words)
            for source in _SOURCES
            for row in wholes
            if source in row.label and (whole := row.amounts[column]) is not None
        ]
        broken = [outcome for outcome in outcomes if isinstance(outcome, Breach)]
        yield from broken[:1] or outcomes[:1]


def _amounts(forms: Iterable[list[FundRow]], source: str, column: int) -> Iterator[Printed]:
    """Yield what every project's form prints for a source of money."""
    for rows in forms:
        found = [row.amounts[column] for row in rows if source in row.label]
        yield from (amount for amount in found[:1] if amount is not None)


def _basic(document: Document, phase: Phase, source: str) -> Iterator[Printed]:
    """Yield the one basic expenditure of a phase that the prose states, of the money asked for."""
    found = [
        figure
        for figure in document.said.figures
        if figure.topic == "basic" and figure.unit is FigureUnit.YUAN and figure.phase is phase
        and figure.fiscal_year == document.year and (source == _SOURCES[-1] or "财政" in figure.sentence)
    ]  # fmt: skip
    if len({figure.value for figure in found}) == 1:
        yield _told("基本支出", found[0])


def _told(label: str, figure: Figure) -> Printed:
    return Printed(label, figure.value, _CENT * 10_000, "万元", figure.page, figure.box)


def _fitting(whole: Printed, parts: list[Printed], words: str) -> Outcome:
    total = sum_of(parts)
    if len(parts) < 2 or total <= whole.value + sum_tolerance(whole, parts):
        return Holds()
    listed = "、".join(f"{part.label}{part.shown}" for part in parts)
    message = (
        f"{whole.where}：基本支出与各项目的{words}（{listed}）合计{shown(total, whole.unit)}，"
        f"大于“{whole.label}”{whole.shown}，请核对是否有一处写成了别的阶段的预算。"
    )
    formula = f"{added(parts)} = {shown(total, whole.unit)} > {whole.shown}"
    places = (whole.place, *(part.place for part in parts))
    return Breach(message=message, places=places, table=whole.table, formula=formula)


def carried_money_is_spent_once(document: Document) -> Iterator[Outcome]:
    """Yield 上年结转 that the prose says was used, where it is more than the form of the whole unit prints."""
    printed = [
        row.amounts[2]
        for table in document.of_kind(TableKind.REVIEW_OVERALL)
        for row in fund_rows(document, table)
        if _CARRIED.search(row.label) and row.amounts[2] is not None
    ]
    for told in _carried_numbers(document) if printed else ():
        spent = printed[0]
        assert spent is not None
        if told.value <= spent.value + max(told.printed.step, spent.step):
            yield Holds()
            continue
        message = (
            f"{told.printed.where}：文字说使用上年结转资金{told.printed.shown}，"
            f"{spent.where}“{spent.label}”只有{spent.shown}，请核对。"
        )
        formula = f"{told.printed.shown} > {spent.shown}"
        yield Breach(message=message, places=(told.printed.place, spent.place), formula=formula)


def _carried_numbers(document: Document) -> Iterator[Number]:
    for passage in document.passages:
        for number in passage.numbers:
            level = number.role is Role.LEVEL and number.is_money and not number.aside
            if level and _CARRIED_SPENT.search(number.words):
                yield number


def lists_repeat_the_base_data(document: Document) -> Iterator[Outcome]:
    """Yield, once for all, the projects of itemised lists whose amounts are none that the base data print for them."""
    rows = _project_rows(document)
    listed: dict[str, list[Printed]] = {}
    claims_outturn = True
    for introduced, items in itemised_lists(document) if rows else ():
        claims_outturn = claims_outturn and introduced.phase is Phase.OUTTURN
        for item in items:
            listed.setdefault(_project(item), []).append(item.printed)
    wrong = [name for name, parts in listed.items() if name in rows and not _is_printed(parts, rows[name])]
    if wrong:
        yield _apart(wrong, listed, rows, Severity.ERROR if claims_outturn else None)
    elif not rows.keys().isdisjoint(listed):
        yield Holds()


def _project(item: Number) -> str:
    return _plain(_MARK.sub("", item.words))


def _plain(name: str) -> str:
    """Return a name to compare: quotation marks are set in many ways."""
    return _QUOTES.sub("", comparable(name))


def _project_rows(document: Document) -> dict[str, list[Printed]]:
    """Return what the base data print for each project in the document's own year."""
    rows: dict[str, list[Printed]] = {}
    for table in document.of_kind(TableKind.REVIEW_BASE_DATA):
        for fact in document.facts_of.get(table.index, ()):
            if fact.nature is Nature.PROJECT and fact.heading and fact.fiscal_year == document.year:
                amounts = rows.setdefault(_plain(fact.heading), [])
                amounts += [document.printed(fact)] if fact.amount is not None else []
    return rows


def _is_printed(parts: list[Printed], cells: list[Printed]) -> bool:
    """Tell whether some cell is the amount of a project; several lists may each have a part of it."""
    return any(abs(cell.value - sum_of(parts)) <= sum_tolerance(cell, parts) for cell in cells)


def _apart(
    wrong: list[str], listed: dict[str, list[Printed]], rows: dict[str, list[Printed]], severity: Severity | None
) -> Breach:
    told = [f"“{name}”文字{added(listed[name])}，表中{_cells(rows[name])}" for name in wrong]
    parts = [part for name in wrong for part in (*listed[name], *rows[name])]
    return Breach(
        message=f"{parts[0].where}：明细与基础数据表有{len(wrong)}个项目金额不一致：{'；'.join(told)}，请核对。",
        places=tuple(part.place for part in parts),
        formula="；".join(told),
        severity=severity,
    )


def _cells(cells: list[Printed]) -> str:
    return "、".join(dict.fromkeys(cell.shown for cell in cells)) or "没有金额"
