"""Set the public ledger of corrections: what was printed and read, what it was put right to, by whom and why."""

from __future__ import annotations

from decimal import Decimal

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.amounts import MoneyUnit
from disclosures.models import Correction
from disclosures.models.corrections import CorrectionQuerySet


class CorrectionTable(tables.Table):
    """Corrections, the newest first; amounts in the unit of their printed table."""

    made_at = tables.DateColumn(format="Y-m-d", verbose_name=_("日期"), attrs={"td": {"class": "tabular text-nowrap"}})
    where = tables.Column(accessor="line_item", verbose_name=_("数据"), attrs={"td": {"class": "long"}})
    field = tables.Column(accessor="get_field_display", verbose_name=_("更正内容"))
    printed = tables.Column(verbose_name=_("原文"), empty_values=(), attrs={"td": {"class": "tabular"}})
    value = tables.Column(verbose_name=_("更正为"), empty_values=(), attrs={"td": {"class": "tabular"}})
    cause = tables.Column(accessor="get_cause_display", verbose_name=_("原因"))
    reason = tables.Column(verbose_name=_("说明"), attrs={"td": {"class": "long"}})
    made_by = tables.Column(verbose_name=_("更正人"), default="")
    reverted_at = tables.Column(verbose_name=_("状态"), empty_values=())

    class Meta:
        template_name = "disclosures/tables/list.html"
        orderable = False

    def __init__(self, corrections: CorrectionQuerySet) -> None:
        super().__init__(corrections)

    def render_where(self, record: Correction) -> SafeString:
        """Name the figure with a link to its source."""
        item = record.line_item
        words = f"{item.revision.disclosure} {item.table}：{item.heading or item.get_item_display()}"
        return format_html('<a href="{}">{}</a>', reverse("disclosures:source", args=[item.pk]), words)

    def render_printed(self, record: Correction) -> str:
        """Show what was printed."""
        return record.printed or gettext("（空白）")

    def render_value(self, record: Correction) -> str:
        """Show what it was put right to."""
        return corrected_text(record)

    def render_reverted_at(self, record: Correction) -> str:
        """Say whether the correction stands."""
        if record.stands:
            return gettext("有效")
        return gettext("%(date)s 撤销") % {"date": f"{record.reverted_at:%Y-%m-%d}"}


def corrected_text(correction: Correction) -> str:
    """Return a corrected value as people read it: an amount in the unit that its table prints."""
    if correction.field != Correction.Field.AMOUNT:
        return correction.value
    if correction.amount is None:
        return gettext("（空白）")
    unit = MoneyUnit.named(correction.line_item.table.money_unit) or MoneyUnit.YUAN
    exact = (correction.amount / unit.value).normalize()
    shown = exact if exact.as_tuple().exponent < -2 else exact.quantize(Decimal("0.01"))  # type: ignore[operator]
    return f"{shown:,f} {unit.label}"
