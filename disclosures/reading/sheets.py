"""Part the rows of a sheet into the lines above and below a table, and the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosures.evidence import Block, Cell, Grid, Line
from disclosures.reading.cleaning import clean_cell, clean_line

_CAPTION = re.compile(r"[:：]|^(?:公开|附)?\s*表\s*[\d一二三四五六七八九十]|^(?:金额)?单位")
_NOTE = re.compile(r"^\s*(?:备?注|说明|填报说明|备注说明)\s*\d*[:：.、]")


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range of cells: first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


def sheet_blocks(texts: Sequence[Sequence[str]], merges: Sequence[Merge]) -> Iterator[Block]:
    """Yield a sheet's blocks: a row with a single text, or with captions such as 单位：万元, is no row of a table.

    Such rows count as lines above a table, after a blank row, and where they are notes; inside a table they stay.
    """
    run: list[int] = []
    after_blank = False
    for index, row in enumerate(texts):
        filled = [text for text in row if text.strip()]
        if not filled:
            after_blank = True
            continue
        if _is_line(filled, inside=bool(run) and not after_blank):
            yield from _grid(texts, merges, run)
            run = []
            yield from _row_lines(filled)
        else:
            run.append(index)
        after_blank = False
    yield from _grid(texts, merges, run)


def _is_line(filled: list[str], *, inside: bool) -> bool:
    """Tell whether a row's texts stand outside the table."""
    if len(filled) == 1 and (not inside or _NOTE.match(filled[0])):
        return True
    return not inside and all(_CAPTION.search(text) for text in filled)


def _row_lines(filled: list[str]) -> Iterator[Line]:
    for text in filled:
        for line in text.splitlines():
            if cleaned := clean_line(line):
                yield Line(cleaned)


def _grid(texts: Sequence[Sequence[str]], merges: Sequence[Merge], run: list[int]) -> Iterator[Grid]:
    """Yield the grid of a run of rows, without the empty columns beside it."""
    if not run:
        return
    top, bottom = run[0], run[-1]
    rows = range(top, bottom + 1)
    used = [column for row in rows for column, text in enumerate(texts[row]) if text.strip()]
    left, right = min(used), max(used)
    inside = [merge for merge in merges if top <= merge.top <= bottom and left <= merge.left <= right]
    origins = {(merge.top, merge.left): merge for merge in inside}
    covered = {
        (row, column)
        for merge in inside
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
    } - origins.keys()

    def cell(row: int, column: int) -> Cell:
        if (row, column) in covered:
            return Cell(covered=True)
        text = clean_cell(texts[row][column]) if column < len(texts[row]) else ""
        merge = origins.get((row, column))
        if merge is None:
            return Cell(text)
        return Cell(text, None, min(merge.bottom, bottom) - row + 1, min(merge.right, right) - column + 1)

    yield Grid(tuple(tuple(cell(row, column) for column in range(left, right + 1)) for row in rows))
