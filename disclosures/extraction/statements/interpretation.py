"""Interpret the rows of one block in order: codes, names, groups, subtotals, carried labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.codes import functional_class, is_departmental, is_functional, is_government
from disclosures.extraction.statements.items import (
    Group,
    by_nature,
    classes_are_numbered,
    group_at,
    group_below,
    ordinal_style,
    public_row,
    purchase_row,
    revenue_row,
    spending_row,
)
from disclosures.extraction.statements.kinds import ECONOMIC_STATEMENTS, Settled
from disclosures.extraction.statements.rows import Label, Labels
from disclosures.extraction.statements.sheets import BlockRow
from disclosures.extraction.statements.subtotals import Owner, owners
from disclosures.extraction.statements.times import NO_TIME, Time, time_in
from disclosures.extraction.statements.words import (
    NO_MEANING,
    PUBLIC_EXPENSES,
    Meaning,
    is_count,
    is_subtotal,
    is_total,
    said,
)
from disclosures.vocabulary import Direction, Item, TableKind

_UNIT_CODE = re.compile(r"\d{6}|\d{8,}|0\d+")
# Names of bodies end so; in a table by codes a row without a code that is named so is a unit's total.
_BODY = re.compile(r"(?:局|委|会|中心|办公室|厅|院|所|站|校|大学|中学|小学|队|处|部|馆|社|机关|本级|园|场)$")

# 预备费, 其他支出, 转移性支出, 债务还本支出, 债务付息支出: in a list by nature these names are no functional classes.
_ALSO_NATURES = frozenset({"227", "229", "230", "231", "232"})


@dataclass(frozen=True, slots=True)
class RowMeaning:
    """What the amounts of a row are, as far as its labels say.

    ``odd_code`` is a code of no known form; ``counts`` tells that the row counts things and holds no amounts.
    """

    meaning: Meaning = NO_MEANING
    function: str | None = None
    economic: str | None = None
    heading: str | None = None
    time: Time = NO_TIME
    odd_code: str | None = None
    counts: bool = False


def interpret(rows: Sequence[BlockRow], settled: Settled, units: frozenset[str]) -> list[RowMeaning]:
    """Return the meaning of each row of a block."""
    reader = _Reader(rows, settled, units)
    return [reader.read(place, placed) for place, placed in enumerate(rows)]


def _names_public_total(rows: Sequence[BlockRow]) -> bool:
    """Tell whether a row with amounts is named 三公经费, so that the rows 合计 hold more (meetings, training)."""
    found = [said(row.labels.name or "", PUBLIC_EXPENSES) for row in rows if row.has_numbers]
    return any(meaning is not None and meaning.item is Item.THREE_PUBLIC for meaning in found)


class _Reader:
    """Reads the rows of one block downwards, remembering the group and the label that go on."""

    def __init__(self, rows: Sequence[BlockRow], settled: Settled, units: frozenset[str]) -> None:
        names = [placed.labels.name or "" for placed in rows]
        self.settled = settled
        self.units = units
        self.owners = owners(rows)
        self.coded = any(placed.labels.code for placed in rows)
        self.classes = not self.coded and settled.kind not in ECONOMIC_STATEMENTS
        self.by_nature = by_nature(names)
        self.numbered = classes_are_numbered(names)
        self.public_total = Item.TOTAL if _names_public_total(rows) else Item.THREE_PUBLIC
        self.group = Group()
        self.heading: str | None = None

    def read(self, place: int, placed: BlockRow) -> RowMeaning:
        """Return the meaning of the next row."""
        labels = placed.labels
        if labels.empty:
            carried = self.settled.kind is TableKind.PROCUREMENT
            return RowMeaning(heading=self.heading if carried else None)
        if owner := self.owners.get(place):
            return self._subtotal(owner, labels, placed.block.direction)
        if labels.code and not _UNIT_CODE.fullmatch(labels.code):
            return self._coded(labels)
        if not labels.names:
            return self._owned(labels)
        return self._named(labels, placed.block.direction)

    def _coded(self, labels: Labels) -> RowMeaning:
        """Read a row by its codes: of the economic codes the government's in the government's statement."""
        government = self.settled.kind is TableKind.BASIC_EXPENDITURE_GOVERNMENT
        families = (is_government, is_departmental) if government else (is_departmental, is_government)
        economic = next((code for family in families if (code := labels.longest(family))), None)
        function = labels.longest(is_functional)
        if function or economic:
            return RowMeaning(function=function, economic=economic, heading=labels.named_by(function or economic))
        odd, by_economic = labels.code, self.settled.kind in ECONOMIC_STATEMENTS
        return RowMeaning(
            function=None if by_economic else odd,
            economic=odd if by_economic else None,
            heading=labels.name,
            odd_code=odd,
        )

    def _subtotal(self, owner: Owner, labels: Labels, direction: Direction) -> RowMeaning:
        if owner.code:
            named = next((name for name in labels.names if not is_subtotal(name.text)), labels.names[-1])
            return self._coded(Labels(codes=(Label(owner.code, named.column),), names=(named,)))
        return RowMeaning(self._meaning(owner.name or "", direction), heading=labels.name)

    def _owned(self, labels: Labels) -> RowMeaning:
        """Read a row named by its unit, its year or a unit's code alone: a total."""
        time = time_in(labels.year) if labels.year else Time()
        return RowMeaning(Meaning(Item.TOTAL), heading=labels.year or labels.owner, time=time)

    def _named(self, labels: Labels, direction: Direction) -> RowMeaning:
        purchase = self.settled.kind is TableKind.PROCUREMENT
        label = labels.names[0].text if purchase else labels.names[-1].text
        self.heading = label
        if self.classes and direction is Direction.EXPENDITURE and (code := self._class(label)):
            self.group = Group()
            return RowMeaning(function=code, heading=label)
        if self._is_unit(label, labels):
            return RowMeaning(Meaning(Item.TOTAL), heading=label)
        self.group = group_at(self.group, label)
        meaning = self._meaning(label, direction)
        self.group = group_below(self.group, label, meaning)
        counts = self.settled.kind is TableKind.THREE_PUBLIC and is_count(label)
        return RowMeaning(meaning, heading=label, time=self._row_time(label), counts=counts)

    def _class(self, label: str) -> str | None:
        if self.numbered and ordinal_style(label) is None:
            return None
        code = functional_class(label)
        return None if self.by_nature and code in _ALSO_NATURES else code

    def _is_unit(self, label: str, labels: Labels) -> bool:
        if label in self.units:
            return True
        unit_code = labels.code is not None and _UNIT_CODE.fullmatch(labels.code) is not None
        body = _BODY.search(re.sub(r"[（(][^（）()]*[)）]$", "", label))
        return unit_code or (self.coded and body is not None and not is_total(label))

    def _meaning(self, label: str, direction: Direction) -> Meaning:
        kind = self.settled.kind
        group = self.group if not self.coded else Group()
        if kind is TableKind.THREE_PUBLIC:
            return public_row(label, self.public_total)
        if kind is TableKind.PROCUREMENT:
            return purchase_row(label)
        return (revenue_row if direction is Direction.REVENUE else spending_row)(label, group)

    def _row_time(self, label: str) -> Time:
        """Return the year and phase in a row's name; only 三公 statements list years downwards."""
        return time_in(label) if self.settled.kind is TableKind.THREE_PUBLIC else Time()
