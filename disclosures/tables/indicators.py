"""Search the performance indicators of everything published, and set them as a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import django_filters
import django_tables2 as tables
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.models import PerformanceIndicator
from disclosures.models.indicator_questions import IndicatorQuerySet
from disclosures.performance.quality import QUALITIES
from disclosures.tables.chosen import chosen_in_words
from disclosures.tables.performance import plain
from disclosures.vocabulary import Operator, TargetKind, Verdict

FIGURE = {"td": {"class": "figure"}, "th": {"class": "figure"}}
LEVELS_1 = ("成本", "产出", "效益", "满意度")
LEVELS_2 = ("数量", "质量", "时效", "经济成本", "社会成本", "经济效益", "社会效益", "生态", "可持续影响", "满意度")
SIGNS = [*[(one.value, one.label) for one in Operator], ("none", _("未印符号"))]
_BARE_NUMBER = re.compile(r"\s*[\d.,]+\s*")
_SIGNED = frozenset(one for one in Operator if one not in (Operator.EQUAL, Operator.QUALITATIVE))
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


def _options(named: Mapping[str, tuple[str | Promise, Narrow]]) -> list[tuple[str, str | Promise]]:
    return [(name, label) for name, (label, _narrow) in named.items()]


class IndicatorFilter(django_filters.FilterSet):
    """Narrow the indicators; the address holds every choice, so a list can be sent on."""

    q = django_filters.CharFilter(method="ask", label=_("指标、目标、完成值或项目"))
    unit = django_filters.CharFilter(method="ask", label=_("单位"))
    year = django_filters.NumberFilter(method="ask", label=_("年度"))
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
    FIRST = ("q", "unit", "year", "verdict")
    MORE = ("project", "level1", "level2", "kind", "sign", "measure", "case", "fact")

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
}


class IndicatorTable(tables.Table):
    """Indicators with target, result, judgement and points, each leading to the page it is printed on."""

    level3 = tables.Column(
        verbose_name=_("指标"), orderable=False, empty_values=(), attrs={"td": {"class": "row-heading"}}
    )
    unit = tables.Column(verbose_name=_("单位和年度"), orderable=False)
    target = tables.Column(verbose_name=_("指标值"), orderable=False, empty_values=())
    actual = tables.Column(verbose_name=_("完成值"), orderable=False, default="—")
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
        shown = name if self.share else _link(reverse("disclosures:indicator", args=[record.pk]), name)
        return format_html('{}<span class="under">{} · {}</span>', shown, levels, project)

    def render_unit(self, record: PerformanceIndicator) -> SafeString:
        """Say whose and of which year it is."""
        year = gettext("%(year)s年") % {"year": record.fiscal_year}
        return format_html('{}<span class="under">{}</span>', record.unit.name, year)

    def render_target(self, record: PerformanceIndicator) -> SafeString:
        """Show the target as printed, with what sort of value it is."""
        kind = record.get_target_kind_display()
        return format_html('{}<span class="under">{}</span>', printed_target(record), kind)

    def render_verdict(self, record: PerformanceIndicator) -> SafeString:
        """Say the verdict with its sign and its reason."""
        return verdict_mark(record)

    def render_score(self, record: PerformanceIndicator) -> SafeString:
        """Show the points and, where some were lost, how many and why."""
        return points_text(record)

    def render_page(self, record: PerformanceIndicator) -> SafeString:
        """Lead to the page that the indicator is printed on."""
        words = gettext("第%(page)s页") % {"page": record.page} if record.page else gettext("出处")
        return _link(source_address("indicator", record.pk, self.share), words)


def printed_target(indicator: PerformanceIndicator) -> str:
    """Return a target as printed; one that is a bare number gets its sign and measure from their own columns."""
    if not _BARE_NUMBER.fullmatch(indicator.target):
        return indicator.target or "—"
    sign = Operator(indicator.operator).label if indicator.operator in _SIGNED else ""
    return f"{sign}{indicator.target}{indicator.measure}"


def _link(address: str, words: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', address, words)


def source_address(kind: str, pk: int, share: str = "") -> str:
    """Return the address of where an indicator or a project was printed, inside a shared link if there is one."""
    if share:
        return reverse("disclosures:shared_text_source", args=[share, kind, pk])
    return reverse("disclosures:text_source", args=[kind, pk])


VERDICT_SIGNS = {Verdict.MET: "✓", Verdict.MISSED: "✗", Verdict.UNJUDGED: "?"}


def verdict_mark(indicator: PerformanceIndicator) -> SafeString:
    """Return the verdict as sign and word, with its reason below."""
    verdict = Verdict(indicator.verdict)
    return format_html(
        '<span class="verdict verdict-{}"><span aria-hidden="true">{}</span> {}</span><span class="under">{}</span>',
        verdict,
        VERDICT_SIGNS[verdict],
        verdict.label,
        indicator.get_verdict_reason_display(),
    )


def points_text(indicator: PerformanceIndicator) -> SafeString:
    """Return score and weight, with what was lost and why."""
    if indicator.weight is None and indicator.score is None:
        return format_html("{}", "—")
    shown = f"{plain(indicator.score) or '—'} / {plain(indicator.weight) or '—'}"
    if not indicator.points_lost or indicator.points_lost <= 0:
        return format_html("{}", shown)
    reason = indicator.deviation_reason or gettext("未说明原因")
    lost = gettext("扣%(points)s分") % {"points": plain(indicator.points_lost)}
    return format_html('{}<span class="under lost" title="{}">{}</span>', shown, reason, lost)
