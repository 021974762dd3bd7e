"""Recover the rows of a table that stand outside its rules, at its top or bottom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from disclosures.amounts import parse_number
from disclosures.reading.lattice import Area, Lattice
from disclosures.reading.letters import SPACE, Row

# A row farther from the table than this many of its own heights does not belong to it.
NEAR = 1.2
# Letters may stand over the outer border by this much.
OVERHANG = 2.0
# An amount with thousands or two decimals, or a long number.
AMOUNT = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.,])\d+\.\d{2}|(?<!\d)\d{5,}")
_PROSE = re.compile("[，。；、：…]|万元|％|%")


@dataclass(frozen=True, slots=True)
class Recovery:
    """A lattice with the rows that were added to it, and rows of numbers beside it that fit none of its columns."""

    lattice: Lattice
    rows: tuple[Row, ...]
    doubtful: tuple[Row, ...]


def recover_rows(lattice: Lattice, outside: Sequence[Row]) -> Recovery:
    """Return a lattice extended by the rows of numbers next to it that keep to its columns."""
    taken: list[Row] = []
    doubtful: list[Row] = []
    for touches, extended, ordered in (
        (_below, _with_row_below, outside),
        (_above, _with_row_above, reversed(outside)),
    ):
        for row in ordered:
            if not touches(lattice, row) or "：" in row.text:
                continue
            if _is_row_of(lattice, row):
                lattice = extended(lattice, row)
                taken.append(row)
            elif looks_like_amounts(row.text):
                doubtful.append(row)
    return Recovery(lattice, tuple(taken), tuple(doubtful))


def looks_like_amounts(text: str) -> bool:
    """Tell whether a line holds amounts or codes and is no sentence."""
    return bool(AMOUNT.search(text)) and not _PROSE.search(text)


def _below(lattice: Lattice, row: Row) -> bool:
    gap = row.box.top - lattice.box.bottom
    return _within(lattice, row) and -OVERHANG <= gap <= NEAR * (row.box.bottom - row.box.top)


def _above(lattice: Lattice, row: Row) -> bool:
    gap = lattice.box.top - row.box.bottom
    return _within(lattice, row) and -OVERHANG <= gap <= NEAR * (row.box.bottom - row.box.top)


def _within(lattice: Lattice, row: Row) -> bool:
    return lattice.box.x0 - OVERHANG <= row.box.x0 and row.box.x1 <= lattice.box.x1 + OVERHANG


def _has_numbers(texts: Iterable[str]) -> bool:
    """Tell whether texts that stand apart are those of a row: one at least is a number."""
    numbers = [parse_number(text) is not None for text in texts]
    return len(numbers) > 1 and any(numbers)


def _is_row_of(lattice: Lattice, row: Row) -> bool:
    """Tell whether a line has texts in several columns, a number among them, and no word across a border."""
    columns = [list(letters) for _, letters in groupby(row.letters, key=lambda letter: lattice.position(letter)[1])]
    apart = all(right[0].x0 - left[-1].x1 > SPACE * left[-1].size for left, right in pairwise(columns))
    return apart and _has_numbers(Row(tuple(letters)).text for letters in columns)


def _with_row_below(lattice: Lattice, row: Row) -> Lattice:
    new = [Area(len(lattice.ys) - 1, column, 1, 1) for column in range(len(lattice.xs) - 1)]
    return replace(lattice, ys=(*lattice.ys, row.box.bottom + OVERHANG), areas=(*lattice.areas, *new))


def _with_row_above(lattice: Lattice, row: Row) -> Lattice:
    new = [Area(0, column, 1, 1) for column in range(len(lattice.xs) - 1)]
    moved = [replace(area, row=area.row + 1) for area in lattice.areas]
    return replace(lattice, ys=(row.box.top - OVERHANG, *lattice.ys), areas=(*new, *moved))
