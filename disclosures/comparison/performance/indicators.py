"""Compare performance indicators: what was wanted beside what was reached, each in its own unit of measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.comparison.display import number_text
from disclosures.comparison.filed import Filing, Place
from disclosures.comparison.measures import Measure
from disclosures.comparison.performance.indicator_rows import Laid, lay_out
from disclosures.comparison.performance.printings import Printing
from disclosures.comparison.performance.told import Told, told_by
from disclosures.comparison.pinned import Pins
from disclosures.comparison.result import Cell, CellState, Comparison, Row, TextSource
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import Stage
from disclosures.models import PerformanceIndicator
from disclosures.performance.corrected import as_corrected
from disclosures.performance.printed import VERDICT_SIGNS, printed_result, printed_target
from disclosures.performance.series import project_key
from disclosures.vocabulary import Operator, Verdict, VerdictReason

KIND = "indicator"
NO_SUM = gettext_lazy("各项指标计量单位和含义不同，不相加；分组行只列项数")
NO_NUMBER = gettext_lazy("印出的是文字、区间或名次，照原文列出，不参加计算")
NOT_OF_INDICATORS = gettext_lazy("绩效指标没有合计，也不是金额，不用此指标")
ONLY_OF_RESULTS = gettext_lazy("只有自评完成值能与指标值相比")
CEILING = gettext_lazy("指标值是上限，越小越好，不算完成程度")
# By these signs and reasons a result is better the larger it is, up to its target.
_FLOORS = (Operator.AT_LEAST, Operator.MORE_THAN, Operator.EQUAL)
_BY_FLOOR = (VerdictReason.BY_NUMBER, VerdictReason.SAME_WORDS)
# What of an indicator a comparison shows or judges by.
SHOWN = frozenset({"target", "actual"})
PERCENT_STEP = Decimal("0.01")


def compare_indicators(selection: Selection, pins: Pins | None = None) -> Comparison:
    """Return the comparison of the units' performance indicators."""
    told = told_by(selection, pins)
    laid = lay_out(by_filing(told), selection.only)
    shown = {place.filing for place in told.places}
    present = {key for key, filing in (*laid.printings, *laid.counts) if filing in shown}
    rows = [row for row in laid.rows if row.key in present]
    return told.compared(rows, partial(_cell, told, laid))


def by_filing(told: Told) -> Mapping[Filing, Sequence[PerformanceIndicator]]:
    """Return the year's indicators by whose budget or accounts they are.

    Where a project's form is published apart as well, what the statutory file says of the project stands.
    """
    filings = told.filings
    asked = PerformanceIndicator.objects.of_revisions(filings).of_the_year().to_compare()
    found = as_corrected(asked, told.corrected_at)
    order = {revision: number for number, revision in enumerate(filings)}
    listed: dict[Filing, list[PerformanceIndicator]] = defaultdict(list)
    speakers: dict[tuple[Filing, str], int] = {}
    for one in sorted(found, key=lambda one: order[one.revision_id]):
        filing = filings[one.revision_id]
        project = project_key(one.project.name) if one.project else ""
        if speakers.setdefault((filing, project), one.revision_id) == one.revision_id:
            listed[filing].append(one)
    return {filing: listed[filing] for filing in filings.values() if filing in listed}


def _cell(told: Told, laid: Laid, row: Row, place: Place) -> Cell:
    """Return a row's cell; a group only says how many indicators it holds."""
    if place.stage == Stage.ACCOUNTS_REVISED and place.filing in told.filed:
        return Cell(CellState.NOT_LISTED)
    if row.is_group:
        number = laid.counts.get((row.key, place.filing))
        text = _("%(number)s 项") % {"number": number}
        return Cell(CellState.PRINTED, reason=NO_SUM, text=text) if number else told.absence(place)
    found = laid.printings.get((row.key, place.filing))
    if found is None:
        return told.absence(place)
    before = laid.printings.get((row.key, place.filing._replace(year=place.year - 1)))
    return MEASURED.get(told.selection.measure, _refused)(found, before, place.stage)


