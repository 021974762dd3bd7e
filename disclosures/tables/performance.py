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
from disclosures.comparison.result import CellState
from disclosures.comparison.selection import MoneyScale
from disclosures.models import PerformanceIndicator, Project
from disclosures.tables.money import absent, text_source

FIGURE = {"td": {"class": "figure"}, "th": {"class": "figure"}}
# A bare number is no claim of equality, and a qualitative target needs no sign.
SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}
# A goal that takes more than about two lines would push the figures of the next projects off the screen.
SHORT_GOAL = 60


def plain(number: Decimal | None) -> str:
    """Return a number without trailing zeros."""
    return "" if number is None else f"{number.normalize():f}"


class ProjectTable(tables.Table):
    """Projects with their money; columns that no project fills are left out."""

    name = tables.Column(verbose_name=_("项目"), attrs={"td": {"class": "row-heading"}})
    total = tables.Column(verbose_name=_("资金总额"), attrs=FIGURE, empty_values=())
    approved = tables.Column(verbose_name=_("年初预算"), attrs=FIGURE, empty_values=())
    revised = tables.Column(verbose_name=_("全年预算"), attrs=FIGURE, empty_values=())
    executed = tables.Column(verbose_name=_("全年执行"), attrs=FIGURE, empty_values=())
    execution_rate = tables.Column(verbose_name=_("执行率"), attrs=FIGURE, default="")
    score = tables.Column(verbose_name=_("得分"), attrs=FIGURE, default="")
    annual_goal = tables.Column(verbose_name=_("年度目标"), default="", attrs={"td": {"class": "long"}})
    page = tables.Column(verbose_name=_("页码"), attrs=FIGURE, default="")

    class Meta:
        template_name = "disclosures/tables/list.html"
        orderable = False

    def __init__(self, projects: Sequence[Project], scale: MoneyScale) -> None:
        self.scale = scale
        unused = [name for name in self.base_columns if all(getattr(one, name) in (None, "") for one in projects)]
        super().__init__(projects, exclude=unused)

    def _money(self, value: Decimal | None) -> str | SafeString:
        return absent(CellState.BLANK) if value is None else money_text(value, self.scale)

    render_total = render_approved = render_revised = render_executed = _money

    def render_annual_goal(self, value: str) -> str | SafeString:
        """Fold a long goal away; a short one stands in the table."""
        if len(value) <= SHORT_GOAL:
            return value
        words = gettext("看年度目标")
        return format_html('<details class="goal"><summary>{}</summary><p>{}</p></details>', words, value)

    def render_execution_rate(self, value: Decimal) -> str:
        """Show the rate as printed."""
        return f"{plain(value)}%"

    def render_score(self, value: Decimal) -> str:
        """Show the score as printed."""
        return plain(value)

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
    actual = tables.Column(verbose_name=_("完成值"), default="")
    weight = tables.Column(verbose_name=_("分值"), attrs=FIGURE, default="")
    score = tables.Column(verbose_name=_("得分"), attrs=FIGURE, default="")
    deviation_reason = tables.Column(verbose_name=_("偏差原因"), default="")
    page = tables.Column(verbose_name=_("页码"), attrs=FIGURE, default="")

    class Meta:
        template_name = "disclosures/tables/list.html"
        orderable = False

    def __init__(self, title: str, indicators: Sequence[PerformanceIndicator]) -> None:
        self.title = title
        unused = [name for name in self.base_columns if all(getattr(one, name) in (None, "") for one in indicators)]
        super().__init__(indicators, exclude=unused)

    def render_target(self, record: PerformanceIndicator) -> str:
        """Show the sign, the value and its measure."""
        return target_text(record)

    def render_page(self, record: PerformanceIndicator) -> SafeString:
        """Lead to the page that the indicator stands on."""
        return text_source("indicator", record.pk, record.page)

    def render_weight(self, value: Decimal) -> str:
        """Show the weight as printed."""
        return plain(value)

    render_score = render_weight


_SIGNS = {">=": "≥", "<=": "≤"}


def indicator_tables(indicators: Iterable[PerformanceIndicator]) -> list[IndicatorTable]:
    """Return a table for each project, in the order of the document."""
    grouped = groupby(indicators, key=lambda one: one.project.name if one.project else gettext("单位整体"))
    return [IndicatorTable(title, list(of_project)) for title, of_project in grouped]
