"""Count what units tell of performance: projects, indicators, how many are quantified, met, and scored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.comparison.display import number_text
from disclosures.comparison.filed import Filing, Place
from disclosures.comparison.measures import Measure
from disclosures.comparison.performance import indicators, projects
from disclosures.comparison.performance.told import Told, told_by
from disclosures.comparison.pinned import Pins
from disclosures.comparison.result import Cell, CellState, Comparison, Row, TextSource
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import Stage
from disclosures.models import PerformanceIndicator, Project
from disclosures.models.indicator_questions import QUANTIFIED
from disclosures.vocabulary import Verdict

STEP = Decimal("0.01")
NOTHING_TO_DIVIDE = gettext_lazy("没有可以相比的指标")
NOT_OF_COUNTS = gettext_lazy("计数不是金额，不用此指标")
PIECES, PERCENT, POINTS = gettext_lazy("项"), "%", gettext_lazy("分")


class Count(TextChoices):
    """What is counted."""

    PROJECTS = "projects", gettext_lazy("项目")
    INDICATORS = "indicators", gettext_lazy("绩效指标")
    QUANTIFIED = "quantified", gettext_lazy("指标值是数字的指标")
    QUANTIFIED_SHARE = "quantified_share", gettext_lazy("指标值是数字的占全部指标")
    MET = "met", gettext_lazy("达到指标值的指标")
    MISSED = "missed", gettext_lazy("未达到指标值的指标")
    UNJUDGED = "unjudged", gettext_lazy("无法判断的指标")
    MET_SHARE = "met_share", gettext_lazy("达到的占能判断的指标")
    WON = "won", gettext_lazy("指标得分")
    POSSIBLE = "possible", gettext_lazy("指标分值")
    WON_SHARE = "won_share", gettext_lazy("得分占分值")


@dataclass(slots=True)
class Holding:
    """What one year's budget or accounts tell: its projects and its indicators."""

    projects: list[Project] = field(default_factory=list)
    indicators: list[PerformanceIndicator] = field(default_factory=list)

    @property
    def quantified(self) -> list[PerformanceIndicator]:
        """Return the indicators whose target is a number."""
        return [one for one in self.indicators if one.target_kind in QUANTIFIED]

    @property
    def scored(self) -> list[PerformanceIndicator]:
        """Return the indicators whose points are printed, won and possible."""
        return [one for one in self.indicators if one.points_lost is not None]

    def judged(self, *verdicts: Verdict) -> list[PerformanceIndicator]:
        """Return the indicators with one of some verdicts."""
        return [one for one in self.indicators if one.verdict in verdicts]


