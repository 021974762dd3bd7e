"""Search the projects of all units, and set each with its newest year's money, score and indicators."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import django_filters
import django_tables2 as tables
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.display import money_text
from disclosures.comparison.result import CellState
from disclosures.comparison.selection import MoneyScale
from disclosures.models import PerformanceIndicator, ProjectSeries
from disclosures.models.project_series import ProjectSeriesQuerySet
from disclosures.performance.project_years import Figure, ProjectYear, project_years
from disclosures.tables.chosen import UNKNOWN_YEAR, chosen_in_words
from disclosures.tables.indicators import source_address
from disclosures.tables.money import absent, field_mark, marked
from disclosures.tables.performance import FIGURE, plain
from disclosures.vocabulary import Verdict

STAGES = {
    "evaluated": (_("有自评"), ProjectSeriesQuerySet.evaluated),
    "planned": (_("只有目标"), ProjectSeriesQuerySet.only_planned),
}
RATES = {
    "slow": (_("低于80%"), ProjectSeriesQuerySet.executed_slowly),
    "most": (_("80%至95%"), ProjectSeriesQuerySet.executed_mostly),
    "full": (_("95%及以上"), ProjectSeriesQuerySet.executed_fully),
}
# Which of all entries are listed; the form of a whole unit is no project, and its sums are none.
SCOPES: Mapping[str, Callable[[ProjectSeriesQuerySet], ProjectSeriesQuerySet]] = {
    "": ProjectSeriesQuerySet.of_projects,
    "unit": ProjectSeriesQuerySet.of_whole_units,
    "all": lambda projects: projects,
}
# A list shows how a goal begins; the project's page has all of it.
GOAL_BEGINNING = 48


class ProjectFilter(django_filters.FilterSet):
    """Narrow the projects by words, unit, year, stage and execution rate."""

    q = django_filters.CharFilter(method="ask", label=_("项目名称、目标或代码"))
    unit = django_filters.CharFilter(method="ask", label=_("单位"))
    year = django_filters.NumberFilter(method="ask", label=_("年度"), error_messages={"invalid": UNKNOWN_YEAR})
    stage = django_filters.ChoiceFilter(
        method="ask",
        choices=[(name, label) for name, (label, _n) in STAGES.items()],
        label=_("阶段"),
        empty_label=_("全部"),
    )
    rate = django_filters.ChoiceFilter(
        method="ask",
        choices=[(name, label) for name, (label, _n) in RATES.items()],
        label=_("执行率"),
        empty_label=_("全部"),
    )
    scope = django_filters.ChoiceFilter(
        method="ask",
        choices=[("unit", _("只看单位整体")), ("all", _("项目和单位整体"))],
        label=_("范围"),
        empty_label=_("项目"),
    )

    class Meta:
        model = ProjectSeries
        fields = ()

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Return what is chosen, as label and value in words."""
        return chosen_in_words(self)

    def ask(self, projects: ProjectSeriesQuerySet, name: str, value: Any) -> ProjectSeriesQuerySet:
        """Ask the question that a field stands for."""
        return QUESTIONS[name](projects, value)


QUESTIONS: Mapping[str, Callable[[ProjectSeriesQuerySet, Any], ProjectSeriesQuerySet]] = {
    "q": ProjectSeriesQuerySet.speaking_of,
    "unit": ProjectSeriesQuerySet.of_units,
    "year": ProjectSeriesQuerySet.in_year,
    "stage": lambda projects, name: STAGES[name][1](projects),
    "rate": lambda projects, name: RATES[name][1](projects),
    "scope": lambda projects, name: projects,  # asked_projects has begun with the right ones
}


def asked_projects(asked: QueryDict, pins: Iterable[int] | None = None) -> ProjectFilter:
    """Return the projects that an address asks for: of what is published, or of the revisions of a pinned link."""
    rows = ProjectSeries.objects.all()
    filed = rows.published() if pins is None else rows.pinned(pins)
    return ProjectFilter(asked, SCOPES.get(asked.get("scope", ""), SCOPES[""])(filed))


def _ordered(by: Callable[..., ProjectSeriesQuerySet]) -> Callable[..., tuple[ProjectSeriesQuerySet, bool]]:
    """Return a method that orders the table's rows by a question to the database."""

    def order(table: tables.Table, rows: ProjectSeriesQuerySet, is_descending: bool) -> Any:
        return by(rows, descending=is_descending), True

    return order


