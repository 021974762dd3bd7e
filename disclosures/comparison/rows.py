"""Lay out the rows of a comparison: totals first, then codes or items with their parents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

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
    """Keep the rows whose code begins with the words or whose name holds them; an orphan becomes a top row."""
    if not only:
        return tuple(rows)
    found = [row for row in rows if not row.is_total and (row.key.startswith(only) or only in str(row.label))]
    keys = {row.key for row in found}
    return tuple(row if row.parent in keys else replace(row, parent=None) for row in found)


def _headlines(present: set[str]) -> list[Row]:
    """Return every headline that some column has; what none prints would be a row of gaps."""
    return [Row(key=one.headline.value, label=one.headline.label) for one in HEADLINES if one.headline in present]


def _items(listed: Mapping[Any, Any], present: set[str]) -> list[Row]:
    rows: list[Row] = []
    depths: dict[str, int] = {}
    for item, parent in listed.items():
        if item.value not in present:
            continue
        known = parent.value if parent is not None and parent.value in depths else None
        depths[item.value] = 0 if known is None else depths[known] + 1
        rows.append(Row(key=item.value, label=item.label, depth=depths[item.value], parent=known))
    return rows


def _codes(codes: Sequence[str], answers: Answers) -> list[Row]:
    listed, names = set(codes), {code: name_of(code) for code in codes}
    printed = _printed_names([code for code, name in names.items() if name is None], answers)
    return [
        Row(
            key=code,
            label=name or printed.get(code, code),
            depth=(len(code) - 3) // 2,
            parent=parent if (parent := parent_code(code)) in listed else None,
        )
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
