"""Set indicators and projects in templates: numbers as printed, verdicts with sign, word and reason."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from disclosures.models import PerformanceIndicator, Project
from disclosures.tables.indicators import points_text, source_link, target_as_printed, verdict_mark
from disclosures.tables.performance import plain as plain_number
from disclosures.tables.unprinted import text_of

register = template.Library()


@register.filter
def plain(number: Decimal | None) -> str:
    """Return a number without trailing zeros."""
    return plain_number(number)


@register.simple_tag(takes_context=True)
def goal_source(context: Context, kind: str, row: PerformanceIndicator | Project) -> SafeString:
    """Lead to the page that an indicator or a project is printed on; a chart's point of it opens the same link."""
    share: Any = context.get("share")
    return source_link(kind, row, share.slug if share else "")


@register.filter
def verdict(indicator: PerformanceIndicator) -> SafeString:
    """Return an indicator's verdict with its reason."""
    return verdict_mark(indicator)


@register.filter
def points(indicator: PerformanceIndicator) -> SafeString:
    """Return an indicator's score, weight and loss."""
    return points_text(indicator)


@register.filter
def actual(indicator: PerformanceIndicator) -> SafeString:
    """Return an indicator's result as printed, or the sign of why there is none."""
    return text_of(indicator, "actual")


@register.filter
def target(indicator: PerformanceIndicator) -> SafeString:
    """Return an indicator's target as printed, marked where a person corrected it."""
    return target_as_printed(indicator)