Listed = Sequence[Project] | Sequence[PerformanceIndicator]
Lister = Callable[[Holding], Listed]
Number = Callable[[Holding], Decimal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How one thing is counted: what is listed, the number, its unit; ``of_results`` where only accounts tell it."""

    count: Count
    measure: str | Promise = PIECES
    listed: Lister
    number: Number
    part_of: Count | None = Count.INDICATORS
    of_results: bool = False


def _how_many(listed: Lister) -> Number:
    return lambda holding: Decimal(len(listed(holding)))


def _share(part: Lister, whole: Lister) -> Number:
    return lambda holding: _percent(Decimal(len(part(holding))), Decimal(len(whole(holding))))


def _percent(part: Decimal, whole: Decimal) -> Decimal | None:
    return (part * 100 / whole).quantize(STEP, ROUND_HALF_UP) if whole else None


def _points(name: str) -> Number:
    """Return what adds up the points of the scored indicators; None where no points are printed."""
    return lambda holding: sum((getattr(one, name) for one in holding.scored), Decimal(0)) if holding.scored else None


def _met(holding: Holding) -> Listed:
    return holding.judged(Verdict.MET)


def _decided(holding: Holding) -> Listed:
    return holding.judged(Verdict.MET, Verdict.MISSED)


def _won_share(holding: Holding) -> Decimal | None:
    won, possible = _points("score")(holding), _points("weight")(holding)
    return None if won is None or possible is None else _percent(won, possible)


def _counting(count: Count, listed: Lister, *, of_results: bool = False) -> Counting:
    return Counting(count=count, listed=listed, number=_how_many(listed), of_results=of_results)


COUNTINGS: tuple[Counting, ...] = (
    Counting(
        count=Count.PROJECTS,
        listed=lambda holding: holding.projects,
        number=_how_many(lambda holding: holding.projects),
        part_of=None,
    ),
    Counting(
        count=Count.INDICATORS,
        listed=lambda holding: holding.indicators,
        number=_how_many(lambda holding: holding.indicators),
        part_of=None,
    ),
    _counting(Count.QUANTIFIED, lambda holding: holding.quantified),
    Counting(
        count=Count.QUANTIFIED_SHARE,
        measure=PERCENT,
        listed=lambda holding: holding.quantified,
        number=_share(lambda holding: holding.quantified, lambda holding: holding.indicators),
    ),
    _counting(Count.MET, _met, of_results=True),
    _counting(Count.MISSED, lambda holding: holding.judged(Verdict.MISSED), of_results=True),
    _counting(Count.UNJUDGED, lambda holding: holding.judged(Verdict.UNJUDGED), of_results=True),
    Counting(count=Count.MET_SHARE, measure=PERCENT, listed=_met, number=_share(_met, _decided), of_results=True),
    Counting(
        count=Count.WON,
        measure=POINTS,
        listed=lambda holding: holding.scored,
        number=_points("score"),
        of_results=True,
    ),
    Counting(
        count=Count.POSSIBLE,
        measure=POINTS,
        listed=lambda holding: holding.scored,
        number=_points("weight"),
        of_results=True,
    ),
    Counting(
        count=Count.WON_SHARE,
        measure=PERCENT,
        listed=lambda holding: holding.scored,
        number=_won_share,
        of_results=True,
    ),
)
BY_COUNT: Mapping[str, Counting] = {one.count.value: one for one in COUNTINGS}


def compare_overviews(selection: Selection, pins: Pins | None = None) -> Comparison:
    """Return the comparison of how much the units tell of performance."""
    told = told_by(selection, pins)
    holdings = _holdings(told)
    kept = [one for one in COUNTINGS if selection.only in str(one.count.label)] if holdings else []
    shown = {one.count for one in kept}
    return told.compared([_row(one, shown) for one in kept], partial(_cell, told, holdings))


def _holdings(told: Told) -> Mapping[Filing, Holding]:
    found: dict[Filing, Holding] = defaultdict(Holding)
    for filing, listed in indicators.by_filing(told).items():
        found[filing].indicators = list(listed)
    for filing, named in projects.by_filing(told).items():
        found[filing].projects = list(named)
    return dict(found)


def _row(one: Counting, shown: Collection[Count]) -> Row:
    parent = one.part_of.value if one.part_of in shown and one.part_of else None
    return Row(
        key=one.count.value, label=one.count.label, depth=int(bool(parent)), parent=parent, measure=str(one.measure)
    )


def _cell(told: Told, holdings: Mapping[Filing, Holding], row: Row, place: Place) -> Cell:
    """Return a count of a column, or its change on the year before."""
    cell = _counted(told, holdings, BY_COUNT[row.key], place)
    if told.selection.measure == Measure.AMOUNT or cell.state != CellState.PRINTED:
        return cell
    if told.selection.measure != Measure.CHANGE:
        return cell._replace(value=None, text="", reason=NOT_OF_COUNTS)
    before = _counted(told, holdings, BY_COUNT[row.key], place._replace(year=place.year - 1))
    return _changed(cell, before, row.measure)


def _counted(told: Told, holdings: Mapping[Filing, Holding], counting: Counting, place: Place) -> Cell:
    """Return a count; what a document does not tell is absent, and a share of nothing says so."""
    holding = holdings.get(place.filing)
    told_here = holding and (holding.projects if counting.count == Count.PROJECTS else holding.indicators)
    if not holding or not told_here or not _is_told(counting, place.stage):
        return told.absence(place)
    number, listed = counting.number(holding), counting.listed(holding)
    if number is None:
        return Cell(CellState.PRINTED, reason=NOTHING_TO_DIVIDE)
    kind = projects.KIND if counting.count == Count.PROJECTS else indicators.KIND
    texts = tuple(TextSource(kind, one.pk) for one in listed)
    return Cell(CellState.PRINTED, value=number, text=_said(number, str(counting.measure)), texts=texts)


def _is_told(counting: Counting, stage: Stage) -> bool:
    """Results stand beside the outturn; no form prints a revised target."""
    if stage == Stage.ACCOUNTS_REVISED:
        return False
    return stage == Stage.OUTTURN or not counting.of_results


def _changed(now: Cell, before: Cell, measure: str) -> Cell:
    if now.value is None:
        return now
    if before.value is None:
        return now._replace(value=None, text="", reason=_("没有上年数，无法比较"))
    change = now.value - before.value
    said = _said(change, _("个百分点") if measure == PERCENT else "")
    return now._replace(value=change, text=f"+{said}" if change > 0 else said, texts=(*now.texts, *before.texts))


def _said(number: Decimal, measure: str) -> str:
    return f"{number_text(number)}{measure if measure in (PERCENT, _('个百分点')) else ''}"
