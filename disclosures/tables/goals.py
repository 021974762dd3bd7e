"""List the performance indicators of everything published."""

from __future__ import annotations

import django_filters
import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from disclosures.models import PerformanceIndicator
from disclosures.models.indicator_questions import IndicatorQuerySet
from disclosures.tables.performance import FIGURE, plain, target_text


class GoalFilter(django_filters.FilterSet):
    """Narrow the indicators by words, by unit and by year."""

    q = django_filters.CharFilter(method="speaking_of", label=_("指标或项目"))
    unit = django_filters.CharFilter(method="of_units", label=_("单位"))
    year = django_filters.NumberFilter(field_name="fiscal_year", label=_("年度"))

    class Meta:
        model = PerformanceIndicator
        fields = ("q", "unit", "year")

    def speaking_of(self, indicators: IndicatorQuerySet, name: str, words: str) -> IndicatorQuerySet:
        """Keep the indicators that the words occur in."""
        return indicators.speaking_of(words)

    def of_units(self, indicators: IndicatorQuerySet, name: str, words: str) -> IndicatorQuerySet:
        """Keep the indicators of the units that the words name."""
        return indicators.of_units(words)


class GoalTable(tables.Table):
    """Indicators with their unit, project, target and result."""

    unit = tables.Column(verbose_name=_("单位"))
    fiscal_year = tables.Column(verbose_name=_("年度"))
    project = tables.Column(verbose_name=_("项目"), default=_("单位整体"), orderable=False)
    level3 = tables.Column(verbose_name=_("指标"), orderable=False, attrs={"td": {"class": "long"}})
    target = tables.Column(verbose_name=_("指标值"), default="", orderable=False, empty_values=())
    actual = tables.Column(verbose_name=_("完成值"), default="", orderable=False)
    score = tables.Column(verbose_name=_("得分"), attrs=FIGURE, default="", orderable=False)

    class Meta:
        template_name = "disclosures/tables/list.html"

    def render_unit(self, record: PerformanceIndicator) -> SafeString:
        """Link to the indicators of the disclosure."""
        address = reverse("disclosures:disclosure", args=[record.revision.disclosure_id])
        return format_html('<a href="{}?tab=indicators">{}</a>', address, record.unit)

    def render_target(self, record: PerformanceIndicator) -> str:
        """Show the sign, the value and its measure."""
        return target_text(record)

    def render_score(self, record: PerformanceIndicator) -> str:
        """Show the score beside the weight it is out of."""
        out_of = f" / {plain(record.weight)}" if record.weight is not None else ""
        return plain(record.score) + out_of
