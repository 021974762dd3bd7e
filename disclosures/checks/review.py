"""Assert that funds and totals of a self-evaluation form add up, and that forms agree with each other and the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import MoneyUnit, parse_number
from disclosures.checks.document import Document
from disclosures.checks.printed import ZERO, Printed, rounded, shown, step_of, sum_of
from disclosures.checks.rule import Breach, Comparison, Holds, Outcome, Unread
from disclosures.checks.sums import summed
from disclosures.evidence import Cell, Place
from disclosures.extraction.readings import Project
from disclosures.recognition.headings import compact
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Severity, TableKind

_FORMS = (TableKind.REVIEW_OVERALL, TableKind.REVIEW_PROJECT)
_WHOLE = re.compile(r"年度资金总额")
_FUND = re.compile(r"当年财政拨款|上年结转|其他资金|财政专户|单位资金")
_RATE = re.compile(r"\d[\d.]*\s*[%％]$")
_TOTAL_SCORE = re.compile(r"^总分")
_COLUMNS = ("年初预算数", "全年预算数", "全年执行数")
_HUNDRED = Decimal(100)
_ENOUGH_FORMS = 3  # with fewer forms it is not known that every project should have one


@dataclass(frozen=True, slots=True)
class FundRow:
    """A row of funds: three amounts, the weight, the rate and the score, None where blank."""

    label: str
    amounts: tuple[Printed | None, ...]
    weight: Printed | None
    rate: Printed | None
    score: Printed | None


def fund_rows(document: Document, table: StatementTable) -> list[FundRow]:
    """Return the rows of funds that print a rate: what stands round the cell with % is known by its place."""
    rows: list[FundRow] = []
    for grid in table.grids:
        for row in grid.rows:
            cells = [cell for cell in row if not cell.covered]
            place = next((at for at, cell in enumerate(cells) if _is_fund(cell)), None)
            rate = next((at for at, cell in enumerate(cells) if _RATE.match(cell.text.strip())), None)
            if place is not None and rate is not None and rate - place >= 5 and rate + 1 < len(cells):
                label = compact(cells[place].text)
                rows.append(_fund_row(label, tuple(cells[rate - 4 : rate + 2]), table, grid.page))
    return rows


def _is_fund(cell: Cell) -> bool:
    text = compact(cell.text)
    return _WHOLE.search(text) is not None or _FUND.search(text) is not None


def _fund_row(label: str, values: tuple[Cell, ...], table: StatementTable, page: int | None) -> FundRow:
    """Return a row from its six cells: three amounts, weight, rate and score."""
    unit = table.money_unit or MoneyUnit.TEN_THOUSAND
    amounts = tuple(
        _cell(f"{label}{name}", cell, table, page, unit) for name, cell in zip(_COLUMNS, values[:3], strict=True)
    )
    weight, rate, score = (
        _cell(f"{label}{name}", cell, table, page, sign)
        for name, cell, sign in zip(("分值", "执行率", "得分"), values[3:], ("分", "%", "分"), strict=True)
    )
    return FundRow(label, amounts, weight, rate, score)


def _cell(label: str, cell: Cell, table: StatementTable, page: int | None, unit: MoneyUnit | str) -> Printed | None:
    text = cell.text.strip().rstrip("%％")
    number = parse_number(text)
    if number is None:
        return None
    scale = unit.value if isinstance(unit, MoneyUnit) else Decimal(1)
    name = unit.label if isinstance(unit, MoneyUnit) else unit
    step = step_of(number, text, scale)
    return Printed(label, number * scale, step, name, page, cell.box, table.index, table.title or "")


def funds_make_up_the_money(document: Document) -> Iterator[Outcome]:
    """Yield 年度资金总额 with its funds, column by column."""
    for table in document.of_kind(*_FORMS):
        rows = fund_rows(document, table)
        wholes = [row for row in rows if _WHOLE.search(row.label)]
        funds = [row for row in rows if not _WHOLE.search(row.label)]
        for whole in wholes[:1]:
            for column, amount in enumerate(whole.amounts):
                parts = tuple(part for row in funds if (part := row.amounts[column]) is not None)
                if amount is not None and parts:
                    yield summed("应等于各项资金之和", amount, parts)


def rates_follow_from_amounts(document: Document) -> Iterator[Outcome]:
    """Yield 执行率 with 全年执行数 divided by 全年预算数."""
    for table in document.of_kind(*_FORMS):
        for row in fund_rows(document, table):
            _, budget, spent = row.amounts
            if row.rate is None or budget is None or spent is None or not budget.value:
                continue
            expected = rounded(spent.value / budget.value * _HUNDRED, row.rate.step)
            yield Comparison(
                words=f"“{row.label}”的执行率应等于执行数除以全年预算数",
                actual=row.rate,
                expected=expected,
                parts=(budget, spent),
                tolerance=row.rate.step,
                formula=f"{spent.shown} ÷ {budget.shown} = {shown(expected, '%')}",
            )


def fund_scores_follow_from_rates(document: Document) -> Iterator[Outcome]:
    """Yield the score of every fund with its weight times its rate; the whole may be the sum of the funds' scores."""
    for table in document.of_kind(*_FORMS):
        rows = fund_rows(document, table)
        for row in rows:
            if row.weight is None or row.rate is None or row.score is None:
                continue
            rate = min(row.rate.value, _HUNDRED)
            expected = rounded(row.weight.value * rate / _HUNDRED, row.score.step or Decimal("0.1"))
            others = [one.score for one in rows if one is not row and one.score is not None]
            if _WHOLE.search(row.label) and others and sum_of(others) == row.score.value:
                expected = row.score.value
            yield Comparison(
                words=f"“{row.label}”的得分应等于分值乘以执行率",
                actual=row.score,
                expected=expected,
                parts=(row.weight, row.rate),
                tolerance=row.score.step,
                formula=f"{row.weight.shown} × {row.rate.shown} = {shown(expected, '分')}",
            )


