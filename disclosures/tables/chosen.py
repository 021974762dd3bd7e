"""Say in words what a filter was asked for."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

# How a list is ordered is no condition of it.
NO_CONDITION = ("sort",)
UNKNOWN_YEAR = _("看不懂的年度，没有按年度筛选；请写四位数字，如 2024")


def chosen_in_words(asked: django_filters.FilterSet) -> list[tuple[str, str]]:
    """Return the label and the value of each condition that is filled in."""
    found = []
    for name, value in understood(asked).items():
        if value in (None, "") or name in NO_CONDITION:
            continue
        field = asked.form.fields[name]
        words = dict(getattr(field, "choices", ()))
        found.append((str(field.label), str(words.get(value, value))))
    return found


def understood(asked: django_filters.FilterSet) -> dict[str, Any]:
    """Return the conditions that were understood; one that was not leaves the others in force."""
    if not asked.form.is_bound:
        return {}
    asked.form.is_valid()  # reads the address; what was understood of it stands even where not all was
    said: dict[str, Any] = asked.form.cleaned_data
    return said
