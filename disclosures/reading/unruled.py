"""Find tables whose columns no rules part, by the gaps that run down between their texts, where that is sure.

Three-line tables, striped ones and sheets printed without borders. Whatever leaves a doubt (a number that shares its
column with another text, a column without a heading, a label that could belong to either of two rows) leaves the whole
table unread, to be reported: a number in the wrong row or column is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from statistics import median

from disclosures.evidence import Box
from disclosures.reading.drawing import Stroke
from disclosures.reading.lattice import Area, Lattice
from disclosures.reading.letters import Row
from disclosures.reading.recovery import AMOUNT
from disclosures.reading.rules import Rule, horizontals
from disclosures.reading.unruled_headers import Header, read_header
from disclosures.reading.unruled_parts import Part, column_borders, column_of, crosses, parts_of

# As many lines of amounts after each other are a table.
FEWEST_LINES = 3
# Lines farther apart than this many of their heights belong to different things.
NEAR = 2.5
# As many lines of words may stand between two lines of numbers: labels of several lines, headings of groups.
MOST_WORDS = 4
# A header has no more lines than this.
MOST_HEADER = 8
# A line of words belongs to a row of numbers that is nearer than this share of the distance to the next such row.
NEARER = 0.8
# A rule this much of the table's width long parts rows.
FULL = 0.9
# A title is set larger than the header below it by this factor.
TITLE = 1.15
_NUMBER = re.compile(r"[-−(（]?\d[\d,]*(?:\.\d+)?[)）]?%?")
_SENTENCE = re.compile("[，。；]")
_CAPTION = re.compile("[，。；：:]|表$")


@dataclass(frozen=True, slots=True)
class Printed:
    """A line with the texts that stand apart on it."""

    row: Row
    box: Box
    parts: tuple[Part, ...]

    @property
    def y(self) -> float:
        """Return the middle between top and bottom."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def is_data(self) -> bool:
        """Tell whether a line is a row of a table: a number stands apart on it, and it is no sentence."""
        texts = [part.text for part in self.parts]
        return len(texts) > 1 and any(map(_NUMBER.fullmatch, texts)) and not any(map(_SENTENCE.search, texts))


@dataclass(frozen=True, slots=True)
class Unruled:
    """The tables without vertical rules that are sure, and where others are that are not."""

    lattices: tuple[Lattice, ...] = ()
    unsure: tuple[tuple[Box, int], ...] = ()


def find_unruled(rows: Sequence[Row], strokes: Sequence[Stroke]) -> Unruled:
    """Return the lattices of tables without vertical rules among the lines of a page, from top to bottom.

    Those that are unsure come as their boxes, each with its number of lines.
    """
    if sum(bool(AMOUNT.search("".join(letter.text for letter in row.letters))) for row in rows) < FEWEST_LINES:
        return Unruled()
    lines = [_printed(row) for row in rows]
    rules = horizontals(strokes)
    lattices, unsure = [], []
    for first, last in _bodies(lines):
        body = lines[first : last + 1]
        lattice = _lattice(lines[:first], body, rules)
        if lattice is not None:
            lattices.append(lattice)
        else:
            unsure.append((reduce(Box.union, (line.box for line in body)), len(body)))
    return Unruled(tuple(lattices), tuple(unsure))


def _printed(row: Row) -> Printed:
    return Printed(row, row.box, parts_of(row))


def _bodies(lines: Sequence[Printed]) -> Iterator[tuple[int, int]]:
    """Yield the first and last lines of runs of rows of numbers, with the words between and around them."""
    start = 0
    while start < len(lines):
        if not lines[start].is_data:
            start += 1
            continue
        last = at = start
        while at + 1 < len(lines) and at - last < MOST_WORDS and _near(lines[at], lines[at + 1]):
            at += 1
            if lines[at].is_data:
                last = at
            elif _CAPTION.search(lines[at].row.text) and "其中" not in lines[at].row.text:
                break
        first = start - 1 if start and _overlap(lines[start - 1], lines[start]) else start
        end = last + 1 if last + 1 < len(lines) and _overlap(lines[last], lines[last + 1]) else last
        if sum(bool(AMOUNT.search(line.row.text)) for line in lines[start : last + 1]) >= FEWEST_LINES:
            yield first, end
        start = last + 1


def _near(above: Printed, below: Printed) -> bool:
    return below.box.top - above.box.bottom <= NEAR * (below.box.bottom - below.box.top)


def _overlap(above: Printed, below: Printed) -> bool:
    """Tell whether two lines stand beside each other in part: a label of two lines beside its number."""
    return below.box.top < above.box.bottom


