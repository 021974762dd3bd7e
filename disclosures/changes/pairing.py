"""Pair what two revisions say of the same thing, where a thing may be printed more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

Row = TypeVar("Row")


def differing_pairs(
    before: Iterable[Row],
    after: Iterable[Row],
    key: Callable[[Row], Hashable],
    value: Callable[[Row], Hashable],
) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield (before, after) of all that differs, in the order of the newer; None where one side says nothing of it.

    Rows of one key are the same thing. Where a key occurs several times, equal values pair first, the rest in order.
    """
    old, new = _grouped(before, key), _grouped(after, key)
    for each in [*new, *(gone for gone in old if gone not in new)]:
        yield from _differing(old.get(each, ()), new.get(each, ()), value)


def _grouped(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> dict[Hashable, list[Row]]:
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)


def _differing(
    before: Sequence[Row], after: Sequence[Row], value: Callable[[Row], Hashable]
) -> Iterator[tuple[Row | None, Row | None]]:
    left, right = list(before), []
    for row in after:
        twin = next((index for index, old in enumerate(left) if value(old) == value(row)), None)
        if twin is None:
            right.append(row)
        else:
            del left[twin]
    yield from zip_longest(left, right)
