"""Set the public ledger of corrections: what was printed, what it was put right to, in which office and why."""

from __future__ import annotations

from typing import Any

import django_filters
import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.models import Correction
from disclosures.models.corrections import CorrectionQuerySet
from disclosures.sources.corrections import ShownCorrection, shown_corrections

STANDING, TAKEN_BACK = "standing", "taken_back"
STATES = [(STANDING, _("有效")), (TAKEN_BACK, _("已撤销"))]


class CorrectionFilter(django_filters.FilterSet):
    """Narrow the corrections by unit, year, kind of error and whether they stand; or ask for one by its number."""

    unit = django_filters.CharFilter(method="about_unit", label=_("单位"))
    year = django_filters.NumberFilter(field_name="revision__disclosure__fiscal_year", label=_("年度"))
    cause = django_filters.ChoiceFilter(choices=Correction.Cause.choices, label=_("原因"), empty_label=_("全部"))
    state = django_filters.ChoiceFilter(choices=STATES, method="in_state", label=_("状态"), empty_label=_("全部"))
    number = django_filters.NumberFilter(field_name="pk", label=_("编号"))

    class Meta:
        model = Correction
        fields = ("unit", "year", "cause", "state", "number")

    def about_unit(self, corrections: CorrectionQuerySet, name: str, words: str) -> CorrectionQuerySet:
        """Keep the corrections of the units that the words name."""
        return corrections.about_units(words)

    def in_state(self, corrections: CorrectionQuerySet, name: str, state: str) -> CorrectionQuerySet:
        """Keep the corrections that stand, or those that do not."""
        return corrections.standing() if state == STANDING else corrections.taken_back()


class CorrectionTable(tables.Table):
    """Corrections, the newest first; amounts in the unit of their printed table."""

    number = tables.Column(verbose_name=_("编号"), attrs={"td": {"class": "tabular"}})
    made_at = tables.DateColumn(format="Y-m-d", verbose_name=_("日期"), attrs={"td": {"class": "tabular text-nowrap"}})
    where = tables.Column(accessor="name", verbose_name=_("数据"), attrs={"td": {"class": "long"}})
    field = tables.Column(verbose_name=_("更正内容"))
    printed = tables.Column(verbose_name=_("原文"), attrs={"td": {"class": "tabular"}})
    value = tables.Column(verbose_name=_("更正为"), attrs={"td": {"class": "tabular"}})
    cause = tables.Column(verbose_name=_("原因"), attrs={"td": {"class": "text-nowrap"}})
    reason = tables.Column(verbose_name=_("说明"), attrs={"td": {"class": "long"}})
    office = tables.Column(verbose_name=_("更正部门"), default="")
    person = tables.Column(verbose_name=_("更正人"), default="")
    state = tables.Column(accessor="reverted_at", verbose_name=_("状态"), empty_values=())

    class Meta:
        template_name = "disclosures/tables/list.html"
        orderable = False
        # On a phone the first column stays in sight.
        sequence = ("where", "field", "printed", "value", "cause", "reason", "office", "person", "made_at", "...")

    def __init__(self, corrections: Any, *, names: bool) -> None:
        super().__init__(shown_corrections(corrections, names=names), exclude=() if names else ("person",))

    def render_where(self, record: ShownCorrection) -> SafeString:
        """Name what was corrected with its document, table and page, and a link to its source."""
        page = gettext("第 %(page)s 页") % {"page": record.page} if record.page else ""
        return format_html(
            '<a href="{}">{}</a><span class="under">{} {} {}</span>',
            record.source,
            record.name,
            record.disclosure,
            record.table,
            page,
        )

    def render_cause(self, record: ShownCorrection) -> SafeString:
        """Show the kind of error as a tag."""
        return format_html('<span class="tag cause-{}">{}</span>', record.cause, record.cause_label)

    def render_state(self, record: ShownCorrection) -> str:
        """Say whether the correction stands."""
        if record.reverted_at is None:
            return gettext("有效")
        return gettext("%(date)s 撤销") % {"date": f"{record.reverted_at:%Y-%m-%d}"}
