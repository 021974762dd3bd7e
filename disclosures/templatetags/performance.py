"""Set indicators and projects in templates: numbers as printed, verdicts with sign, word and reason."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils.safestring import SafeString

from disclosures.models import PerformanceIndicator
from disclosures.tables.indicators import points_text, printed_target, verdict_mark
from disclosures.tables.performance import plain as plain_number

register = template.Library()


@register.filter
def plain(number: Decimal | None) -> str:
    """Return a number without trailing zeros."""
    return plain_number(number)


@register.filter
def verdict(indicator: PerformanceIndicator) -> SafeString:
    """Return an indicator's verdict with its reason."""
    return verdict_mark(indicator)


@register.filter
def points(indicator: PerformanceIndicator) -> SafeString:
    """Return an indicator's score, weight and loss."""
    return points_text(indicator)


@register.filter
def target(indicator: PerformanceIndicator) -> str:
    """Return an indicator's target as printed."""
    return printed_target(indicator)
