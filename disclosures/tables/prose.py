"""Set the text of a disclosure with its figures marked, and the figures as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import django_tables2 as tables
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.display import money_text
from disclosures.comparison.selection import MoneyScale
from disclosures.models import Figure, Section
from disclosures.tables.money import marked, text_source
from disclosures.tables.topics import topic_label
from disclosures.vocabulary import FigureUnit

FIGURE = {"td": {"class": "figure"}, "th": {"class": "figure"}}


@dataclass(frozen=True, slots=True)
class MarkedSection:
    """A passage whose sentences with figures are marked."""

    title: str
    page: int | None
    text: SafeString


def marked_sections(sections: Iterable[Section], figures: Sequence[Figure]) -> list[MarkedSection]:
    """Return the passages with every sentence that a figure was read from marked by what was read."""
    read: dict[str, list[str]] = {}
    for figure in figures:
        read.setdefault(figure.sentence, []).append(topic_label(figure.topic))
    return [MarkedSection(one.title, one.page, _marked(one.text, read)) for one in sections]


def _marked(text: str, read: dict[str, list[str]]) -> SafeString:
    present = sorted((sentence for sentence in read if sentence and sentence in text), key=len, reverse=True)
    if not present:
        return conditional_escape(text)
    pieces = re.split("(" + "|".join(map(re.escape, present)) + ")", text)
    return mark_safe("".join(_piece(piece, read) for piece in pieces))


def _piece(piece: str, read: dict[str, list[str]]) -> SafeString:
    if piece not in read:
        return conditional_escape(piece)
    said = gettext("读出：%(topics)s") % {"topics": "、".join(dict.fromkeys(read[piece]))}
    return format_html('<mark title="{}">{}</mark>', said, piece)


class FigureTable(tables.Table):
    """The amounts, shares and counts stated in the text."""

    topic = tables.Column(verbose_name=_("主题"))
    fiscal_year = tables.Column(verbose_name=_("年度"), default="", attrs={"td": {"class": "tabular"}})
    phase = tables.Column(accessor="get_phase_display", verbose_name=_("阶段"), default="")
    value = tables.Column(verbose_name=_("数值"), attrs=FIGURE)
    sentence = tables.Column(verbose_name=_("原句"), attrs={"td": {"class": "long"}})
    page = tables.Column(verbose_name=_("页码"), attrs=FIGURE, default="")

    class Meta:
        template_name = "disclosures/tables/list.html"
        orderable = False

    def __init__(self, figures: Sequence[Figure], scale: MoneyScale) -> None:
        self.scale = scale
        super().__init__(figures)

    def render_topic(self, value: str) -> str:
        """Show the topic in words."""
        return topic_label(value)

    def render_value(self, record: Figure) -> SafeString:
        """Show amounts in the page's unit, shares in percent, counts plainly."""
        return marked(record, self._value(record), "value")

    def _value(self, record: Figure) -> str:
        try:
            number = Decimal(record.value)
        except InvalidOperation:
            return record.value
        if record.unit == FigureUnit.YUAN:
            return f"{money_text(number, self.scale)} {self.scale.label}"
        return f"{number:,f}%" if record.unit == FigureUnit.PERCENT else f"{number:,f}"

    def render_page(self, record: Figure) -> SafeString:
        """Lead to the page that the figure stands on."""
        return text_source("figure", record.pk, record.page)
