"""Say in words what a filter was asked for."""

from __future__ import annotations

import django_filters


def chosen_in_words(asked: django_filters.FilterSet) -> list[tuple[str, str]]:
    """Return the label and the value of each field that is filled in."""
    said = asked.form.cleaned_data if asked.form.is_valid() else {}
    found = []
    for name, value in said.items():
        if value in (None, ""):
            continue
        field = asked.form.fields[name]
        words = dict(getattr(field, "choices", ()))
        found.append((str(field.label), str(words.get(value, value))))
    return found
