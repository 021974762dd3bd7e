"""Step from a figure to the next one of its row or column."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from disclosures.models import LineItem


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The printed figures next to one, by id; None at the edge of the table."""

    left: int | None = None
    right: int | None = None
    above: int | None = None
    below: int | None = None


ALONE = Neighbours()


def neighbours_of(item: LineItem, within: Collection[int] | None = None) -> Neighbours:
    """Return the nearest printed figures of a line item's row and column; ``within`` says which may be opened."""
    if item.row is None or item.column_number is None:
        return ALONE
    cross = Q(row=item.row) | Q(column_number=item.column_number)
    found = item.table.line_items.printed().filter(cross).exclude(pk=item.pk).places()
    open_to = {place: key for place, key in found.items() if within is None or key in within}
    row = {column: key for (at, column), key in open_to.items() if at == item.row}
    column = {at: key for (at, number), key in open_to.items() if number == item.column_number}
    return Neighbours(
        left=_last_before(row, item.column_number),
        right=_first_after(row, item.column_number),
        above=_last_before(column, item.row),
        below=_first_after(column, item.row),
    )


def _last_before(keys: dict[int, int], place: int) -> int | None:
    return max(((at, key) for at, key in keys.items() if at < place), default=(0, None))[1]


def _first_after(keys: dict[int, int], place: int) -> int | None:
    return min(((at, key) for at, key in keys.items() if at > place), default=(0, None))[1]
