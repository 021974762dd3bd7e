"""Say at the end of a hover text where the figure was printed."""

from __future__ import annotations

from django.utils.translation import gettext as _


def page_words(page: int | None) -> str:
    """Return the last line of a hover text: the page of the original; nothing where there are no pages."""
    return "<br>" + _("原文第%(page)s页") % {"page": page} if page else ""