def total_scores_add_up(document: Document) -> Iterator[Outcome]:
    """Yield 总分 with the scores of the indicators, and of execution where its weight is part of the whole."""
    for table in document.of_kind(*_FORMS):
        printed = _total_score(table)
        own = [one for one in document.said.indicators if one.table == table.index]
        if printed is None or not own:
            continue
        if any(one.score is None or one.weight is None for one in own):
            yield Unread(f"{document.title(table)}有指标没有读到分值或得分")
            continue
        weight, score = printed
        scores = [
            Printed(one.level3 or "指标", one.score or ZERO, ZERO, "分", one.page, one.box, table.index) for one in own
        ]
        execution = [row.score for row in fund_rows(document, table) if _carries(row) and row.score]
        weights = sum((one.weight or ZERO for one in own), ZERO)
        carried = sum((row.weight.value for row in fund_rows(document, table) if _carries(row) and row.weight), ZERO)
        if weight.value not in (weights, weights + carried):
            yield Unread(f"{document.title(table)}的指标分值合计不等于总分的满分，可能有指标没有读到")
            continue
        parts = scores if weight.value == weights else [*scores, *execution]
        yield summed("应等于各项得分之和", score, tuple(parts))


def _carries(row: FundRow) -> bool:
    """Tell whether a row carries the points of the whole execution."""
    return _WHOLE.search(row.label) is not None


def _total_score(table: StatementTable) -> tuple[Printed, Printed] | None:
    """Return the weight and the score of the row 总分."""
    for grid in table.grids:
        for row in grid.rows:
            if _TOTAL_SCORE.match(compact(row[0].text)):
                numbers = [one for cell in row[1:] if (one := _cell("总分", cell, table, grid.page, "分")) is not None]
                return (numbers[0], numbers[1]) if len(numbers) == 2 else None
    return None