def _as_printed(found: Printing, _before: Printing | None, stage: Stage) -> Cell:
    """Return the printed target or result; what is no single number takes part in no arithmetic."""
    number = _number(found, stage)
    text = printed_result(found.indicator) if stage == Stage.OUTTURN else printed_target(found.indicator)
    if not text.strip():
        return _of(found, state=CellState.BLANK)
    return _of(found, value=number, text=text, reason="" if number is not None else NO_NUMBER)


def _changed(found: Printing, before: Printing | None, stage: Stage) -> Cell:
    now, then = _number(found, stage), _number(before, stage) if before else None
    if now is None:
        return _of(found, reason=NO_NUMBER)
    if before is None or then is None:
        return _of(found, reason=_("没有上年数，无法比较"))
    measure = _("个百分点") if found.measure == "%" else ""
    sign = "+" if now > then else ""
    cell = _of(found, value=now - then, text=f"{sign}{number_text(now - then)}{measure}")
    return cell._replace(texts=(*cell.texts, *_of(before).texts))


def _completed(found: Printing, _before: Printing | None, stage: Stage) -> Cell:
    """Return how much of the target was reached, where more is better and both are single numbers."""
    if stage != Stage.OUTTURN:
        return _of(found, reason=ONLY_OF_RESULTS)
    indicator = found.indicator
    if indicator.verdict == Verdict.UNJUDGED:
        return _of(found, reason=indicator.get_verdict_reason_display())
    if found.target is None or found.actual is None:
        return _of(found, reason=NO_NUMBER)
    if not _is_floor(indicator):
        return _of(found, reason=CEILING)
    if not found.target:
        return _of(found, reason=_("指标值为零，无法计算完成程度"))
    reached = (found.actual * 100 / found.target).quantize(PERCENT_STEP, ROUND_HALF_UP)
    return _of(found, value=reached, text=f"{number_text(reached)}%")


def _is_floor(indicator: PerformanceIndicator) -> bool:
    if indicator.verdict_reason == VerdictReason.BY_SIGN:
        return indicator.operator in _FLOORS
    return indicator.verdict_reason in _BY_FLOOR and indicator.operator not in (Operator.AT_MOST, Operator.LESS_THAN)


def _judged(found: Printing, _before: Printing | None, stage: Stage) -> Cell:
    """Return whether the target was met, with the reason why it is judged so."""
    if stage != Stage.OUTTURN:
        return _of(found, reason=ONLY_OF_RESULTS)
    verdict = Verdict(found.indicator.verdict)
    reason = found.indicator.get_verdict_reason_display()
    return _of(found, text=f"{VERDICT_SIGNS[verdict]} {verdict.label}", reason=reason)


def _refused(found: Printing, _before: Printing | None, _stage: Stage) -> Cell:
    return _of(found, reason=NOT_OF_INDICATORS)


MEASURED: Mapping[Measure, Callable[[Printing, Printing | None, Stage], Cell]] = {
    Measure.AMOUNT: _as_printed,
    Measure.CHANGE: _changed,
    Measure.COMPLETION: _completed,
    Measure.VERDICT: _judged,
}


def _number(found: Printing, stage: Stage) -> Decimal | None:
    return found.actual if stage == Stage.OUTTURN else found.target


def _of(
    found: Printing,
    *,
    state: CellState = CellState.PRINTED,
    value: Decimal | None = None,
    text: str = "",
    reason: str | Promise = "",
) -> Cell:
    """Return a cell with the indicator as its source."""
    one = found.indicator
    return Cell(
        state,
        value=value,
        reason=reason,
        page=one.page,
        table=one.table_id,
        corrected=not SHOWN.isdisjoint(one.as_read),
        text=text,
        texts=(TextSource(KIND, one.pk),),
    )
