"""List units with what they have published, and one unit's filings."""

from __future__ import annotations

import django_filters
import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.models import Revision, Unit
from disclosures.models.units import UnitQuerySet


class UnitFilter(django_filters.FilterSet):
    """Narrow the list by words and by place."""

    q = django_filters.CharFilter(method="named_like", label=_("名称、曾用名、拼音首字母或代码"))
    region = django_filters.AllValuesFilter(field_name="region", label=_("地区"), empty_label=_("全部地区"))

    class Meta:
        model = Unit
        fields = ("q", "region")

    def named_like(self, units: UnitQuerySet, name: str, words: str) -> UnitQuerySet:
        """Keep the units that the words name."""
        return units.named_like(words)


class UnitTable(tables.Table):
    """Units with their place, supervising department and the number of disclosures published."""

    name = tables.Column(linkify=("disclosures:unit", {"pk": tables.A("pk")}), verbose_name=_("单位"))
    code = tables.Column(default="", verbose_name=_("代码"), attrs={"td": {"class": "tabular"}})
    region = tables.Column(default="", verbose_name=_("地区"))
    supervising_department = tables.Column(default="", verbose_name=_("主管部门"), orderable=False)
    published = tables.Column(
        verbose_name=_("已发布文件"), attrs={"td": {"class": "figure"}, "th": {"class": "figure"}}
    )

    class Meta:
        template_name = "disclosures/tables/list.html"
        order_by = ("-published", "name")


class FilingTable(tables.Table):
    """What one unit has published, newest first."""

    disclosure = tables.Column(verbose_name=_("文件"))
    scope = tables.Column(accessor="disclosure__get_scope_display", default="", verbose_name=_("口径"))
    number = tables.Column(verbose_name=_("版次"))
    published_at = tables.DateColumn(format="Y-m-d", verbose_name=_("发布日期"), attrs={"td": {"class": "tabular"}})
    doubts = tables.Column(verbose_name=_("待核对"), attrs={"td": {"class": "figure"}, "th": {"class": "figure"}})

    class Meta:
        template_name = "disclosures/tables/list.html"
        orderable = False

    def render_disclosure(self, record: Revision) -> SafeString:
        """Name the filing by year and kind, since the page says whose it is."""
        filed = record.disclosure
        words = gettext("%(year)s年%(kind)s") % {"year": filed.fiscal_year_id, "kind": filed.get_kind_display()}
        return format_html('<a href="{}">{}</a>', reverse("disclosures:disclosure", args=[filed.pk]), words)

    def render_number(self, value: int) -> str:
        """Say which revision it is."""
        return gettext("第%(number)s版") % {"number": value}