class ProjectSeriesTable(tables.Table):
    """Projects with the figures of their newest year, each leading to the page it is printed on."""

    name = tables.Column(verbose_name=_("项目"), attrs={"td": {"class": "row-heading"}})
    unit = tables.Column(verbose_name=_("单位"), order_by=("unit__name",))
    newest_year = tables.Column(verbose_name=_("年度"), empty_values=())
    approved = tables.Column(verbose_name=_("年初预算"), attrs=FIGURE, orderable=False, empty_values=())
    revised = tables.Column(verbose_name=_("全年预算"), attrs=FIGURE, empty_values=())
    executed = tables.Column(verbose_name=_("全年执行"), attrs=FIGURE, empty_values=())
    rate = tables.Column(verbose_name=_("执行率"), attrs=FIGURE, orderable=False, empty_values=())
    score = tables.Column(verbose_name=_("得分"), attrs=FIGURE, empty_values=())
    indicators = tables.Column(verbose_name=_("指标"), attrs=FIGURE, orderable=False, empty_values=())

    class Meta:
        template_name = "disclosures/tables/list.html"

    def __init__(self, data: Any, scale: MoneyScale, *, share: str = "", at: datetime | None = None) -> None:
        self.scale, self.share, self.at = scale, share, at
        self.years: Mapping[int, Sequence[ProjectYear]] = {}
        self.counts: Mapping[tuple[int, str], int] = {}
        super().__init__(data)

    def fetch(self) -> None:
        """Fetch what the rows of the page show, in two queries for all."""
        rows: ProjectSeriesQuerySet = self.data.data
        self.years = project_years([row.record.pk for row in self.paginated_rows], entries=rows.entries(), at=self.at)
        newest = [entry for years in self.years.values() for entry in years[-1].entries]
        self.counts = PerformanceIndicator.objects.counted_by_entry(newest)

    order_newest_year = _ordered(ProjectSeriesQuerySet.by_newest_year)
    order_revised = _ordered(ProjectSeriesQuerySet.by_budget)
    order_executed = _ordered(ProjectSeriesQuerySet.by_execution)
    order_score = _ordered(ProjectSeriesQuerySet.by_score)

    def newest(self, record: ProjectSeries) -> ProjectYear | None:
        """Return the newest year of a project, as far as it was fetched."""
        years = self.years.get(record.pk, ())
        return years[-1] if years else None

    def newest_years(self) -> Iterator[tuple[str, ProjectYear]]:
        """Yield the projects of the page by name, each with its newest year."""
        for row in self.paginated_rows:
            if (newest := self.newest(row.record)) is not None:
                yield row.record.name, newest

    def render_name(self, record: ProjectSeries) -> SafeString:
        """Name the project with how its goal begins."""
        newest = self.newest(record)
        goal = newest.goal if newest else ""
        begins = goal if len(goal) <= GOAL_BEGINNING else f"{goal[:GOAL_BEGINNING]}…"
        if newest and newest.speaks_of_unit:
            begins = gettext("单位整体，不是项目 · %(goal)s") % {"goal": begins}
        entries = newest.entries if newest else ()
        mark = next((sign for entry in entries if (sign := field_mark(entry, "name"))), "")
        if self.share:
            return format_html('{}{}<span class="under">{}</span>', record.name, mark, begins)
        address = reverse("disclosures:project", args=[record.pk])
        return format_html('<a href="{}">{}</a>{}<span class="under">{}</span>', address, record.name, mark, begins)

    def render_newest_year(self, record: ProjectSeries) -> str:
        """Say of which years something is published."""
        years = [year.year for year in self.years.get(record.pk, ())]
        return "–".join(map(str, sorted({min(years), max(years)}))) if years else ""

    def _money(self, figure: Figure | None) -> SafeString:
        if figure is None or figure.value is None:
            return absent(CellState.NOT_LISTED)
        return self._linked(figure, money_text(figure.value, self.scale))

    def _linked(self, figure: Figure, shown: str) -> SafeString:
        if figure.entry is None or figure.computed:
            return format_html("{}", shown)
        address = source_address("project", figure.entry.pk, self.share)
        link = format_html('<a class="plain" data-source href="{}">{}</a>', address, shown)
        return marked(figure.entry, link, figure.field)

    def render_approved(self, record: ProjectSeries) -> SafeString:
        """Show the budget at the start of the year."""
        return self._money(year.approved if (year := self.newest(record)) else None)

    def render_revised(self, record: ProjectSeries) -> SafeString:
        """Show the full-year budget."""
        return self._money(year.revised if (year := self.newest(record)) else None)

    def render_executed(self, record: ProjectSeries) -> SafeString:
        """Show what was spent."""
        return self._money(year.executed if (year := self.newest(record)) else None)

    def render_rate(self, record: ProjectSeries) -> SafeString:
        """Show the execution rate; a computed one says so."""
        year = self.newest(record)
        if year is None or year.rate.value is None:
            return absent(CellState.NOT_LISTED)
        if year.rate.computed:
            return format_html(
                '<span title="{}">{}% *</span>', gettext("按金额计算，文件没有列示"), plain(year.rate.value)
            )
        return self._linked(year.rate, f"{plain(year.rate.value)}%")

    def render_score(self, record: ProjectSeries) -> SafeString:
        """Show the total of the self-evaluation."""
        year = self.newest(record)
        if year is None or year.score.value is None:
            return absent(CellState.NOT_LISTED)
        return self._linked(year.score, plain(year.score.value))

    def render_indicators(self, record: ProjectSeries) -> SafeString:
        """Count the year's indicators, those missed named."""
        year = self.newest(record)
        entries = year.entries if year else ()
        count = {one: sum(self.counts.get((entry.pk, one), 0) for entry in entries) for one in Verdict}
        if not any(count.values()):
            return absent(CellState.NOT_LISTED)
        if not count[Verdict.MISSED]:
            return format_html("{}", sum(count.values()))
        missed = gettext("%(number)s项未达到") % {"number": count[Verdict.MISSED]}
        return format_html('{}<span class="under">{}</span>', sum(count.values()), missed)
