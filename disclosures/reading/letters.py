"""Put the characters of a PDF page back into lines and cell texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from disclosures.evidence import Box
from disclosures.reading.cleaning import clean_line

# Characters whose middles are nearer than this share of their size stand on one line (codes on a raised line too).
SAME_LINE = 0.5
# A gap wider than this share of the size is a space.
SPACE = 0.25
# A gap wider than this many characters parts two texts that only share a line: 部门：… and 单位：万元.
PARTING = 3.0
# The same character printed twice nearer than this share of its size is a bold one.
DOUBLED = 0.25


class Run(Enum):
    """Which way the text runs that a letter belongs to."""

    ACROSS = 0
    UP = 1
    DOWN = -1


class Letter(NamedTuple):
    """One printed character."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    run: Run

    @property
    def x(self) -> float:
        """Return the horizontal middle."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """Return the vertical middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """The letters of one printed line, from left to right."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        """Return the cleaned text with spaces where gaps are."""
        pieces = [self.letters[0].text]
        for left, right in pairwise(self.letters):
            if right.x0 - left.x1 > SPACE * max(left.size, right.size):
                pieces.append(" ")
            pieces.append(right.text)
        return clean_line("".join(pieces))

    @property
    def box(self) -> Box:
        """Return the smallest box round the letters."""
        return Box(
            min(letter.x0 for letter in self.letters),
            min(letter.top for letter in self.letters),
            max(letter.x1 for letter in self.letters),
            max(letter.bottom for letter in self.letters),
        )

    @property
    def size(self) -> float:
        """Return the size of most letters."""
        sizes = [round(letter.size, 1) for letter in self.letters]
        return max(set(sizes), key=sizes.count)


def rows(letters: Iterable[Letter]) -> Iterator[Row]:
    """Yield the lines that letters stand on, from top to bottom."""
    pending: list[Letter] = []
    levels = 0.0
    for y, _, letter in sorted(((letter.y, letter.x0, letter) for letter in letters), key=itemgetter(0, 1)):
        if pending and y - levels / len(pending) > SAME_LINE * max(letter.size, pending[0].size):
            yield _row(pending)
            pending, levels = [], 0.0
        pending.append(letter)
        levels += y
    if pending:
        yield _row(pending)


def _row(letters: list[Letter]) -> Row:
    """Return letters from left to right, each printed once."""
    ordered = sorted(letters, key=lambda letter: letter.x0)
    kept = ordered[:1]
    for letter in ordered[1:]:
        last = kept[-1]
        if letter.text != last.text or letter.x0 - last.x0 > DOUBLED * letter.size:
            kept.append(letter)
    return Row(tuple(kept))


def parted(row: Row) -> list[Row]:
    """Return the texts that share a line with wide gaps between them; single characters are one text spaced out."""
    parts: list[list[Letter]] = [[row.letters[0]]]
    for left, right in pairwise(row.letters):
        if right.x0 - left.x1 > PARTING * max(left.size, right.size):
            parts.append([])
        parts[-1].append(right)
    if all(len(part) == 1 for part in parts):
        return [row]
    return [Row(tuple(part)) for part in parts]


def cell_text(letters: Sequence[Letter], left: float, right: float) -> str:
    """Return the text of a cell between two borders; broken lines are put together again."""
    if not letters:
        return ""
    for run in (Run.UP, Run.DOWN):
        turned = [letter for letter in letters if letter.run is run]
        if len(turned) * 2 > len(letters):
            return _turned_text(letters, run)
    text = ""
    before: Row | None = None
    for row in rows(letters):
        printed = row.text
        glue = "" if before is None or _runs_on(text, printed, before, row, right - left) else " "
        text = text + glue + printed
        before = row
    return clean_line(text)


_ENDS_IN_WORD = re.compile(r"[A-Za-z0-9.,%]$")
_STARTS_WITH_WORD = re.compile(r"^[A-Za-z0-9.,%]")
_NUMBER_TAIL = re.compile(r"[-−]?[\d,]*[.,]?\d*$")
_WHOLE_NUMBER = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,4})?%?")


def _runs_on(text: str, printed: str, before: Row, row: Row, width: float) -> bool:
    """Tell whether a line goes on without a space: Chinese does, and a number that the cell had no room for."""
    if not (_ENDS_IN_WORD.search(text) and _STARTS_WITH_WORD.search(printed)):
        return True
    if text[-1] in ".," or printed[0] in ".,%":
        return True
    tail, head = text.split(" ")[-1], printed.split(" ")[0]
    if not (_WHOLE_NUMBER.fullmatch(tail + head) or (tail + head).isdigit()):
        return False
    broken = not _WHOLE_NUMBER.fullmatch(tail) or not _WHOLE_NUMBER.fullmatch(head)
    return broken or before.box.x1 - before.box.x0 + row.letters[0].size > width - row.letters[0].size / 2


def _turned_text(letters: Sequence[Letter], run: Run) -> str:
    """Return text turned by a quarter: its lines stand side by side, from the left where they run upwards."""
    columns: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: letter.x * run.value):
        if columns and abs(letter.x - columns[-1][0].x) <= SAME_LINE * letter.size:
            columns[-1].append(letter)
        else:
            columns.append([letter])
    ordered = [letter for column in columns for letter in sorted(column, key=lambda letter: -letter.y * run.value)]
    return clean_line("".join(letter.text for letter in ordered))
