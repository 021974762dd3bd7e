"""Notice rows whose cells stand beside their columns, and move those back whose sums prove the move."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from disclosures.amounts import is_blank, parse_number
from disclosures.codes import is_listed
from disclosures.evidence import Cell
from disclosures.extraction.statements.blocks import AmountColumn, Block
from disclosures.extraction.statements.columns import Part
from disclosures.extraction.statements.rows import Labels
from disclosures.extraction.statements.words import is_total
from disclosures.vocabulary import Nature

_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_NAMED = re.compile(r"名称$")
_NOTHING = frozenset({"暂无", "不适用", "空表"})
_FARTHEST = 3
_PARTS = frozenset({Nature.BASIC, Nature.PROJECT, Nature.TO_SUPERIOR, Nature.BUSINESS, Nature.TO_SUBORDINATE})
# Total and parts are rounded singly, each by at most half of the second decimal.
_ROUNDING = Decimal("0.01")


def is_shifted(block: Block, labels: Labels, row: Sequence[Cell]) -> bool:
    """Tell whether a number stands among the names of a row, or a name among its amounts."""
    texts = [row[amount.column.number].text for amount in block.amounts]
    words = [text for text in texts if _is_name(text)]
    numbers = any(parse_number(text) is not None for text in texts)
    if words and (numbers or labels.empty or any(map(is_total, words))):
        return True
    if _are_exchanged(block, labels, row):
        return True
    strays = [row[number].text for number in labels.stray]
    # A whole number among the names may be a serial number; one with decimals or separators is an amount.
    return any(re.search(r"[.,，]", text) for text in strays) or (bool(strays) and any(map(is_blank, texts)))


def _are_exchanged(block: Block, labels: Labels, row: Sequence[Cell]) -> bool:
    """Tell whether a listed name stands alone in a column of codes, or a code alone in a column of names beside one.

    A merged cell stands in the first of its columns, so that only cells of one column tell.
    """
    single = [column for column in block.labels if row[column.number].colspan == 1]
    coded = [column.number for column in single if column.part is Part.CODE]
    if not labels.codes:
        return any(is_listed(row[number].text) for number in coded)
    places = {label.column for label in labels.codes}
    alone = (column.number for column in single if _NAMED.search(column.heading) and column.number in places)
    return (
        bool(coded) and places.isdisjoint(coded) and any(parse_number(row[number].text) is not None for number in alone)
    )


def _is_name(text: str) -> bool:
    return _WORDS.search(text) is not None and text not in _NOTHING


def moved_back(block: Block, row: tuple[Cell, ...]) -> tuple[Cell, ...] | None:
    """Return the row moved to the left or right where one move alone fits the columns and its total adds up."""
    moves = (shift for shift in range(-_FARTHEST, _FARTHEST + 1) if shift)
    moved = [cells for shift in moves if (cells := _moved(row, shift)) and _fits(block, cells)]
    return moved[0] if len(moved) == 1 and _adds_up(block, moved[0]) else None


def _moved(row: tuple[Cell, ...], shift: int) -> tuple[Cell, ...] | None:
    """Return the row with its cells moved by some columns; None where a filled cell would fall off."""
    fallen = row[-shift:] if shift > 0 else row[:-shift]
    if len(row) <= abs(shift) or any(cell.text for cell in fallen):
        return None
    blanks = (Cell(),) * abs(shift)
    return blanks + row[:-shift] if shift > 0 else row[-shift:] + blanks


def _fits(block: Block, row: tuple[Cell, ...]) -> bool:
    """Tell whether codes, names and numbers stand under headings of their sort, and nothing elsewhere."""
    for column in block.labels:
        text = row[column.number].text.strip()
        is_number = parse_number(text) is not None
        if not is_blank(text) and is_number is not (column.part is Part.CODE):
            return False
    amounts = {amount.column.number for amount in block.amounts if amount.known}
    named = {column.number for column in block.labels}
    numbered = all(is_blank(row[n].text) or parse_number(row[n].text) is not None for n in amounts)
    others = all(is_blank(cell.text) for n, cell in enumerate(row) if n not in amounts | named)
    return numbered and others and any(row[n].text for n in named)


def _adds_up(block: Block, row: tuple[Cell, ...]) -> bool:
    """Tell whether the one total of the row is the sum of its sorts of spending."""
    totals = [number for amount in block.amounts if amount.meaning.nature is None and (number := _at(amount, row))]
    parts = [number for amount in block.amounts if amount.meaning.nature in _PARTS and (number := _at(amount, row))]
    if len(totals) != 1 or not parts:
        return False
    return abs(sum(parts) - totals[0]) <= _ROUNDING * (len(parts) + 1)


def _at(amount: AmountColumn, row: Sequence[Cell]) -> Decimal | None:
    return parse_number(row[amount.column.number].text)
