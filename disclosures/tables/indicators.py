"""Search the performance indicators of everything published, and set them as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import django_filters
import django_tables2 as tables
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.models import PerformanceIndicator, Project
from disclosures.models.indicator_questions import IndicatorQuerySet
from disclosures.performance.points import LEVELS_1, LEVELS_2
from disclosures.performance.printed import VERDICT_SIGNS, printed_target
from disclosures.performance.quality import QUALITIES
from disclosures.tables.chosen import UNKNOWN_YEAR, chosen_in_words
from disclosures.tables.money import marked
from disclosures.tables.performance import plain
from disclosures.tables.unprinted import number_of, text_of, unprinted
from disclosures.vocabulary import Operator, TargetKind, Verdict, VerdictReason

FIGURE = {"td": {"class": "figure"}, "th": {"class": "figure"}}
SIGNS = [*[(one.value, one.label) for one in Operator], ("none", _("未印符号"))]
Narrow = Callable[[IndicatorQuerySet], IndicatorQuerySet]
# What a self-evaluation says against what it scored.
CASES: Mapping[str, tuple[str | Promise, Narrow]] = {
    "missed_full": (_("未达到却得满分"), IndicatorQuerySet.full_though_missed),
    "unanswered_full": (_("完成值没有回应指标值却得满分"), IndicatorQuerySet.full_though_unanswered),
    "met_lost": (_("达到却被扣分"), IndicatorQuerySet.lost_though_met),
    "lost": (_("被扣分"), IndicatorQuerySet.losing_points),
    "lost_silent": (_("被扣分而未说明原因"), IndicatorQuerySet.losing_points_without_reason),
}
FACTS: Mapping[str, tuple[str | Promise, Narrow]] = {one.name: (one.label, one.narrow) for one in QUALITIES}


ORDERS: Mapping[str, tuple[str | Promise, Narrow]] = {
    "oldest": (_("最早年度在前"), IndicatorQuerySet.oldest_first),
    "lost": (_("扣分最多在前"), IndicatorQuerySet.most_lost_first),
    "unit": (_("按单位"), IndicatorQuerySet.by_unit),
}
# A form may print targets for the whole term of a project beside the year's: those are a list of their own.
OF_TERM = "whole"


def _options(named: Mapping[str, tuple[str | Promise, Narrow]]) -> list[tuple[str, str | Promise]]:
    return [(name, label) for name, (label, _narrow) in named.items()]


class IndicatorFilter(django_filters.FilterSet):
    """Narrow the indicators; the address holds every choice, so a list can be sent on."""

    q = django_filters.CharFilter(method="ask", label=_("指标、目标、完成值或项目"))
    unit = django_filters.CharFilter(method="ask", label=_("单位"))
    year = django_filters.NumberFilter(method="ask", label=_("年度"), error_messages={"invalid": UNKNOWN_YEAR})
    verdict = django_filters.ChoiceFilter(method="ask", choices=Verdict.choices, label=_("判断"), empty_label=_("全部"))
    project = django_filters.CharFilter(method="ask", label=_("项目"))
    level1 = django_filters.ChoiceFilter(
        method="ask", choices=[(one, one) for one in LEVELS_1], label=_("一级指标"), empty_label=_("全部")
    )
    level2 = django_filters.ChoiceFilter(
        method="ask", choices=[(one, one) for one in LEVELS_2], label=_("二级指标"), empty_label=_("全部")
    )
    kind = django_filters.ChoiceFilter(
        method="ask", choices=TargetKind.choices, label=_("指标值种类"), empty_label=_("全部")
    )
    sign = django_filters.ChoiceFilter(method="ask", choices=SIGNS, label=_("符号"), empty_label=_("全部"))
    measure = django_filters.CharFilter(method="ask", label=_("计量单位"))
    case = django_filters.ChoiceFilter(
        method="ask", choices=_options(CASES), label=_("得分与完成"), empty_label=_("全部")
    )
    fact = django_filters.ChoiceFilter(
        method="ask", choices=_options(FACTS), label=_("指标设置"), empty_label=_("全部")
    )
    term = django_filters.ChoiceFilter(
        method="ask", choices=[(OF_TERM, _("实施期（中期）指标"))], label=_("期限"), empty_label=_("年度指标")
    )
    sort = django_filters.ChoiceFilter(
        method="ask", choices=_options(ORDERS), label=_("排列"), empty_label=_("最新年度在前")
    )
    FIRST = ("q", "unit", "year", "verdict")
    MORE = ("project", "level1", "level2", "kind", "sign", "measure", "case", "fact", "term", "sort")

    class Meta:
        model = PerformanceIndicator
        fields = ()

    def ask(self, indicators: IndicatorQuerySet, name: str, value: Any) -> IndicatorQuerySet:
        """Ask the question that a field stands for."""
        return QUESTIONS[name](indicators, value)

    @property
    def first_fields(self) -> list[Any]:
        """Return the fields that are always shown."""
        return [self.form[name] for name in self.FIRST]

    @property
    def more_fields(self) -> list[Any]:
        """Return the fields behind “更多条件”."""
        return [self.form[name] for name in self.MORE]

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Return what is chosen, as label and value in words."""
        return chosen_in_words(self)

    @property
    def more_chosen(self) -> bool:
        """Tell whether something behind “更多条件” is chosen."""
        return any(self.data.get(name) for name in self.MORE)


