"""Lay out the rows of a comparison: totals first, then codes or items with their parents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from disclosures.codes import comparable, name_of, parent_code
from disclosures.comparison.dimensions import LISTED_ITEMS, ROW_FIELDS, TOTAL, TOTAL_ITEMS, Dimension
from disclosures.comparison.figures import Printed
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.result import Row
from disclosures.comparison.selection import Selection
from disclosures.vocabulary import Item


def key_of(dimension: Dimension, cell: Printed) -> str:
    """Return the row that a cell belongs to: its code, its item, ``total``, or nothing."""
    key: str = getattr(cell, ROW_FIELDS[dimension])
    if cell.item in TOTAL_ITEMS[dimension] and not cell.function and not cell.economic:
        return TOTAL
    if dimension in LISTED_ITEMS and key not in LISTED_ITEMS[dimension]:
        return ""
    return key


def lay_out(selection: Selection, answers: Sequence[Mapping[str, Printed]]) -> tuple[Row, ...]:
    """Return the rows that any column has figures for, in reading order."""
    if selection.dimension == Dimension.HEADLINE:
        return _headlines(answers)
    present = {key for answer in answers for key in answer}
    total = [Row(key=TOTAL, label=_("合计"), is_total=True)] if TOTAL in present else []
    if selection.dimension in LISTED_ITEMS:
        return (*total, *_items(LISTED_ITEMS[selection.dimension], present))
    deepest = 1 + 2 * int(selection.level)
    codes = sorted(key for key in present if key != TOTAL and len(key) <= deepest)
    return (*total, *_codes(codes, _printed_names(answers)))


def _headlines(answers: Sequence[Mapping[str, Printed]]) -> tuple[Row, ...]:
    """Return every headline that some column has; what none prints would be a row of gaps."""
    present = {key for answer in answers for key in answer}
    return tuple(Row(key=one.headline.value, label=one.headline.label) for one in HEADLINES if one.headline in present)


def _items(listed: Mapping[Item, Item | None], present: set[str]) -> list[Row]:
    rows: list[Row] = []
    depths: dict[str, int] = {}
    for item, parent in listed.items():
        if item.value not in present:
            continue
        known = parent.value if parent is not None and parent.value in depths else None
        depths[item.value] = 0 if known is None else depths[known] + 1
        rows.append(Row(key=item.value, label=item.label, depth=depths[item.value], parent=known))
    return rows


def _codes(codes: Sequence[str], printed: Mapping[str, str]) -> list[Row]:
    listed = set(codes)
    return [
        Row(
            key=code,
            label=name_of(code) or printed.get(code, code),
            depth=(len(code) - 3) // 2,
            parent=parent if (parent := parent_code(code)) in listed else None,
        )
        for code in codes
    ]


def _printed_names(answers: Sequence[Mapping[str, Printed]]) -> dict[str, str]:
    """Return by code the name that most columns print, for codes that no list knows."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for answer in answers:
        for code, cell in answer.items():
            if cell.heading:
                names[code][comparable(cell.heading)] += 1
    return {code: counted.most_common(1)[0][0] for code, counted in names.items()}
