"""Compare the figures, goals and prose of two revisions by what they mean, not by where they stand."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from disclosures.amounts import from_fen
from disclosures.changes.pairing import differing_pairs
from disclosures.models import Correction, Figure, Finding, LineItem, PerformanceIndicator, Revision


class Change(StrEnum):
    """What became of a figure."""

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


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A goal's value or a figure in prose that differs, as printed."""

    change: Change
    name: str
    before: str
    after: str


def changed_figures(before: Revision, after: Revision) -> Iterator[ChangedFigure]:
    """Yield the amounts that differ, corrections of people taken into account."""
    corrected = Correction.objects.standing().of_revisions([before, after]).amounts()

    def amount(item: LineItem) -> int | None:
        return corrected.get(item.pk, item.amount_fen)

    for old, new in differing_pairs(_items(before), _items(after), _meaning, amount):
        row = new or old
        assert row is not None
        yield ChangedFigure(
            change=_kind(old, new),
            table=str(row.table),
            heading=row.heading,
            column=row.column,
            page=row.page,
            before=from_fen(amount(old)) if old else None,
            after=from_fen(amount(new)) if new else None,
        )


def changed_indicators(before: Revision, after: Revision) -> Iterator[ChangedText]:
    """Yield the performance indicators whose target or result differs."""

    def shown(row: PerformanceIndicator) -> str:
        return " / ".join(text for text in (row.target, row.actual) if text)

    first, second = (revision.indicators.select_related("project") for revision in (before, after))
    for old, new in differing_pairs(first, second, _indicator, shown):
        row = new or old
        assert row is not None
        yield ChangedText(_kind(old, new), row.level3, shown(old) if old else "", shown(new) if new else "")


def changed_prose(before: Revision, after: Revision) -> Iterator[ChangedText]:
    """Yield the figures in prose that differ."""

    def shown(row: Figure) -> str:
        return f"{row.value} {row.get_unit_display()}"

    for old, new in differing_pairs(before.figures.all(), after.figures.all(), _statement, shown):
        row = new or old
        assert row is not None
        yield ChangedText(_kind(old, new), row.sentence, shown(old) if old else "", shown(new) if new else "")


def changed_findings(before: Revision, after: Revision) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that are solved, and those that are new."""
    solved, found = [], []
    for old, new in differing_pairs(before.findings.all(), after.findings.all(), _truth, _truth):
        solved += [old] if old else []
        found += [new] if new else []
    return solved, found


def _items(revision: Revision) -> Iterator[LineItem]:
    return revision.line_items.select_related("table").order_by("table__index", "row", "column_number").iterator()


def _meaning(item: LineItem) -> Hashable:
    """Return what makes two amounts the same figure: all its dimensions, and its name where it has no code."""
    name = "" if item.function or item.economic or item.item else item.heading
    dimensions = (item.direction, item.phase, item.fund, item.nature, item.function, item.economic, item.item)
    return item.table_kind, item.fiscal_year, *dimensions, name


def _indicator(row: PerformanceIndicator) -> Hashable:
    return row.project.name if row.project else "", row.level1, row.level2, row.level3


def _statement(row: Figure) -> Hashable:
    return row.topic, row.fiscal_year, row.phase, row.direction, row.unit


def _truth(row: Finding) -> Hashable:
    return row.code, row.message


def _kind(old: object, new: object) -> Change:
    if old is None:
        return Change.ADDED
    return Change.REMOVED if new is None else Change.CHANGED
