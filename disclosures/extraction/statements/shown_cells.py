"""Show a person the cells that they are to judge: what a column prints, and which digits could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from disclosures.amounts import is_blank, parse_number
from disclosures.evidence import Cell
from disclosures.extraction.statements.blocks import AmountColumn
from disclosures.extraction.statements.headers import Path
from disclosures.extraction.statements.kinds import settled
from disclosures.extraction.statements.sheets import BlockRow, sheet_of
from disclosures.recognition.statements import StatementTable

_DIGIT = re.compile(r"\d")


def first_values(table: StatementTable, path: Path, most: int) -> tuple[tuple[str, str], ...]:
    """Return the names and prints of the first rows in which the column under some headings prints anything."""
    found = (
        (row.labels.name or row.labels.code or "", cell.text)
        for row, amount, cell in _cells(table)
        if amount.column.path == path and not is_blank(cell.text)
    )
    return tuple(islice(found, most))


def unreadable(table: StatementTable) -> tuple[tuple[int, int, Cell], ...]:
    """Return the cells of amount columns that print digits and no amount, with their rows and columns in the table."""
    return tuple(
        (row.row.number, amount.column.number, cell) for row, amount, cell in _cells(table) if is_unreadable(cell.text)
    )


def is_unreadable(text: str) -> bool:
    """Tell whether a cell has digits and is no amount."""
    return parse_number(text) is None and not is_blank(text) and _DIGIT.search(text) is not None


def _cells(table: StatementTable) -> Iterator[tuple[BlockRow, AmountColumn, Cell]]:
    for rows in sheet_of(table, settled(table.kind, table.title)).blocks:
        for row in rows:
            for amount in row.block.amounts:
                yield row, amount, row.row.cells[amount.column.number]
