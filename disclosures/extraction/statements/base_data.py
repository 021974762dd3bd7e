"""Read the basic data of a spending review (整体支出绩效评价基础数据表): amounts by year, and staff counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.amounts import MoneyUnit, is_blank, parse_amount, parse_number
from disclosures.evidence import Cell, Finding, Grid
from disclosures.extraction.readings import Fact, Figure
from disclosures.extraction.statements import doubts
from disclosures.extraction.statements.blocks import money_unit_in
from disclosures.extraction.statements.times import time_in
from disclosures.extraction.statements.words import (
    NATURE_ROWS,
    PUBLIC_EXPENSES,
    Meaning,
    plain,
    said,
    said_by_all,
    squeezed,
)
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import Direction, FactState, FigureUnit, Fund, Item, Nature

_FILLER = re.compile(r"[.．…。\s]*")
_STAFF = ((re.compile(r"编制"), "staff_established"), (re.compile(r"在职|在编|实有"), "staff_actual"))
_RATE = re.compile(r"率")
# More words than one beside the label, and none of them a number: the head of another part of the form.
_HEAD_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of the part with amounts: the headings of its columns in order, their places, their money unit."""

    headings: tuple[str, ...]
    places: tuple[int, ...]
    money_unit: MoneyUnit | None


@dataclass(frozen=True, slots=True)
class _Line:
    """One row with a label below that head, and its amount cells in the head's order."""

    number: int
    page: int | None
    label: str
    head: _Head
    cells: tuple[tuple[int, Cell], ...]


def base_data_facts(identity: Identity, table: StatementTable) -> tuple[list[Fact], list[Finding]]:
    """Return the amounts of a review's basic data and the doubts about them."""
    facts: list[Fact] = []
    findings: list[Finding] = []
    opened = Meaning()
    for line in _lines(table, findings):
        meaning = _meaning(line.label, opened)
        opened = _opened(line.label, meaning, opened)
        unit = line.head.money_unit or table.money_unit
        if unit is None and any(parse_number(cell.text) is not None for _, cell in line.cells):
            return [], [*findings, doubts.no_money_unit(table)]
        for (place, cell), heading in zip(line.cells, line.head.headings, strict=True):
            if parse_number(cell.text) is not None or is_blank(cell.text):
                facts.append(_fact(table, line, meaning, heading, place, cell, unit))
    return facts, findings


def _lines(table: StatementTable, findings: list[Finding]) -> Iterator[_Line]:
    """Yield the rows with amounts over all pages; a page without the head goes on under the one before."""
    head: _Head | None = None
    before = 0
    for grid in table.grids:
        if head is not None:
            head = _continued(head, grid)
            if head is None:
                findings.append(doubts.misfit(table, grid))
        for number, row in enumerate(grid.rows):
            if found := _head(row):
                head = found
            elif _is_other_head(row):
                head = None
            elif head is not None and (label := _label(row, head)):
                yield _Line(before + number, grid.page, label, head, tuple((n, row[n]) for n in head.places))
        before += len(grid.rows)


def _head(row: tuple[Cell, ...]) -> _Head | None:
    times = {n: time_in(cell.text) for n, cell in enumerate(row) if not cell.covered}
    places = tuple(n for n, time in times.items() if time.year and time.phase and len(squeezed(row[n].text)) < 16)
    if len(places) < _HEAD_WORDS:
        return None
    unit = next((unit for cell in row if (unit := money_unit_in(cell.text))), None)
    return _Head(tuple(squeezed(row[n].text) for n in places), places, unit)


def _continued(head: _Head, grid: Grid) -> _Head | None:
    """Return the head for a further page: the same columns, or as many columns with numbers in the same order."""
    holding = [n for n in range(1, grid.width) if any(parse_number(row[n].text) is not None for row in grid.rows)]
    if set(holding) <= set(head.places) and grid.width > head.places[-1]:
        return head
    return replace(head, places=tuple(holding)) if len(holding) == len(head.places) else None


