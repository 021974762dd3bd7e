"""Mend a row that a page break split: the rest of its name stands alone at the top of the next page."""

from __future__ import annotations

from dataclasses import replace

from disclosures.amounts import is_blank, parse_number
from disclosures.codes import is_listed
from disclosures.evidence import Cell
from disclosures.extraction.statements.words import NATURE_ROWS, TOTALS, said_by_all

Cells = tuple[Cell, ...]


def mended(last: Cells, first: Cells) -> tuple[Cells, Cells]:
    """Return the last row of a page and the first of the next, with names put together that were one.

    Two texts are one name only where that makes a known name or closes an open bracket; anything less is a guess.
    """
    above, below = list(last), list(first)
    for column, (upper, lower) in enumerate(zip(last, first, strict=True)):
        if _is_words(upper) and _is_words(lower) and _are_one_name(upper.text.strip(), lower.text.strip()):
            above[column] = replace(upper, text=upper.text.strip() + lower.text.strip())
            below[column] = replace(lower, text="")
            _move_numbers(above, below, column)
    return tuple(above), tuple(below)


def _is_words(cell: Cell) -> bool:
    return not is_blank(cell.text) and parse_number(cell.text) is None


def _are_one_name(upper: str, lower: str) -> bool:
    joined = upper + lower
    if _is_known(joined):
        return not _is_known(upper) or said_by_all(lower, TOTALS) is not None
    return _open_brackets(upper) == 1 and _open_brackets(joined) == 0


def _is_known(name: str) -> bool:
    return is_listed(name) or said_by_all(name, TOTALS, NATURE_ROWS) is not None


def _open_brackets(text: str) -> int:
    return sum(map(text.count, "（(")) - sum(map(text.count, "）)"))


def _move_numbers(above: list[Cell], below: list[Cell], column: int) -> None:
    """Take the numbers beside the rest of the name up to its beginning, up to the next name on either row."""
    for place in range(column + 1, len(below)):
        if _is_words(above[place]) or _is_words(below[place]):
            return
        if is_blank(above[place].text) and parse_number(below[place].text) is not None:
            above[place], below[place] = below[place], Cell()
