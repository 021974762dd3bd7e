"""Set projects and performance indicators as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.display import money_text
from disclosures.comparison.selection import MoneyScale
from disclosures.models import PerformanceIndicator, Project
from disclosures.models.correctable import Correctable
from disclosures.tables.money import field_mark, marked, text_source
from disclosures.tables.unprinted import number_of, text_of, unprinted

FIGURE = {"td": {"class": "figure"}, "th": {"class": "figure"}}
# A bare number is no claim of equality, and a qualitative target needs no sign.
SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}
# A goal that takes more than about two lines would push the figures of the next projects off the screen.
SHORT_GOAL = 60


def plain(number: Decimal | None) -> str:
    """Return a number without trailing zeros."""
    return "" if number is None else f"{number.normalize():f}"


def _says_nothing(row: Correctable, field: str) -> bool:
    """Tell whether a row has no value in a field, and nobody took one out."""
    return getattr(row, field) in (None, "") and field not in row.as_read


class ProjectTable(tables.Table):
    """Projects with their money; columns that no project fills are left out."""

    name = tables.Column(verbose_name=_("项目"), attrs={"td": {"class": "row-heading"}})
    total = tables.Column(verbose_name=_("资金总额"), attrs=FIGURE, empty_values=())
    approved = tables.Column(verbose_name=_("年初预算"), attrs=FIGURE, empty_values=())
    revised = tables.Column(verbose_name=_("全年预算"), attrs=FIGURE, empty_values=())
    executed = tables.Column(verbose_name=_("全年执行"), attrs=FIGURE, empty_values=())
    execution_rate = tables.Column(verbose_name=_("执行率"), attrs=FIGURE, empty_values=())
    score = tables.Column(verbose_name=_("得分"), attrs=FIGURE, empty_values=())
    annual_goal = tables.Column(verbose_name=_("年度目标"), default="", attrs={"td": {"class": "long"}})
    page = tables.Column(verbose_name=_("页码"), attrs=FIGURE, default="")

    class Meta:
        template_name = "disclosures/tables/list.html"
        orderable = False

    def __init__(self, projects: Sequence[Project], scale: MoneyScale) -> None:
        self.scale = scale
        unused = [name for name in self.base_columns if all(_says_nothing(one, name) for one in projects)]
        super().__init__(projects, exclude=unused)

    def render_name(self, record: Project, value: str) -> SafeString:
        """Show the project's name."""
        return marked(record, value, "name")

    def _money(self, record: Project, value: Decimal | None, bound_column: tables.columns.BoundColumn) -> SafeString:
        if value is None:
            return unprinted(record, bound_column.name)
        return marked(record, money_text(value, self.scale), bound_column.name)

    render_total = render_approved = render_revised = render_executed = _money

    def render_annual_goal(self, record: Project, value: str) -> SafeString:
        """Fold a long goal away; a short one stands in the table."""
        if len(value) <= SHORT_GOAL:
            return marked(record, value, "annual_goal")
        folded = '<details class="goal"><summary>{}</summary><p>{}</p></details>{}'
        return format_html(folded, gettext("看年度目标"), value, field_mark(record, "annual_goal"))

    def render_execution_rate(self, record: Project, value: Decimal | None) -> SafeString:
        """Show the rate as printed."""
        if value is None:
            return unprinted(record, "execution_rate")
        return marked(record, f"{plain(value)}%", "execution_rate")

    def render_score(self, record: Project) -> SafeString:
        """Show the score as printed."""
        return number_of(record, "score")

    def render_page(self, record: Project) -> SafeString:
        """Lead to the page that the project stands on."""
        return text_source("project", record.pk, record.page)


def target_text(indicator: PerformanceIndicator) -> str:
    """Return an indicator's target with its sign and measure, each once."""
    target, measure = indicator.target, indicator.measure
    sign = "" if target.startswith(tuple("≥≤><=")) else SIGNS.get(indicator.operator, "")
    return f"{sign}{target}{'' if measure and target.endswith(measure) else measure}"


class IndicatorTable(tables.Table):
    """One project's indicators, or the whole unit's."""

    level1 = tables.Column(verbose_name=_("一级指标"), default="")
    level2 = tables.Column(verbose_name=_("二级指标"), default="")
    level3 = tables.Column(verbose_name=_("三级指标"), default="", attrs={"td": {"class": "long"}})
    target = tables.Column(verbose_name=_("指标值"), default="", empty_values=())
    actual = tables.Column(verbose_name=_("完成值"), empty_values=())
    weight = tables.Column(verbose_name=_("分值"), attrs=FIGURE, empty_values=())
    score = tables.Column(verbose_name=_("得分"), attrs=FIGURE, empty_values=())
    deviation_reason = tables.Column(verbose_name=_("偏差原因"), default="")
    page = tables.Column(verbose_name=_("页码"), attrs=FIGURE, default="")

    class Meta:
        template_name = "disclosures/tables/list.html"
        orderable = False

    def __init__(self, title: str, indicators: Sequence[PerformanceIndicator]) -> None:
        self.title = title
        unused = [name for name in self.base_columns if all(_says_nothing(one, name) for one in indicators)]
        super().__init__(indicators, exclude=unused)

    def _text(self, record: PerformanceIndicator, value: str, bound_column: tables.columns.BoundColumn) -> SafeString:
        return marked(record, value, bound_column.name)

    render_level3 = render_deviation_reason = _text

    def render_target(self, record: PerformanceIndicator) -> SafeString:
        """Show the sign, the value and its measure; a target of the whole term says so."""
        shown = marked(record, target_text(record), "target") if record.target else unprinted(record, "target")
        if not record.of_term:
            return shown
        return format_html("{}（{}）", shown, gettext("实施期指标"))

    def render_actual(self, record: PerformanceIndicator) -> SafeString:
        """Show the result as printed."""
        return text_of(record, "actual")

    def render_page(self, record: PerformanceIndicator) -> SafeString:
        """Lead to the page that the indicator stands on."""
        return text_source("indicator", record.pk, record.page)

    def _points(self, record: PerformanceIndicator, bound_column: tables.columns.BoundColumn) -> SafeString:
        return number_of(record, bound_column.name)

    render_weight = render_score = _points


_SIGNS = {">=": "≥", "<=": "≤"}


def indicator_tables(indicators: Iterable[PerformanceIndicator]) -> list[IndicatorTable]:
    """Return a table for each project, in the order of the document."""
    grouped = groupby(indicators, key=lambda one: one.project.name if one.project else gettext("单位整体"))
    return [IndicatorTable(title, list(of_project)) for title, of_project in grouped]