QUESTIONS: Mapping[str, Callable[[IndicatorQuerySet, Any], IndicatorQuerySet]] = {
    "q": IndicatorQuerySet.speaking_of,
    "unit": IndicatorQuerySet.of_units,
    "year": IndicatorQuerySet.of_year,
    "verdict": IndicatorQuerySet.judged,
    "project": IndicatorQuerySet.of_projects,
    "level1": IndicatorQuerySet.at_level1,
    "level2": IndicatorQuerySet.at_level2,
    "kind": IndicatorQuerySet.of_kind,
    "sign": IndicatorQuerySet.signed,
    "measure": IndicatorQuerySet.measured_in,
    "case": lambda indicators, name: CASES[name][1](indicators),
    "fact": lambda indicators, name: FACTS[name][1](indicators),
    "sort": lambda indicators, name: ORDERS[name][1](indicators),
    "term": lambda indicators, name: indicators,  # asked_indicators has begun with the right ones
}


def asked_indicators(asked: QueryDict, pins: Iterable[int] | None = None, *, listed: bool = True) -> IndicatorFilter:
    """Return the indicators that an address asks for: of what is published, or of the revisions of a pinned link.

    Those to be counted only are asked for with ``listed`` false, which is quicker.
    """
    rows, of_term = PerformanceIndicator.objects, asked.get("term") == OF_TERM
    if pins is None:
        return IndicatorFilter(asked, rows.published(of_term=of_term, listed=listed))
    return IndicatorFilter(asked, rows.pinned(pins, of_term=of_term, listed=listed))