def _lattice(before: Sequence[Printed], body: Sequence[Printed], rules: Sequence[Rule]) -> Lattice | None:
    """Return the lattice of a table with this body, or None where a row, a column or the header is unsure."""
    outer = reduce(Box.union, (line.box for line in body))
    across = [rule for rule in rules if min(rule.end, outer.x1) - max(rule.start, outer.x0) > 0]
    header_lines = _header_lines(before, body[0], across, outer)
    columns = column_borders([line.parts for line in body], [line.parts for line in header_lines])
    if len(columns) < 3 or not _keep_apart(body, columns):
        return None
    header = read_header([part for line in header_lines for part in line.parts], columns, across)
    if header is None or not _headed(body, columns, header):
        return None
    borders = _row_borders(header, body, across, outer)
    if borders is None:
        return None
    left, right = min(outer.x0, header.box.x0) - 1, max(outer.x1, header.box.x1) + 1
    return _built(header, (left, *columns[1:-1], right), borders)


def _keep_apart(body: Sequence[Printed], columns: Sequence[float]) -> bool:
    """Tell whether no number shares its place in a line with another text, and no text stands in two columns."""
    for line in body:
        if any(crosses(part, columns) for part in line.parts):
            return False
        places = [column_of(part, columns) for part in line.parts]
        for place, part in zip(places, line.parts, strict=True):
            if places.count(place) > 1 and _NUMBER.fullmatch(part.text):
                return False
    return True


def _header_lines(before: Sequence[Printed], first: Printed, rules: Sequence[Rule], outer: Box) -> list[Printed]:
    """Return the lines above a body that can be its header: below the top rule, or down from the title."""
    found: list[Printed] = []
    below = first
    for line in reversed(before[-MOST_HEADER:]):
        larger = bool(found) and line.row.size > TITLE * max(one.row.size for one in found)
        if larger or _CAPTION.search(line.row.text) or line.is_data or not _near(line, below):
            break
        if len(line.parts) == 1 and found and _ruled_off(line, below, rules, outer):
            break
        found.insert(0, line)
        below = line
    return found


def _ruled_off(above: Printed, below: Printed, rules: Sequence[Rule], outer: Box) -> bool:
    """Tell whether a rule as wide as the table runs between two lines."""
    return any(above.y < rule.at < below.y for rule in _full(rules, outer))


def _full(rules: Sequence[Rule], outer: Box) -> list[Rule]:
    width = outer.x1 - outer.x0
    return [rule for rule in rules if min(rule.end, outer.x1) - max(rule.start, outer.x0) >= FULL * width]


def _headed(body: Sequence[Printed], columns: Sequence[float], header: Header) -> bool:
    """Tell whether every column with numbers has a heading."""
    texts = ((part, column_of(part, columns)) for line in body for part in line.parts)
    numbers = {column for part, column in texts if any(map(str.isdigit, part.text))}
    return numbers <= header.headed


def _row_borders(header: Header, body: Sequence[Printed], rules: Sequence[Rule], outer: Box) -> list[float] | None:
    """Return the borders of the body's rows, the header's lower border first."""
    top, bottom = header.box.bottom, outer.bottom + 1
    numbers = [line.y for line in body if line.is_data]
    drawn = [rule.at for rule in _full(rules, outer) if top <= rule.at <= numbers[-1]]
    if len(drawn) >= len(numbers):
        borders = [*drawn, bottom]
        places = [bisect_right(borders, y) for y in numbers]
        return borders if len(set(places)) == len(places) and min(places) > 0 else None
    groups = _grouped(body)
    if groups is None:
        return None
    edges = [(group[0].box.top, group[-1].box.bottom) for group in groups]
    if any(below[0] < above[1] for above, below in pairwise(edges)) or edges[0][0] < top:
        return None
    middles = [(above[1] + below[0]) / 2 for above, below in pairwise(edges)]
    return [(top + edges[0][0]) / 2, *middles, bottom]


def _grouped(body: Sequence[Printed]) -> list[list[Printed]] | None:
    """Return the lines of each row: one of numbers with the lines of its label, or a heading; None where unsure."""
    data = [line.y for line in body if line.is_data]
    usual = median([below - above for above, below in pairwise(data)] or [0.0])
    groups: dict[float, list[Printed]] = {}
    for line in body:
        nearest, *others = sorted((y for y in data), key=lambda y: abs(y - line.y))
        distance = abs(nearest - line.y)
        further = min((abs(y - line.y) for y in others if (y - line.y) * (nearest - line.y) <= 0), default=None)
        if (
            line.is_data
            or (further is not None and distance <= NEARER * further)
            or (further is None and distance < usual / 2)
        ):
            groups.setdefault(nearest, []).append(line)
        elif distance >= NEARER * usual:
            groups.setdefault(line.y, []).append(line)
        else:
            return None
    return [groups[y] for y in sorted(groups)]


def _built(header: Header, xs: tuple[float, ...], borders: Sequence[float]) -> Lattice:
    """Return the lattice of a header and the rows below it."""
    above = len(header.levels)
    width = len(xs) - 1
    body = [Area(above + row, column, 1, 1) for row in range(len(borders) - 1) for column in range(width)]
    return Lattice(xs, (*header.levels, *borders), (*header.areas, *body))
