"""Lay out the rows of a comparison: totals first, then codes or items with their parents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from disclosures.codes import comparable, name_of, parent_code
from disclosures.comparison.answers import Answers
from disclosures.comparison.dimensions import LISTED, TOTAL, Dimension
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.result import Row
from disclosures.comparison.selection import Selection
from disclosures.models import LineItem


def lay_out(selection: Selection, answers: Answers) -> tuple[Row, ...]:
    """Return the rows that any column has figures for, those the selection keeps, as they are listed."""
    present = set().union(*(answer.cells for answer in answers.values()))
    if selection.dimension == Dimension.HEADLINE:
        return kept(_headlines(present), selection.only)
    return kept(_of_dimension(selection, answers, present), selection.only)


def _of_dimension(selection: Selection, answers: Answers, present: set[str]) -> list[Row]:
    total = [Row(key=TOTAL, label=_("合计"), is_total=True)] if TOTAL in present else []
    if selection.dimension in LISTED:
        return [*total, *_items(LISTED[selection.dimension], present)]
    deepest = 1 + 2 * int(selection.level)
    codes = sorted(key for key in present if key != TOTAL and len(key) <= deepest)
    return [*total, *_codes(codes, answers)]


def kept(rows: Sequence[Row], only: str) -> tuple[Row, ...]:
    """Keep the rows whose code begins with the words or whose name holds them, below those kept that they belong to."""
    if not only:
        return tuple(rows)
    found = {row.key: row for row in rows if not row.is_total and (row.key.startswith(only) or only in str(row.label))}
    places = _places(found, {row.key: row.parent for row in rows}.get)
    return tuple(replace(row, parent=places[key].parent, depth=places[key].depth) for key, row in found.items())


class _Place(NamedTuple):
    """Below which row another stands, and how deep."""

    parent: str | None
    depth: int


def _places(keys: Iterable[str], parent_of: Callable[[str], str | None]) -> Mapping[str, _Place]:
    """Place each row below the nearest above it that is there too, as deep as there are such; parents come first."""
    places: dict[str, _Place] = {}
    for key in keys:
        parent = parent_of(key)
        while parent is not None and parent not in places:
            parent = parent_of(parent)
        places[key] = _Place(parent, 0 if parent is None else places[parent].depth + 1)
    return places


def _headlines(present: set[str]) -> list[Row]:
    """Return every headline that some column has; what none prints would be a row of gaps."""
    return [Row(key=one.headline.value, label=one.headline.label) for one in HEADLINES if one.headline in present]


def _items(listed: Mapping[Any, Any], present: set[str]) -> list[Row]:
    parents = {item.value: parent and parent.value for item, parent in listed.items()}
    labels = {item.value: item.label for item in listed if item.value in present}
    places = _places(labels, parents.get)
    return [
        Row(key=key, label=label, parent=places[key].parent, depth=places[key].depth) for key, label in labels.items()
    ]


def _codes(codes: Sequence[str], answers: Answers) -> list[Row]:
    names, places = {code: name_of(code) for code in codes}, _places(codes, parent_code)
    printed = _printed_names([code for code, name in names.items() if name is None], answers)
    return [
        Row(key=code, label=name or printed.get(code, code), parent=places[code].parent, depth=places[code].depth)
        for code, name in names.items()
    ]


def _printed_names(codes: Sequence[str], answers: Answers) -> dict[str, str]:
    """Return the names that most units print for some codes that no list knows, in the last year that has them.

    They are few, and asked for by themselves: names make up a tenth of what fetching a figure takes.
    """
    items = {code: _of_the_last_year(code, answers) for code in codes}
    headings = LineItem.objects.headings(chain.from_iterable(items.values())) if items else {}
    names = {
        code: Counter(comparable(headings[item]) for item in found if headings[item]) for code, found in items.items()
    }
    return {code: counted.most_common(1)[0][0] for code, counted in names.items() if counted}


def _of_the_last_year(code: str, answers: Answers) -> list[int]:
    printed = {place: answer.cells[code].line_item for place, answer in answers.items() if code in answer.cells}
    last = max(place.year for place in printed)
    return [item for place, item in printed.items() if place.year == last and item]
