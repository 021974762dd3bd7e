"""Cross the rows of a block with its columns: one fact for each amount, a doubt for each that is unsure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.amounts import is_blank, parse_number
from disclosures.evidence import Finding
from disclosures.extraction.readings import Fact
from disclosures.extraction.statements import doubts
from disclosures.extraction.statements.blocks import AmountColumn
from disclosures.extraction.statements.interpretation import RowMeaning, interpret
from disclosures.extraction.statements.kinds import Settled
from disclosures.extraction.statements.sheets import BlockRow
from disclosures.extraction.statements.shifts import is_shifted
from disclosures.extraction.statements.times import Time
from disclosures.extraction.statements.words import NATURE_ROWS, TOTALS, Meaning, is_total, said_by_all
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Direction, FactState, Fund, Item, Phase, TableKind

_TOTALS = frozenset({Item.TOTAL, Item.CURRENT_YEAR_TOTAL, Item.THREE_PUBLIC})


@dataclass(frozen=True, slots=True)
class Frame:
    """What all amounts of one statement share."""

    table: StatementTable
    settled: Settled
    year: int
    phase: Phase | None


@dataclass(slots=True)
class _Doubtful:
    """The places of a block met so far that could not be read with certainty, one finding for each sort."""

    columns: dict[AmountColumn, list[BlockRow]] = field(default_factory=dict)
    assigned: dict[AmountColumn, list[BlockRow]] = field(default_factory=dict)
    nameless: list[BlockRow] = field(default_factory=list)
    cut: list[BlockRow] = field(default_factory=list)
    shifted: list[BlockRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    without_unit: bool = False

    def all(self, table: StatementTable) -> list[Finding]:
        found = list(self.findings)
        found.extend(doubts.unknown_column(table, column, rows) for column, rows in self.columns.items())
        found.extend(doubts.assigned_column(table, column, rows) for column, rows in self.assigned.items())
        if self.nameless:
            found.append(doubts.nameless_row(table, self.nameless))
        if self.cut:
            found.append(doubts.cut_row(table, self.cut))
        if self.shifted:
            found.append(doubts.shifted_row(table, self.shifted))
        if self.without_unit:
            found.append(doubts.no_money_unit(table))
        return found


def block_facts(frame: Frame, rows: Sequence[BlockRow], units: frozenset[str]) -> tuple[list[Fact], list[Finding]]:
    """Return the facts of one block and the doubts about it."""
    facts: list[Fact] = []
    doubtful = _Doubtful()
    for place, (placed, meaning) in enumerate(zip(rows, interpret(rows, frame.settled, units), strict=True)):
        if meaning.time.ratio or meaning.counts:
            continue
        if _is_cut(place, rows):
            doubtful.cut.append(placed)
            continue
        if is_shifted(placed.block, placed.labels, placed.row.cells):
            doubtful.shifted.append(placed)
            continue
        if placed.has_numbers and placed.labels.empty and placed.block.labels and not meaning.heading:
            doubtful.nameless.append(placed)
        if meaning.odd_code and placed.has_numbers:
            doubtful.findings.append(doubts.odd_code(frame.table, meaning.odd_code, placed))
        for amount in placed.block.amounts:
            facts.extend(_cell_facts(frame, placed, meaning, amount, doubtful))
    return facts, doubtful.all(frame.table)


def _is_cut(place: int, rows: Sequence[BlockRow]) -> bool:
    """Tell whether a page begins with amounts under a bare name after a code without amounts: one row, cut in two."""
    if re.fullmatch(r"[^无]", rows[place].labels.name or ""):
        return rows[place].has_numbers
    if not place or rows[place - 1].row.page == rows[place].row.page:
        return False
    above, row = rows[place - 1], rows[place]
    bare = (
        row.has_numbers and row.labels.code is None and bool(row.labels.names) and not is_total(row.labels.name or "")
    )
    return bare and above.labels.code is not None and not above.has_numbers


def _cell_facts(
    frame: Frame, placed: BlockRow, meaning: RowMeaning, amount: AmountColumn, doubtful: _Doubtful
) -> list[Fact]:
    """Return the fact of one cell, or none where the cell says nothing or its column is unsure."""
    cell = placed.row.cells[amount.column.number]
    number = parse_number(cell.text)
    if cell.covered or amount.time.ratio:
        return []
    if number is None and not is_blank(cell.text):
        if re.search(r"\d", cell.text):
            doubtful.findings.append(doubts.unreadable_amount(frame.table, placed, amount.column.number))
        return []
    if number is None and placed.labels.empty:
        return []
    if not amount.known and placed.block.labels:
        if number is not None:
            doubtful.columns.setdefault(amount, []).append(placed)
        return []
    unit = amount.money_unit or frame.table.money_unit
    if number is not None and unit is None:
        doubtful.without_unit = True
        return []
    if amount.assigned and number is not None:
        doubtful.assigned.setdefault(amount, []).append(placed)
    yuan = None if number is None or unit is None else number * unit.value
    return [_fact(frame, placed, meaning, amount, yuan)]


def _fact(frame: Frame, placed: BlockRow, meaning: RowMeaning, amount: AmountColumn, yuan: Decimal | None) -> Fact:
    column, cell = amount.column, placed.row.cells[amount.column.number]
    own = amount.meaning if placed.block.labels else _headed_only(amount)
    heading = meaning.heading if placed.block.labels else column.heading
    time = amount.time.then(meaning.time)
    return Fact(
        table=frame.table.index,
        direction=_direction(own, meaning.meaning, placed.block.direction),
        fiscal_year=_year(time, frame.year),
        phase=None if time.change else time.phase or frame.phase,
        fund=_fund(own.fund or meaning.meaning.fund, frame.settled.fund),
        nature=own.nature or meaning.meaning.nature or frame.settled.nature,
        function=meaning.function,
        economic=meaning.economic,
        item=_item(own.item, meaning, frame.settled),
        heading=heading,
        amount=yuan,
        printed=cell.text,
        state=FactState.BLANK if yuan is None else FactState.PRINTED,
        page=placed.row.page,
        box=cell.box,
        row=placed.row.number,
        column_number=column.number,
        column="/".join(column.path) or None,
    )


def _headed_only(amount: AmountColumn) -> Meaning:
    """Return what an amount is that only its heading names, in a statement without labels of rows."""
    heading = amount.column.heading
    row = said_by_all(heading, TOTALS, NATURE_ROWS) or Meaning()
    meaning = amount.meaning
    return Meaning(
        meaning.item or row.item, meaning.nature or row.nature, meaning.fund, meaning.direction or row.direction
    )


def _direction(column: Meaning, row: Meaning, block: Direction) -> Direction:
    if Direction.BALANCE in (column.direction, row.direction):
        return Direction.BALANCE
    return column.direction or row.direction or block


def _fund(printed: Fund | None, settled: Fund) -> Fund:
    """Return the fund printed; 财政拨款 in a statement of one budget is that budget's."""
    narrower = settled not in (Fund.ALL, Fund.FISCAL)
    return settled if printed is None or (printed is Fund.FISCAL and narrower) else printed


def _year(time: Time, year: int) -> int:
    """Return the year named; 上年 is the year before, but the change against it is this year's."""
    if time.year is not None and not time.change:
        return time.year
    return year - 1 if time.prior and not time.change else year


def _item(column: Item | None, row: RowMeaning, settled: Settled) -> Item | None:
    """Return what the amount is: the column's word beside a code or a total, the row's own word before a total."""
    if row.function or row.economic:
        return (column or Item.TOTAL) if settled.kind is TableKind.REVENUE else column
    own = row.meaning.item
    if column is None or (own is not None and own not in _TOTALS and column in _TOTALS):
        return own
    return column
