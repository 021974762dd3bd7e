"""Set amounts in the unit the reader chose, never with more decimals than were printed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from disclosures.amounts import MoneyUnit, decimals
from disclosures.comparison.display import SCALINGS, SIGNS, money_text, scaled
from disclosures.comparison.result import CellState
from disclosures.comparison.selection import MoneyScale
from disclosures.models import Correction, LineItem
from disclosures.models.correctable import Correctable
from disclosures.models.corrected_fields import CorrectedField
from disclosures.sources.read_fields import was_read
from disclosures.vocabulary import FactState

MONEY_COOKIE = "money"
_UNITS: Mapping[MoneyScale, MoneyUnit] = {
    MoneyScale.YUAN: MoneyUnit.YUAN,
    MoneyScale.TEN_THOUSAND: MoneyUnit.TEN_THOUSAND,
    MoneyScale.HUNDRED_MILLION: MoneyUnit.HUNDRED_MILLION,
}


def scale_of(request: HttpRequest | None) -> MoneyScale:
    """Return the unit that the address asks for, else the one last chosen, else 万元."""
    if request is None:
        return MoneyScale.TEN_THOUSAND
    wanted = (request.GET.get(MONEY_COOKIE), request.COOKIES.get(MONEY_COOKIE))
    return next((MoneyScale(name) for name in wanted if name in MoneyScale.values), MoneyScale.TEN_THOUSAND)


def as_printed(amount: Decimal, scale: MoneyScale, printed: str, printed_in: str) -> str:
    """Return an amount with the decimals it was printed with, moved with the unit; what is left over is rounded."""
    unit = MoneyUnit.named(printed_in)
    if unit is None or not printed:
        return money_text(amount, scale)
    shift = (_UNITS[scale].value / unit.value).log10()
    places = decimals(printed) + int(shift)
    usual = -int(SCALINGS[scale].step.log10())
    kept = max(places if shift == 0 else min(places, usual), 0)
    return f"{scaled(amount, scale).quantize(Decimal(1).scaleb(-kept), ROUND_HALF_UP) + 0:,f}"


def line_item_text(
    item: LineItem, scale: MoneyScale, printed_in: str, correction: Correction | None = None
) -> SafeString:
    """Return an amount that opens its source, with its page for eye and ear; a blank cell as its sign."""
    place = _("原文第%(page)d页") % {"page": item.page} if item.page else ""
    source = f"{place} “{item.printed}”" if item.printed else place
    amount = correction.amount if correction else item.amount
    printed = "" if correction else item.printed
    missing = CellState.NOT_READ if item.state == FactState.UNREAD and correction is None else CellState.BLANK
    shown = absent(missing) if amount is None else as_printed(amount, scale, printed, printed_in)
    return format_html(
        '<a id="item-{}" class="to-source" data-source href="{}" title="{}">{}</a>{}',
        item.pk,
        reverse("disclosures:source", args=[item.pk]),
        source,
        shown,
        correction_mark(correction.printed) if correction else "",
    )


def text_source(kind: str, key: int, page: object) -> SafeString:
    """Return a page number that opens what was read from the page: a figure in the text, an indicator, a project."""
    address = reverse("disclosures:text_source", args=[kind, key])
    words = _("看出处：原文第%(page)s页") % {"page": page}
    return format_html('<a data-source href="{}" title="{}">{}</a>', address, words, page)


def correction_mark(printed: str = "") -> SafeString:
    """Return the sign of a figure or name that a person corrected, with what was printed."""
    words = _("已更正，原文为“%(printed)s”") % {"printed": printed} if printed else _("已更正")
    return format_html(
        '<span class="corrected" title="{0}"><span aria-hidden="true">{1}</span>'
        '<span class="visually-hidden">（{0}）</span></span>',
        words,
        _("更正"),
    )


def field_mark(row: Correctable, *fields: str) -> SafeString:
    """Return the signs of those of some fields of a row that a person corrected; nothing where none was."""
    corrected = (CorrectedField(field) for field in fields if field in row.as_read)
    return format_html_join("", "{}", ((correction_mark(was_read(row, field)),) for field in corrected))


def marked(row: Correctable, shown: object, *fields: str) -> SafeString:
    """Return what is shown of some fields of a row, marked where a person corrected one."""
    return format_html("{}{}", shown, field_mark(row, *fields))


def absent(state: CellState) -> SafeString:
    """Return the sign of a missing value, with its reason for eye and ear."""
    return with_words(SIGNS[state], CellState(state).label)


def with_words(sign: str | Promise, words: str | Promise) -> SafeString:
    """Return a sign in the place of a number, with what it means for eye and ear."""
    return format_html(
        '<span class="absent" title="{0}"><span aria-hidden="true">{1}</span>'
        '<span class="visually-hidden">{0}</span></span>',
        words,
        sign,
    )
