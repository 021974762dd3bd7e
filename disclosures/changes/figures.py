"""Compare the amounts in the statements of two revisions by what they mean, not by where they stand."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from disclosures.amounts import from_fen
from disclosures.changes.pairing import differing_pairs
from disclosures.models import Correction, LineItem, Revision


class Change(StrEnum):
    """What became of a figure, a goal or a statement."""

    ADDED = "新增"
    CHANGED = "变更"
    REMOVED = "删除"


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """One amount that differs: what it is called, where it stands now, and its two values in yuan."""

    change: Change
    table: str
    heading: str
    column: str
    page: int | None
    before: Decimal | None
    after: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """Return by how much it changed, where both are known."""
        return None if self.before is None or self.after is None else self.after - self.before


def changed_figures(before: Revision, after: Revision) -> Iterator[ChangedFigure]:
    """Yield the amounts that differ, corrections of people taken into account; a cell that was and is blank is none."""
    corrected = Correction.objects.standing().of_revisions([before, after]).amounts()

    def amount(item: LineItem) -> int | None:
        return corrected.get(item.pk, item.amount_fen)

    for old, new in differing_pairs(_items(before), _items(after), _meaning, amount):
        row = new or old
        assert row is not None
        if all(one is None or amount(one) is None for one in (old, new)):
            continue
        yield ChangedFigure(
            change=change_of(old, new),
            table=str(row.table),
            heading=row.heading,
            column=row.column,
            page=row.page,
            before=from_fen(amount(old)) if old else None,
            after=from_fen(amount(new)) if new else None,
        )


def _items(revision: Revision) -> Iterator[LineItem]:
    return revision.line_items.select_related("table").order_by("table__index", "row", "column_number").iterator()


def _meaning(item: LineItem) -> Hashable:
    """Return what makes two amounts the same figure: all its dimensions, and its name where it has no code."""
    name = "" if item.function or item.economic or item.item else item.heading
    dimensions = (item.direction, item.phase, item.fund, item.nature, item.function, item.economic, item.item)
    return item.table_kind, item.fiscal_year, *dimensions, name


def change_of(old: object, new: object) -> Change:
    """Return what became of a thing that two revisions say, or only one of them."""
    if old is None:
        return Change.ADDED
    return Change.REMOVED if new is None else Change.CHANGED