def _is_other_head(row: tuple[Cell, ...]) -> bool:
    filled = [cell.text for cell in row[1:] if not is_blank(cell.text)]
    return len(filled) >= _HEAD_WORDS and all(parse_number(text) is None for text in filled)


def _label(row: tuple[Cell, ...], head: _Head) -> str | None:
    labels = [squeezed(cell.text) for cell in row[: head.places[0]] if not is_blank(cell.text)]
    return labels[-1] if labels and not _FILLER.fullmatch(labels[-1]) else None


def _meaning(label: str, opened: Meaning) -> Meaning:
    """Return what a line is; below 项目支出 and 公用经费 the lines are details without words of their own."""
    if nature := said_by_all(label.rstrip(":："), NATURE_ROWS):
        return nature
    if plain(label).startswith("政府采购"):
        return Meaning(Item.PROCUREMENT)
    if "基本支出" in label:
        return Meaning(nature=Nature.BASIC)
    if opened.nature:
        return Meaning(nature=opened.nature)
    return said(label, PUBLIC_EXPENSES) or Meaning()


def _opened(label: str, meaning: Meaning, opened: Meaning) -> Meaning:
    """Return the group that holds for the next line."""
    if meaning.item in (Item.PROJECT, Item.OPERATING_TOTAL, Item.PERSONNEL_TOTAL, Item.BASIC):
        return meaning
    return opened if meaning.nature is opened.nature else Meaning()


def _fact(
    table: StatementTable, line: _Line, meaning: Meaning, heading: str, place: int, cell: Cell, unit: MoneyUnit | None
) -> Fact:
    amount = parse_amount(cell.text, unit) if unit else None
    time = time_in(heading)
    return Fact(
        table=table.index,
        direction=Direction.EXPENDITURE,
        fiscal_year=time.year or 0,
        phase=time.phase,
        fund=Fund.ALL,
        nature=meaning.nature,
        item=meaning.item,
        heading=line.label,
        amount=amount,
        printed=cell.text,
        state=FactState.BLANK if amount is None else FactState.PRINTED,
        page=line.page,
        box=cell.box,
        row=line.number,
        column_number=place,
        column=heading,
    )


def staff_figures(table: StatementTable, identity: Identity) -> tuple[Figure, ...]:
    """Return the counts of posts (编制) and of staff (在职) that the form prints."""
    for grid in table.grids:
        for number, row in enumerate(grid.rows[:-1]):
            if any("编制" in cell.text for cell in row) and any("在职" in cell.text for cell in row):
                return tuple(_counts(grid, number, identity))
    return ()


def _counts(grid: Grid, number: int, identity: Identity) -> Iterator[Figure]:
    heads = [cell for cell in grid.rows[number] if not cell.covered]
    values = [cell for cell in grid.rows[number + 1] if not cell.covered]
    if len(heads) != len(values):
        return
    label = squeezed(heads[0].text)
    for head, cell in zip(heads[1:], _unshifted(heads[1:], values[1:]), strict=False):
        heading = squeezed(head.text)
        topic = next((topic for pattern, topic in _STAFF if pattern.search(heading)), None)
        count = parse_number(cell.text)
        if topic and count is not None:
            yield Figure(
                topic=topic,
                value=count,
                unit=FigureUnit.COUNT,
                fiscal_year=time_in(heading).year or identity.fiscal_year,
                page=grid.page,
                box=cell.box,
                sentence=f"{label}{heading}{squeezed(cell.text)}",
            )


def _unshifted(heads: list[Cell], values: list[Cell]) -> list[Cell]:
    """Undo a shift to the right by one column: no posts, and a head count where the rate of control belongs."""
    rates = [value for head, value in zip(heads, values, strict=False) if _RATE.search(head.text)]
    misplaced = any((count := parse_number(cell.text)) is not None and count > Decimal(1) for cell in rates)
    return values[1:] if misplaced and is_blank(values[0].text) else values
