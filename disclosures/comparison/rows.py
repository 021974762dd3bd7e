"""Lay out the rows of a comparison: totals first, then codes or items with their parents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from disclosures.codes import comparable, name_of, parent_code
from disclosures.comparison.answers import Answer
from disclosures.comparison.dimensions import LISTED, TOTAL, Dimension
from disclosures.comparison.headline import HEADLINES
from disclosures.comparison.result import Cell, Row
from disclosures.comparison.selection import Order, Selection


def lay_out(selection: Selection, answers: Sequence[Answer]) -> tuple[Row, ...]:
    """Return the rows that any column has figures for, those the selection keeps, as they are listed."""
    rows = _headlines(answers) if selection.dimension == Dimension.HEADLINE else _of_dimension(selection, answers)
    return kept(rows, selection.only)


def _of_dimension(selection: Selection, answers: Sequence[Answer]) -> list[Row]:
    present = set().union(*(answer.cells for answer in answers))
    total = [Row(key=TOTAL, label=_("合计"), is_total=True)] if TOTAL in present else []
    if selection.dimension in LISTED:
        return [*total, *_items(LISTED[selection.dimension], present)]
    deepest = 1 + 2 * int(selection.level)
    codes = sorted(key for key in present if key != TOTAL and len(key) <= deepest)
    return [*total, *_codes(codes, _printed_names(answers))]


def kept(rows: Sequence[Row], only: str) -> tuple[Row, ...]:
    """Keep the rows whose code begins with the words or whose name holds them; an orphan becomes a top row."""
    if not only:
        return tuple(rows)
    found = [row for row in rows if not row.is_total and (row.key.startswith(only) or only in str(row.label))]
    keys = {row.key for row in found}
    return tuple(row if row.parent in keys else replace(row, parent=None) for row in found)


def in_order(rows: Sequence[Row], cells: Mapping[tuple[str, int], Cell], order: Order) -> tuple[Row, ...]:
    """Order rows among their siblings by the largest value that is shown; children stay below their parents."""
    if order == Order.LISTED:
        return tuple(rows)
    largest: dict[str, Decimal] = {}
    for (key, _number), cell in cells.items():
        if cell.value is not None:
            largest[key] = max(cell.value, largest.get(key, cell.value))
    children: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        children[row.parent].append(row)
    for siblings in children.values():
        siblings.sort(key=lambda row: _weight(row, largest.get(row.key), order))
    return tuple(_descend(children, None))


def _weight(row: Row, largest: Decimal | None, order: Order) -> tuple[bool, bool, Decimal]:
    """Totals stand first; rows without any value last, whichever way the others go."""
    value = largest or Decimal(0)
    return not row.is_total, largest is None, -value if order == Order.LARGEST else value


def _descend(children: Mapping[str | None, Sequence[Row]], parent: str | None) -> Iterator[Row]:
    for row in children.get(parent, ()):
        yield row
        yield from _descend(children, row.key)


def _headlines(answers: Sequence[Answer]) -> list[Row]:
    """Return every headline that some column has; what none prints would be a row of gaps."""
    present = set().union(*(answer.cells for answer in answers))
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


def _printed_names(answers: Sequence[Answer]) -> dict[str, str]:
    """Return by code the name that most columns print, for codes that no list knows."""
    printed = Counter(said for answer in answers for said in answer.headings.items())
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for (code, heading), times in printed.items():
        if heading:
            names[code][comparable(heading)] += times
    return {code: counted.most_common(1)[0][0] for code, counted in names.items()}
