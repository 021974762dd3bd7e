"""Make room in a draft for what a person reads in a cell whose digits the parser could not read as an amount."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Grid
from disclosures.extraction.readings import Fact
from disclosures.extraction.statements.shown_cells import is_unreadable, unreadable
from disclosures.extraction.statements.tables import extract_facts
from disclosures.ingest.line_items import line_items
from disclosures.ingest.remembered import remembered_for
from disclosures.ingest.storable import storable_box
from disclosures.ingest.stored_documents import stored_identity, stored_table
from disclosures.models import Finding, LineItem, Revision, StatementTable
from disclosures.recognition.statements import StatementTable as ReadTable
from disclosures.vocabulary import FactState, TableKind

DOUBT = "unread.amount"
# Stands in for what is printed while the statement is asked what an amount in this cell would be, and in which unit.
_ONE = "1"


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell that could not be read, as the line item that it would be; ``unit`` is what its amount is printed in."""

    item: LineItem
    unit: MoneyUnit

    @property
    def key(self) -> str:
        """Return what tells the cell from the others of its doubt."""
        return f"{self.item.row}-{self.item.column_number}"


def unread_cells(finding: Finding) -> tuple[UnreadCell, ...]:
    """Return the cells that a doubt is about, as far as a line item of them says all but the amount."""
    if finding.code != DOUBT or finding.table is None:
        return ()
    return tuple(_cells_of(finding, finding.table))


def _cells_of(finding: Finding, table: StatementTable) -> Iterator[UnreadCell]:
    boxes = {tuple(box) for _page, box in finding.boxes}
    for row, column, cell in unreadable(stored_table(table)):
        is_here = tuple(storable_box(cell.box) or ()) in boxes if boxes else f"“{cell.text}”" in finding.message
        if is_here and (found := _cell(table, row, column)):
            yield found


def same_cell(revision: Revision, item: LineItem) -> LineItem | None:
    """Return the line item, not stored yet, of a cell that could not be read in an earlier reading of a file either."""
    if item.state != FactState.UNREAD or item.row is None or item.column_number is None:
        return None
    for table in revision.tables.filter(kind=item.table.kind, label=item.table.label):
        found = _cell(table, item.row, item.column_number)
        if found and found.item.printed == item.printed:
            return found.item
    return None


def _cell(table: StatementTable, row: int, column: int) -> UnreadCell | None:
    """Return a cell as the statement would read it if it printed an amount; None where it would not read it either."""
    read = stored_table(table)
    printed = _text_at(read, row, column)
    if not is_unreadable(printed) or TableKind(table.kind) is TableKind.OTHER:
        return None
    fact = _fact(table.revision, _with_one(read, row, column), row, column)
    if fact is None or fact.amount is None:
        return None
    (item, *_), _unstorable = line_items(table.revision, {read.index: table}, [fact])
    item.amount_fen, item.printed, item.state = None, printed, FactState.UNREAD
    return UnreadCell(item, MoneyUnit(fact.amount))


def _fact(revision: Revision, table: ReadTable, row: int, column: int) -> Fact | None:
    identity = stored_identity(revision)
    facts, _doubts = extract_facts(identity, [table], remembered_for(identity, revision.disclosure))
    return next((fact for fact in facts if (fact.row, fact.column_number) == (row, column)), None)


def _text_at(table: ReadTable, row: int, column: int) -> str:
    rows = [cells for grid in table.grids for cells in grid.rows]
    return rows[row][column].text if row < len(rows) and column < len(rows[row]) else ""


def _with_one(table: ReadTable, row: int, column: int) -> ReadTable:
    firsts = accumulate((len(grid.rows) for grid in table.grids), initial=0)
    return replace(
        table,
        grids=tuple(_replaced(grid, row - first, column) for grid, first in zip(table.grids, firsts, strict=False)),
    )


def _replaced(grid: Grid, row: int, column: int) -> Grid:
    if not 0 <= row < len(grid.rows):
        return grid
    cells = list(grid.rows[row])
    cells[column] = replace(cells[column], text=_ONE)
    return replace(grid, rows=(*grid.rows[:row], tuple(cells), *grid.rows[row + 1 :]))