def total_scores_have_one_scale(document: Document) -> Iterator[Outcome]:
    """Yield forms of one file whose whole is 100 in one and 90 in another."""
    scales: dict[Decimal, Printed] = {}
    for table in document.of_kind(*_FORMS):
        printed = _total_score(table)
        if printed is not None:
            scales.setdefault(printed[0].value, printed[0])
            yield Holds()
    if len(scales) > 1:
        listed = "、".join(f"{one.where}为{one.shown}" for one in scales.values())
        message = f"各自评表总分的满分不一致：{listed}，请统一是否包含预算执行的10分。"
        yield Breach(message=message, places=tuple(one.place for one in scales.values()))


def prose_repeats_the_forms(document: Document) -> Iterator[Outcome]:
    """Yield the amounts and rates of a project in the prose with those of its form."""
    forms = {one.name: one for one in document.said.projects if one.table is not None}
    for told in (one for one in document.said.projects if one.table is None and one.name in forms):
        form = forms[told.name]
        for name, words in (("approved", "年初预算"), ("revised", "全年预算"), ("executed", "执行数")):
            one, other = getattr(told, name), getattr(form, name)
            if one is not None and other is not None:
                yield _same(document, told, form, words, one, other)
        if told.execution_rate is not None and form.execution_rate is not None:
            yield _same_rate(document, told, form)


def _of_project(document: Document, project: Project, words: str, value: Decimal, unit: str) -> Printed:
    table = document.by_index.get(project.table) if project.table is not None else None
    scale = MoneyUnit.TEN_THOUSAND.value if unit == "万元" else Decimal(1)
    step = Decimal("0.01") * scale
    title = (table.title if table else None) or ""
    return Printed(f"{project.name}{words}", value, step, unit, project.page, project.box, project.table, title)


def _same(document: Document, told: Project, form: Project, words: str, one: Decimal, other: Decimal) -> Comparison:
    said = _of_project(document, told, words, one, "万元")
    printed = _of_project(document, form, words, other, "万元")
    return Comparison(
        words=f"“{told.name}”的{words}与自评表不一致",
        actual=said,
        expected=other,
        parts=(printed,),
        tolerance=printed.step,
        formula=f"{said.shown}（文字）= {printed.shown}（{printed.where}）",
    )


def _same_rate(document: Document, told: Project, form: Project) -> Comparison:
    assert told.execution_rate is not None
    assert form.execution_rate is not None
    said = _of_project(document, told, "执行率", told.execution_rate, "%")
    printed = _of_project(document, form, "执行率", form.execution_rate, "%")
    return Comparison(
        words=f"“{told.name}”的执行率与自评表不一致（可能一处以年初预算、一处以全年预算为分母）",
        actual=said,
        expected=form.execution_rate,
        parts=(printed,),
        tolerance=printed.step,
        formula=f"{said.shown}（文字）= {printed.shown}（{printed.where}）",
        severity=Severity.WARNING,
    )


def every_project_has_its_form(document: Document) -> Iterator[Outcome]:
    """Yield the projects of the prose without a form, where most of the others have one."""
    formed = {one.name for one in document.said.projects if one.table is not None}
    told = [one for one in document.said.projects if one.table is None and one.executed is not None]
    having = [one for one in told if one.name in formed]
    if len(having) < _ENOUGH_FORMS:
        return
    for one in told:
        if one.name in formed:
            yield Holds()
            continue
        if _is_named_in_a_form(document, one.name):
            yield Unread(f"“{one.name}”的自评表没有读出")
            continue
        page = f"第{one.page}页" if one.page else "文中"
        message = f"{page}：“{one.name}”没有自评表，其他{len(having)}个项目都有，请补上。"
        yield Breach(message=message, places=(Place(one.name, one.name, one.page, one.box),))


def _is_named_in_a_form(document: Document, name: str) -> bool:
    """Tell whether a form, or a table of no known kind, prints a project's name: its form may be there unread."""
    tables = document.of_kind(TableKind.REVIEW_PROJECT, TableKind.OTHER)
    rows = (row for table in tables for grid in table.grids for row in grid.rows)
    return any(name in compact(cell.text) for row in rows for cell in row)