class IndicatorTable(tables.Table):
    """Indicators with target, result, judgement and points, each leading to the page it is printed on."""

    level3 = tables.Column(
        verbose_name=_("指标"), orderable=False, empty_values=(), attrs={"td": {"class": "row-heading"}}
    )
    unit = tables.Column(verbose_name=_("单位和年度"), orderable=False)
    target = tables.Column(verbose_name=_("指标值"), orderable=False, empty_values=())
    actual = tables.Column(verbose_name=_("完成值"), orderable=False, empty_values=())
    verdict = tables.Column(verbose_name=_("判断"), orderable=False)
    score = tables.Column(
        verbose_name=_("得分 / 分值"), attrs=FIGURE, orderable=False, empty_values=(), order_by=("score",)
    )
    page = tables.Column(verbose_name=_("原文"), attrs=FIGURE, orderable=False, empty_values=())

    class Meta:
        template_name = "disclosures/tables/list.html"
        sequence = ("level3", "target", "actual", "verdict", "score", "unit", "page")

    def __init__(self, data: Any, *, share: str = "", **options: Any) -> None:
        self.share = share
        super().__init__(data, **options)

    def render_level3(self, record: PerformanceIndicator) -> SafeString:
        """Name the indicator under its levels and beside its project."""
        name = record.level3 or record.level2 or gettext("未写名称")
        levels = " › ".join(level.removesuffix("指标") for level in (record.level1, record.level2) if level)
        project = record.project.name if record.project else gettext("单位整体")
        linked = name if self.share else _link(reverse("disclosures:indicator", args=[record.pk]), name)
        shown = marked(record, linked, "level3")
        return format_html('{}<span class="under">{} · {}</span>', shown, levels, project)

    def render_unit(self, record: PerformanceIndicator) -> SafeString:
        """Say whose and of which year it is."""
        year = gettext("%(year)s年") % {"year": record.fiscal_year}
        return format_html('{}<span class="under">{}</span>', record.unit.name, year)

    def render_target(self, record: PerformanceIndicator) -> SafeString:
        """Show the target as printed, with what sort of value it is."""
        kind = TargetKind(record.target_kind).label
        return format_html('{}<span class="under">{}</span>', target_as_printed(record), kind)

    def render_actual(self, record: PerformanceIndicator) -> SafeString:
        """Show the result as printed."""
        return text_of(record, "actual")

    def render_verdict(self, record: PerformanceIndicator) -> SafeString:
        """Say the verdict with its sign and its reason."""
        return verdict_mark(record)

    def render_score(self, record: PerformanceIndicator) -> SafeString:
        """Show the points and, where some were lost, how many and why."""
        return points_text(record)

    def render_page(self, record: PerformanceIndicator) -> SafeString:
        """Lead to the page that the indicator is printed on."""
        return source_link("indicator", record, self.share)


def target_as_printed(indicator: PerformanceIndicator) -> SafeString:
    """Return a target as printed, marked where a person corrected it; the sign of why where there is none."""
    target = printed_target(indicator)
    return marked(indicator, target, "target") if target else unprinted(indicator, "target")


def _link(address: str, words: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', address, words)


def source_address(kind: str, pk: int, share: str = "") -> str:
    """Return the address of where an indicator or a project was printed, inside a shared link if there is one."""
    if share:
        return reverse("disclosures:shared_text_source", args=[share, kind, pk])
    return reverse("disclosures:text_source", args=[kind, pk])


def source_link(kind: str, row: PerformanceIndicator | Project, share: str = "") -> SafeString:
    """Return the page that something is printed on, which opens there; a chart's point opens the same link."""
    words = gettext("第%(page)s页") % {"page": row.page} if row.page else gettext("出处")
    address = source_address(kind, row.pk, share)
    return format_html('<a data-source data-item="{}-{}" href="{}">{}</a>', kind, row.pk, address, words)


def verdict_mark(indicator: PerformanceIndicator) -> SafeString:
    """Return the verdict as sign and word, with its reason below."""
    verdict = Verdict(indicator.verdict)
    return format_html(
        '<span class="verdict verdict-{}"><span aria-hidden="true">{}</span> {}</span><span class="under">{}</span>',
        verdict,
        VERDICT_SIGNS[verdict],
        verdict.label,
        VerdictReason(indicator.verdict_reason).label,
    )


def points_text(indicator: PerformanceIndicator) -> SafeString:
    """Return score and weight, with what was lost and why."""
    if indicator.weight is None and indicator.score is None:
        return unprinted(indicator, "score")
    shown = format_html("{} / {}", number_of(indicator, "score"), number_of(indicator, "weight"))
    if not indicator.points_lost or indicator.points_lost <= 0:
        return shown
    reason = indicator.deviation_reason or gettext("未说明原因")
    lost = gettext("扣%(points)s分") % {"points": plain(indicator.points_lost)}
    return format_html('{}<span class="under lost" title="{}">{}</span>', shown, reason, lost)
