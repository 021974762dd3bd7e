"""Assert that performance indicators are scored as they are weighted, complete, and fit their project's money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosures.amounts import MoneyUnit, parse_number
from disclosures.checks.document import Document, grouped
from disclosures.checks.printed import ZERO, Printed, added, shown, step_of, sum_of
from disclosures.checks.rule import Breach, Comparison, Holds, Outcome, Unread
from disclosures.evidence import Place
from disclosures.extraction.readings import Indicator, Project
from disclosures.judgement.judging import PrintedIndicator, judge
from disclosures.recognition.headings import compact
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Severity, Verdict, VerdictReason

FULL = Decimal(100)
WITHOUT_EXECUTION = Decimal(90)
_COST = re.compile(r"成本")
_MONEY = re.compile(r"^(?:[<>≤≥=＜＞]*|不超过|控制在)*(?P<number>\d[\d,.]*)(?P<unit>万元|元)(?:以内|以下)?$")
_GROUPS = ("产出", "效益", "满意度")
# Where the document prints the sign or the very words, the verdict leaves no room; else it rests on what is usual.
_PLAIN = frozenset({VerdictReason.BY_SIGN, VerdictReason.SAME_WORDS, VerdictReason.BY_RANK, VerdictReason.IN_RANGE})


def _forms(document: Document) -> Iterator[tuple[Indicator, ...]]:
    """Yield the indicators of every form: one project, or the whole unit; those of its whole term apart."""
    return grouped(document.said.indicators, lambda one: (one.table, one.project, one.of_term))


def _name(form: tuple[Indicator, ...]) -> str:
    return form[0].project or "整体绩效"


def indicator_place(one: Indicator, printed: str = "") -> Place:
    """Return where an indicator stands, with its target or what is printed of it."""
    label = one.level3 or one.level2 or one.level1 or "指标"
    return Place(label, printed or (one.target or ""), one.page, one.box)


def _points(document: Document, label: str, value: Decimal, one: Indicator) -> Printed:
    table = document.by_index.get(one.table)
    title = (table.title if table else None) or ""
    return Printed(label, value, ZERO, "分", one.page, one.box, one.table, title)


def weights_make_up_the_whole(document: Document) -> Iterator[Outcome]:
    """Yield the weights of every form with 100, or 90 where execution carries the other 10.

    Where a form prints a right 总分 and the weights read do not make it up, a row was not read: no breach.
    """
    stated = {table.index for table in document.tables if _prints_whole(table)}
    for form in _forms(document):
        weighted = [one for one in form if one.weight is not None]
        if not weighted:
            continue
        if len(weighted) < len(form):
            yield Unread(f"{_name(form)}有{len(form) - len(weighted)}个指标没有读到分值")
            continue
        parts = tuple(_points(document, one.level3 or "指标", one.weight or ZERO, one) for one in weighted)
        whole = sum_of(parts)
        if whole not in (FULL, WITHOUT_EXECUTION) and form[0].table in stated:
            yield Unread(f"{_name(form)}的指标分值合计{whole}分，不等于表中总分的满分，可能有指标没有读到")
            continue
        wanted = WITHOUT_EXECUTION if whole == WITHOUT_EXECUTION else FULL
        yield Comparison(
            words=f"“{_name(form)}”各指标分值之和应为100分（预算执行另占10分的为90分）",
            actual=_points(document, f"{_name(form)}分值合计", whole, form[0]),
            expected=wanted,
            parts=parts,
            tolerance=ZERO,
            formula=f"{added(parts)} = {shown(whole, '分')}",
        )


def _prints_whole(table: StatementTable) -> bool:
    """Tell whether a form has a row 总分 whose weight is 100 or 90."""
    rows = (row for grid in table.grids for row in grid.rows if row and compact(row[0].text).startswith("总分"))
    return any(parse_number(cell.text) in (FULL, WITHOUT_EXECUTION) for row in rows for cell in row)


def captions_hold_their_weights(document: Document) -> Iterator[Outcome]:
    """Yield the weights of every level with the points that its caption gives: 产出指标（50分）."""
    captions = re.compile(r"(?P<name>产出|效益|满意度|成本)指标?[（(](?P<points>\d+)分[)）]")
    for table in document.tables:
        printed = {
            found["name"]: Decimal(found["points"])
            for grid in table.grids
            for row in grid.rows
            for cell in row
            if (found := captions.search(re.sub(r"\s", "", cell.text)))
        }
        said = [one for one in document.said.indicators if one.table == table.index and not one.of_term]
        form = [one for one in said if one.weight is not None]
        for name, points in printed.items() if len({one.project for one in form}) == 1 else ():
            own = [one for one in form if (one.level1 or "").startswith(name)]
            if own:
                parts = tuple(_points(document, one.level3 or "指标", one.weight or ZERO, one) for one in own)
                yield Comparison(
                    words=f"“{name}指标”各项分值之和应等于标题所注分值",
                    actual=_points(document, f"{name}指标", sum_of(parts), own[0]),
                    expected=points,
                    parts=parts,
                    tolerance=ZERO,
                    formula=f"{added(parts)} = {shown(points, '分')}",
                )


def scores_stay_within_weights(document: Document) -> Iterator[Outcome]:
    """Yield the scores below zero or above their weight."""
    for one in document.said.indicators:
        if one.score is None or one.weight is None:
            continue
        if ZERO <= one.score <= one.weight:
            yield Holds()
            continue
        told = f"“{one.level3}”得{one.score}分，分值为{one.weight}分，得分应在0与分值之间"
        message = f"{where_indicator(document, one)}：{told}。"
        formula = f"0 ≤ {one.score} ≤ {one.weight}"
        place = indicator_place(one, f"分值{one.weight}，得分{one.score}")
        yield Breach(message=message, places=(place,), table=one.table, formula=formula)


def where_indicator(document: Document, one: Indicator) -> str:
    """Return where an indicator stands, for a message."""
    table = document.by_index.get(one.table)
    page = f"第{one.page}页" if one.page else ""
    return f"{page}《{table.title}》" if table and table.title else page or "绩效表"


def scores_follow_targets(document: Document) -> Iterator[Outcome]:
    """Yield points taken off without a reason, and full points where the target was plainly missed."""
    for one in document.said.indicators:
        if one.score is None or one.weight is None or one.actual is None:
            continue
        found = judge(printed_of(one))
        plain = found.exactly or found.reason in _PLAIN
        severity = Severity.ERROR if plain else None
        if one.score < one.weight and not one.deviation_reason:
            met = found.verdict == Verdict.MET
            words = "完成值达到指标值，却扣了分" if met else "扣了分，没有写偏差原因"
            yield _scored(document, one, words, severity if met else None)
        elif one.score == one.weight and found.verdict == Verdict.MISSED:
            words = f"{'' if plain else '按通常的理解，'}完成值没有达到指标值，却得了满分"
            yield _scored(document, one, words, severity)
        else:
            yield Holds()


def printed_of(one: Indicator) -> PrintedIndicator:
    """Return what an indicator prints, as far as it is judged by."""
    return PrintedIndicator(
        levels=f"{one.level1 or ''} {one.level2 or ''}",
        name=one.level3 or "",
        operator=one.operator or "",
        target=one.target or "",
        measure=one.unit or "",
        actual=one.actual or "",
    )


def _scored(document: Document, one: Indicator, words: str, severity: Severity | None) -> Breach:
    said = f"指标值{one.target}，完成值{one.actual}，分值{one.weight}，得分{one.score}"
    return Breach(
        message=f"{where_indicator(document, one)}：“{one.level3}”{words}（{said}），请核对。",
        places=(indicator_place(one, said),),
        table=one.table,
        formula=said,
        severity=severity,
    )


def required_groups_are_there(document: Document) -> Iterator[Outcome]:
    """Yield the forms without indicators of output, effect or satisfaction."""
    for form in _forms(document):
        levels = " ".join(one.level1 or "" for one in form)
        if not levels.strip():
            continue
        missing = [group for group in _GROUPS if group not in levels]
        if missing:
            message = f"{where_indicator(document, form[0])}：“{_name(form)}”没有{'、'.join(missing)}指标，请补充。"
            yield Breach(message=message, places=(indicator_place(form[0]),), table=form[0].table)
        else:
            yield Holds()


def costs_fit_the_project(document: Document) -> Iterator[Outcome]:
    """Yield the one cost indicator of a project, an amount, with the money of the project."""
    projects = {(one.table, one.name): one for one in document.said.projects if one.total is not None}
    for form in _forms(document):
        project = projects.get((form[0].table, form[0].project or ""))
        costs = [one for one in form if _COST.search(f"{one.level1}{one.level2}") and _MONEY.match(one.target or "")]
        if project is None or len(costs) != 1:
            continue
        yield _cost(document, costs[0], project)


def _cost(document: Document, one: Indicator, project: Project) -> Comparison:
    found = _MONEY.match(one.target or "")
    assert found is not None
    assert project.total is not None
    unit = MoneyUnit.named(found["unit"]) or MoneyUnit.YUAN
    number = Decimal(found["number"].replace(",", ""))
    step = step_of(number, found["number"], unit.value)
    table = document.by_index.get(one.table)
    title = (table.title if table else None) or ""
    actual = Printed(
        one.level3 or "成本指标", number * unit.value, step, unit.label, one.page, one.box, one.table, title
    )
    whole = Printed(project.name, project.total, step, unit.label, project.page, project.box, one.table, title)
    return Comparison(
        words=f"成本指标应等于项目“{project.name}”的金额",
        actual=actual,
        expected=project.total,
        parts=(whole,),
        tolerance=step,
        formula=f"{actual.shown} = {whole.shown}",
    )


def indicators_stand_once(document: Document) -> Iterator[Outcome]:
    """Yield indicators that a form prints twice alike."""
    for form in _forms(document):
        seen: dict[tuple[str | None, ...], Indicator] = {}
        for one in form:
            key = (one.level1, one.level2, one.level3, one.target, one.explanation)
            first = seen.setdefault(key, one)
            if first is one or not one.target:
                yield Holds()
                continue
            message = f"{where_indicator(document, one)}：“{_name(form)}”的指标“{one.level3}”重复列了两次，请删去一次。"
            yield Breach(message=message, places=(indicator_place(first), indicator_place(one)), table=one.table)
