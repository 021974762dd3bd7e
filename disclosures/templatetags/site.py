"""Help the shell of every page: where one is, how fresh the data are, which address follows."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from disclosures.models import Revision

register = template.Library()


@register.filter
def words(text: str) -> list[str]:
    """Split a template's literal into its words, to loop over them."""
    return text.split()


@register.simple_tag(takes_context=True)
def current_section(context: Context, *names: str) -> SafeString:
    """Mark a navigation link as the page's own section."""
    request: HttpRequest | None = context.get("request")
    match = request.resolver_match if request else None
    return mark_safe('aria-current="true"' if match and match.url_name in names else "")


@register.simple_tag
def data_date() -> datetime | None:
    """Return when the newest published revision was published."""
    return Revision.objects.last_published_at()


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changes: object) -> str:
    """Return the page's query with some parameters changed; None takes one away."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"
