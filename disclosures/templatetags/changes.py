"""Show what two revisions say of the same thing: money exactly, in the page's unit, and in words what one lacks."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.translation import gettext as _

from disclosures.changes import Change, ChangedFigure, ChangedPart
from disclosures.comparison.display import SCALINGS, number_text, scaled
from disclosures.comparison.selection import MoneyScale
from disclosures.tables.money import scale_of

register = template.Library()

Side = Literal["before", "after"]
# The revision in which a thing that came or went is not found.
LACKING = {"before": Change.ADDED, "after": Change.REMOVED}


@register.simple_tag(takes_context=True)
def changed_amount(context: Context, figure: ChangedFigure, side: Side) -> str:
    """Show an amount of a statement as one of the revisions gives it."""
    return _in_words(figure.change, side) or _money(context, getattr(figure, side), _("无数字"))


@register.simple_tag(takes_context=True)
def changed_part(context: Context, change: Change, part: ChangedPart, side: Side) -> str:
    """Show one thing of a row as one of the revisions says it, with its unit."""
    if lacking := _in_words(change, side):
        return lacking
    told = getattr(part, side)
    if part.is_money and told is not None:
        return format_html("{} {}", _money(context, told, ""), scale_of(context.get("request")).label)
    if told is None:
        return _("未填写")
    return f"{number_text(told)}{part.unit}" if isinstance(told, Decimal) else str(told)


@register.simple_tag(takes_context=True)
def difference(context: Context, figure: ChangedFigure) -> str:
    """Show by how much an amount changed, with its sign; nothing where it cannot be computed."""
    by = figure.difference
    return "" if by is None else ("+" if by > 0 else "") + _money(context, by, "")


def exact_money(amount: Decimal, scale: MoneyScale) -> str:
    """Return yuan in a scale with thousands separators, never rounded: a change of one fen is to be seen."""
    whole = scaled(amount, scale)
    usual = whole.quantize(SCALINGS[scale].step)
    return f"{usual if usual == whole else whole.normalize():,f}"


def _in_words(change: Change, side: Side) -> str:
    return _("无此项") if LACKING[side] == change else ""


def _money(context: Context, amount: Decimal | None, missing: str) -> str:
    return missing if amount is None else exact_money(amount, scale_of(context.get("request")))
