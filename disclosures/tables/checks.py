"""List what the checks found in everything published."""

from __future__ import annotations

import django_filters
import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.models import Finding
from disclosures.models.findings import FindingQuerySet
from disclosures.vocabulary import Severity


class FindingFilter(django_filters.FilterSet):
    """Narrow the findings by severity, by unit and by year."""

    severity = django_filters.ChoiceFilter(choices=Severity.choices, label=_("程度"), empty_label=_("错误和疑点"))
    unit = django_filters.CharFilter(method="about_unit", label=_("单位"))
    year = django_filters.NumberFilter(field_name="revision__disclosure__fiscal_year", label=_("年度"))

    class Meta:
        model = Finding
        fields = ("severity", "unit", "year")

    def about_unit(self, findings: FindingQuerySet, name: str, words: str) -> FindingQuerySet:
        """Keep the findings about the units that the words name."""
        return findings.about_units(words)

    def filter_queryset(self, queryset: FindingQuerySet) -> FindingQuerySet:
        """Leave hints out unless they are asked for: they need no answer."""
        chosen: FindingQuerySet = super().filter_queryset(queryset)
        return chosen if self.form.cleaned_data.get("severity") else chosen.open()


class FindingTable(tables.Table):
    """Findings with the disclosure they are about."""

    severity = tables.Column(verbose_name=_("程度"), orderable=False, attrs={"td": {"class": "brief"}})
    message = tables.Column(verbose_name=_("说明"), orderable=False, attrs={"td": {"class": "long"}})
    disclosure = tables.Column(
        accessor="revision__disclosure", verbose_name=_("文件"), order_by=("revision__disclosure__unit__name",)
    )
    year = tables.Column(accessor="revision__disclosure__fiscal_year_id", verbose_name=_("年度"))
    pages = tables.Column(verbose_name=_("页码"), orderable=False, attrs={"td": {"class": "tabular"}})

    class Meta:
        template_name = "disclosures/tables/list.html"

    def render_severity(self, record: Finding) -> SafeString:
        """Show the severity as a word, coloured."""
        words = record.get_severity_display()
        return format_html('<span class="severity severity-{}">{}</span>', record.severity, words)

    def render_disclosure(self, record: Finding) -> SafeString:
        """Link to the findings of the disclosure."""
        filed = record.revision.disclosure
        address = reverse("disclosures:disclosure", args=[filed.pk])
        words = gettext("%(unit)s%(kind)s") % {"unit": filed.unit, "kind": filed.get_kind_display()}
        return format_html('<a href="{}?tab=findings">{}</a>', address, words)

    def render_pages(self, value: list[int]) -> str:
        """List the pages."""
        return "、".join(map(str, value))
