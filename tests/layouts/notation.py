"""Write a disclosure as it is printed, each row and column beside what its amounts mean: the facts by construction.

A table is text. Cells stand between bars; ``<`` is covered by the cell to its left, ``^`` by the one above. The line
that begins with ``=`` ends the header and says what each column is: ``.`` a label, ``-`` no amount (a serial number,
a percentage), ``?`` an amount that cannot be read with certainty, else words such as ``n:basic``. What follows ``#``
says what a row is; blocks that stand side by side are parted by ``;``, and ``!`` marks a block without facts.

Words: ``i:`` item, ``n:`` nature, ``f:`` fund, ``d:`` direction, ``p:`` phase, ``y:`` years from the disclosure's,
``h:`` heading, bare digits the code. A row's word comes before the table's, a column's before the row's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

UNITS = {"元": 1, "百元": 100, "千元": 1_000, "万元": 10_000, "亿元": 100_000_000}
FIELDS = ("kind", "direction", "year", "phase", "fund", "nature", "function", "economic", "item", "heading", "amount")
_SHORT = {"i": "item", "n": "nature", "f": "fund", "d": "direction", "p": "phase", "y": "year", "h": "heading"}
_BY_CODE = {"2": "function", "3": "economic", "5": "economic"}
_NUMBERLESS = {"", "-", "—", "/", "<", "^"}

Facts = Counter[tuple[object, ...]]
Words = dict[str, object]


@dataclass(frozen=True, slots=True)
class Printed:
    """One table: its kind, the lines above it, the grid in the notation, and what all its amounts share."""

    kind: str
    above: tuple[str, ...]
    text: str
    says: str = ""
    unit: str = "万元"
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A disclosure: where its layout is in use, its cover, its year and kind, its tables."""

    name: str
    cover: tuple[str, ...]
    year: int
    tables: tuple[Printed, ...]
    kind: str = "budget"


@dataclass(frozen=True, slots=True)
class Place:
    """A printed cell with its spans; None stands where another cell covers the place."""

    text: str
    rowspan: int = 1
    colspan: int = 1


def lines_of(table: Printed) -> list[str]:
    """Return the lines of the notation without the one that says what the columns are."""
    return [line.split(" #")[0] for line in _lines(table) if not line.startswith("=")]


def cells_of(table: Printed) -> list[list[str]]:
    """Return the printed cells, with the marks of merged ones."""
    return [_cells(line) for line in lines_of(table)]


def places_of(table: Printed) -> list[list[Place | None]]:
    """Return the grid with merged cells as spans."""
    rows = cells_of(table)
    return [[_place(rows, r, c) for c in range(len(row))] for r, row in enumerate(rows)]


def _place(rows: list[list[str]], r: int, c: int) -> Place | None:
    if rows[r][c] in "<^" and rows[r][c]:
        return None
    colspan = 1
    while c + colspan < len(rows[r]) and rows[r][c + colspan] == "<":
        colspan += 1
    rowspan = 1
    while r + rowspan < len(rows) and rows[r + rowspan][c] == "^":
        rowspan += 1
    return Place(rows[r][c], rowspan, colspan)


def facts_of(document: Document) -> Facts:
    """Return the facts that a document prints."""
    return Counter(fact for table in document.tables for fact in _facts(document, table))


def is_unsure(document: Document) -> bool:
    """Tell whether some column cannot be read with certainty, so that a finding has to say so."""
    return any("?" in _columns(table) for table in document.tables)


def _facts(document: Document, table: Printed) -> Iterator[tuple[object, ...]]:
    phase = "outturn" if document.kind == "final_accounts" else "approved"
    common: Words = {"direction": "expenditure", "phase": phase, "fund": "all", "year": 0, **_words(table.says)}
    columns = _columns(table)
    lines = _lines(table)
    body = lines[next(n for n, line in enumerate(lines) if line.startswith("=")) + 1 :]
    for line in body:
        printed, _, meaning = line.partition(" #")
        blocks = [part.strip() for part in meaning.split(";")] if meaning else []
        for block, column, text in zip(_blocks(columns), columns, _cells(printed), strict=True):
            if column in (".", "-", "?") or text in _NUMBERLESS or block >= len(blocks) or blocks[block] == "!":
                continue
            said: Words = {"kind": table.kind, **common, **_words(blocks[block]), **_words(column.replace("+", ""))}
            amount = _number(text) * UNITS[str(said.pop("unit", table.unit))]
            yield _fact({**said, "amount": amount, "year": document.year + int(str(said["year"]))})


def _number(text: str) -> Decimal:
    plain = text.replace(",", "").strip("（）")
    return -Decimal(plain) if text.startswith("（") else Decimal(plain)


def _fact(said: Words) -> tuple[object, ...]:
    if said.get("function") or said.get("economic") or said.get("item"):
        said = {**said, "heading": None}
    empty = {name: None for name, value in said.items() if value == ""}
    return tuple({**said, **empty}.get(name) for name in FIELDS)


def _words(text: str) -> Words:
    """Return what words such as ``n:basic`` say; ``i:`` alone takes a word back."""
    said: Words = {}
    for word in text.split():
        name, colon, value = word.partition(":")
        if not colon:
            said[_BY_CODE[name[0]]] = name
        else:
            said[_SHORT.get(name, name)] = value
    return said


def _lines(table: Printed) -> list[str]:
    return [line.strip() for line in table.text.strip().splitlines()]


def _columns(table: Printed) -> list[str]:
    return _cells(next(line for line in _lines(table) if line.startswith("="))[1:])


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _blocks(columns: list[str]) -> list[int]:
    """Return the block of each column: labels after amounts begin the next."""
    blocks, block, amounts = [], 0, False
    for column in columns:
        if column == "." and amounts:
            block, amounts = block + 1, False
        amounts = amounts or column not in (".", "-")
        blocks.append(block)
    return blocks
