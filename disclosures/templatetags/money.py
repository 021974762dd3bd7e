"""Set money in templates: in the chosen unit, with a sign for what is missing and for which way it changed."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from disclosures.comparison.display import NOT_COMPUTABLE, SIGNS, money_text
from disclosures.comparison.result import CellState
from disclosures.comparison.selection import MoneyScale
from disclosures.tables.money import absent, scale_of, with_words

register = template.Library()


@register.simple_tag(takes_context=True)
def money(context: Context, amount: Decimal | None, missing: str = CellState.BLANK) -> SafeString:
    """Show yuan in the page's unit, or the sign of why there is none."""
    if amount is None:
        return absent(CellState(missing))
    return format_html('<span class="figure">{}</span>', money_text(amount, scale_of(context.get("request"))))


@register.simple_tag(takes_context=True)
def money_unit(context: Context) -> str:
    """Return the page's money unit in words."""
    return str(scale_of(context.get("request")).label)


@register.simple_tag(name="absent")
def absent_sign(state: str) -> SafeString:
    """Show the sign of a missing value."""
    return absent(CellState(state))


@register.simple_tag
def not_computed(state: CellState | None) -> SafeString:
    """Show why there is no share: the sign of the amount that is missing, or that nothing is divided by nought."""
    return with_words(NOT_COMPUTABLE, _("无法计算")) if state is None else absent(state)


@register.inclusion_tag("disclosures/partials/signs.html")
def signs(*states: str) -> dict[str, object]:
    """Say what the signs of missing values mean, none of which is a zero; of all where none is named."""
    asked = [CellState(state) for state in states] or list(SIGNS)
    return {"signs": [(SIGNS[state], state.label) for state in asked]}


@register.simple_tag
def change(now: Decimal | None, before: Decimal | None) -> str:
    """Say by how many percent an amount changed, with sign and word; nothing where it cannot be computed."""
    if now is None or not before:
        return ""
    percent = ((now - before) * 100 / abs(before)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    word = _("增长") if percent > 0 else _("下降") if percent < 0 else _("持平")
    return f"{word} {percent:+,f}%" if percent else word


@register.inclusion_tag("disclosures/partials/money_switch.html", takes_context=True)
def money_switch(context: Context) -> dict[str, object]:
    """Offer 元, 万元 and 亿元 for the whole page."""
    request = context["request"]
    return {"request": request, "chosen": scale_of(request), "scales": MoneyScale, "csrf_token": context["csrf_token"]}
