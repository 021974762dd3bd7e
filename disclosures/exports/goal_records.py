"""Turn indicators and projects into records: what every export of a list writes, so that none can differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from disclosures.models import PerformanceIndicator, Project, ProjectSeries
from disclosures.models.indicator_questions import IndicatorQuerySet
from disclosures.models.project_series import ProjectSeriesQuerySet
from disclosures.performance.corrected import as_corrected
from disclosures.performance.project_years import Figure, ProjectYear, project_years
from disclosures.vocabulary import DisclosureKind, Operator, TableKind, TargetKind, Verdict, VerdictReason

# Returns where an indicator or a project can be seen in its page: called with the word for it and its number.
GoalAddress = Callable[[str, int], str]
# Large lists are fetched piece by piece, and sent as they are fetched.
AT_ONCE = 500


class IndicatorRecord(NamedTuple):
    """One indicator: printed texts and typed values side by side; all of it stands at its one source."""

    unit: str
    year: int
    document: str
    project: str
    level1: str
    level2: str
    level3: str
    operator: str
    target: str
    target_number: Decimal | None
    measure: str
    target_kind: str
    actual: str
    actual_number: Decimal | None
    verdict: str
    verdict_reason: str
    weight: Decimal | None
    score: Decimal | None
    points_lost: Decimal | None
    deviation_reason: str
    corrected: bool
    revision: int
    table: str
    page: int | None
    source: str


INDICATOR_HEADINGS = {
    "unit": "单位",
    "year": "年度",
    "document": "文件",
    "project": "项目",
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "operator": "符号",
    "target": "指标值（原文）",
    "target_number": "指标值（数字）",
    "measure": "计量单位",
    "target_kind": "指标值种类",
    "actual": "完成值（原文）",
    "actual_number": "完成值（数字）",
    "verdict": "判断",
    "verdict_reason": "判断理由",
    "weight": "分值",
    "score": "得分",
    "points_lost": "扣分",
    "deviation_reason": "偏差原因",
    "corrected": "有更正",
    "revision": "版本编号",
    "table": "原表",
    "page": "原文页码",
    "source": "出处",
}


class ProjectRecord(NamedTuple):
    """One figure of a project in a year, with its own source; ``reason`` says why there is no value."""

    unit: str
    project: str
    year: int
    figure: str
    value: Decimal | None
    value_unit: str
    reason: str
    document: str
    corrected: bool
    revision: int | None
    table: str
    page: int | None
    source: str


PROJECT_HEADINGS = {
    "unit": "单位",
    "project": "项目",
    "year": "年度",
    "figure": "数据",
    "value": "数值",
    "value_unit": "数值单位",
    "reason": "说明",
    "document": "文件",
    "corrected": "有更正",
    "revision": "版本编号",
    "table": "原表",
    "page": "原文页码",
    "source": "出处",
}
# What is told of a project's year: the attribute of the year, its name, its unit, the columns it is corrected by.
FIGURES = (
    ("approved", "年初预算", "元", ("approved", "total")),
    ("revised", "全年预算", "元", ("revised",)),
    ("executed", "全年执行", "元", ("executed",)),
    ("rate", "执行率", "%", ("execution_rate",)),
    ("score", "得分", "分", ("score",)),
)


def indicator_records(
    indicators: IndicatorQuerySet, address: GoalAddress, at: datetime | None = None
) -> Iterator[IndicatorRecord]:
    """Yield every indicator in the order of the list, as corrected at a moment; nothing is left out or cut short."""
    words = _words()
    rows = indicators.with_filing().without_grids().iterator(chunk_size=AT_ONCE)
    while some := list(islice(rows, AT_ONCE)):
        yield from (_indicator(one, address, words) for one in as_corrected(some, at))


# What Django looks up anew for every row, by vocabulary and value; what a row leaves open has no word.
Words = Mapping[tuple[type[TextChoices], str], str]
_SAID: tuple[type[TextChoices], ...] = (DisclosureKind, Operator, TableKind, TargetKind, Verdict, VerdictReason)


def _words() -> Words:
    found = {(vocabulary, value): str(label) for vocabulary in _SAID for value, label in vocabulary.choices}
    return found | {(vocabulary, ""): "" for vocabulary in _SAID}


def _indicator(one: PerformanceIndicator, address: GoalAddress, words: Words) -> IndicatorRecord:
    return IndicatorRecord(
        unit=one.unit.name,
        year=one.fiscal_year,
        document=words[DisclosureKind, one.revision.disclosure.kind],
        project=one.project.name if one.project else "",
        level1=one.level1,
        level2=one.level2,
        level3=one.level3,
        operator=words[Operator, one.operator],
        target=one.target,
        target_number=_short(one.target_number),
        measure=one.measure,
        target_kind=words[TargetKind, one.target_kind],
        actual=one.actual,
        actual_number=_short(one.actual_number),
        verdict=words[Verdict, one.verdict],
        verdict_reason=words[VerdictReason, one.verdict_reason],
        weight=_short(one.weight),
        score=_short(one.score),
        points_lost=_short(one.points_lost),
        deviation_reason=one.deviation_reason,
        corrected=bool(one.as_read),
        revision=one.revision_id,
        table=one.table.title or words[TableKind, one.table.kind],
        page=one.page,
        source=address("indicator", one.pk),
    )


def _short(number: Decimal | None) -> Decimal | None:
    """Return a number without the zeros that only fill its column."""
    return None if number is None else Decimal(f"{number.normalize():f}")


def project_records(
    projects: ProjectSeriesQuerySet, address: GoalAddress, at: datetime | None = None
) -> Iterator[ProjectRecord]:
    """Yield every figure of every year of the projects, in the order of the list, as corrected at a moment."""
    for series, years in _with_years(projects, at):
        for year in years:
            for attribute, name, unit, columns in FIGURES:
                figure: Figure = getattr(year, attribute)
                yield _figure(series, year, figure, name, unit, columns, address)


def _with_years(
    projects: ProjectSeriesQuerySet, at: datetime | None
) -> Iterator[tuple[ProjectSeries, Iterable[ProjectYear]]]:
    rows = projects.iterator(chunk_size=AT_ONCE)
    while some := list(islice(rows, AT_ONCE)):
        years = project_years([one.pk for one in some], entries=projects.entries(), at=at)
        yield from ((one, years.get(one.pk, ())) for one in some)


def _figure(
    series: ProjectSeries,
    year: ProjectYear,
    figure: Figure,
    name: str,
    unit: str,
    columns: tuple[str, ...],
    address: GoalAddress,
) -> ProjectRecord:
    entry = figure.entry
    return ProjectRecord(
        unit=series.unit.name,
        project=series.name,
        year=year.year,
        figure=name,
        value=figure.value if unit == "元" else _short(figure.value),
        value_unit=unit,
        reason=_reason(figure),
        document=entry.revision.disclosure.get_kind_display() if entry else "",
        corrected=bool(entry and entry.as_read.keys() & set(columns)),
        revision=entry.revision_id if entry else None,
        table=_table(entry),
        page=entry.page if entry else None,
        source=address("project", entry.pk) if entry else "",
    )


def _reason(figure: Figure) -> str:
    if figure.value is None:
        return _("文件没有列示")
    return _("按金额计算，文件没有列示") if figure.computed else ""


def _table(entry: Project | None) -> str:
    if entry is None:
        return ""
    return str(entry.table) if entry.table else _("文字说明")
