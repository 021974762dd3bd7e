"""Part the lines of a table without vertical rules into texts, and tell which columns these stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from disclosures.evidence import Box
from disclosures.reading.letters import Letter, Row

# A gap wider than this many characters parts two texts of a line.
PARTING = 0.6
# A gap wider than this many characters that runs down all lines parts two columns.
CORRIDOR = 0.3
# A text that reaches this share of its height over a border stands in both columns.
OVER = 0.3


@dataclass(frozen=True, slots=True)
class Part:
    """A text that stands apart on its line."""

    text: str
    box: Box

    @property
    def x(self) -> float:
        """Return the middle between left and right."""
        return (self.box.x0 + self.box.x1) / 2

    @property
    def y(self) -> float:
        """Return the middle between top and bottom."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def height(self) -> float:
        """Return the height of its letters."""
        return self.box.bottom - self.box.top


def parts_of(row: Row) -> tuple[Part, ...]:
    """Return the texts of a line."""
    runs: list[list[Letter]] = [[row.letters[0]]]
    for left, right in pairwise(row.letters):
        if right.x0 - left.x1 > PARTING * max(left.size, right.size):
            runs.append([])
        runs[-1].append(right)
    found = [Row(tuple(run)) for run in runs]
    return tuple(Part(one.text, one.box) for one in found)


def column_of(part: Part, columns: Sequence[float]) -> int:
    """Return the column that the middle of a text stands in; the outermost are as wide as need be."""
    return min(max(bisect_right(columns, part.x) - 1, 0), len(columns) - 2)


def crosses(part: Part, columns: Sequence[float]) -> bool:
    """Tell whether a text stands in more than one column."""
    over = OVER * part.height
    return any(part.box.x0 + over < border < part.box.x1 - over for border in columns[1:-1])


def column_borders(body: Sequence[Sequence[Part]], header: Sequence[Sequence[Part]]) -> list[float]:
    """Return the borders of columns: the outermost edges, and the gaps that run down between all texts of a body.

    A column may be blank in every row: headings side by side part columns too.
    """
    headings = [part.box for line in header for part in line]
    spans = sorted((part.box.x0, part.box.x1) for line in body for part in line)
    narrow = CORRIDOR * median(part.height for line in body for part in line)
    gaps = [gap for gap in _gaps(spans) if gap[1] - gap[0] > narrow and not _within_one(gap, body, headings)]
    left, right = spans[0][0], max(x1 for _, x1 in spans)
    borders = [left, *(_place(gap, headings) for gap in gaps), right]
    held: dict[int, list[Part]] = {}
    for line in header:
        for part in line:
            if not crosses(part, borders):
                held.setdefault(column_of(part, borders), []).append(part)
    added = [border for parts in held.values() if not is_spaced_out(parts) for border in _between(parts)]
    left = min([left, *(part.box.x0 for parts in held.values() for part in parts)])
    return [left, *sorted([*borders[1:-1], *added]), max([right, *added])]


def _gaps(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the gaps between spans that stand in order."""
    gaps, reach = [], spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 > reach:
            gaps.append((reach, x0))
        reach = max(reach, x1)
    return gaps


def _within_one(gap: tuple[float, float], body: Sequence[Sequence[Part]], headings: Sequence[Box]) -> bool:
    """Tell whether a gap lies within a column: numbers of columns in its middle, amounts at its right border.

    Its heading stands over the gap, nothing stands below this heading, and no line has texts on both sides.
    """
    over = [box for box in headings if box.x0 < gap[0] and gap[1] < box.x1]
    if not over:
        return False
    lowest = max(over, key=lambda box: box.bottom)
    below = [box for box in headings if box.top >= lowest.bottom and box.x0 < lowest.x1 and lowest.x0 < box.x1]
    if any(box not in over for box in below):
        return False
    sides = ({part.x < gap[0] for part in line if lowest.x0 - OVER <= part.x <= lowest.x1 + OVER} for line in body)
    return all(len(side) < 2 for side in sides)


def _place(gap: tuple[float, float], headings: Sequence[Box]) -> float:
    """Return where in a gap the border is: in the middle of its widest part below which no heading stands."""
    edges = sorted((box.x0, box.x1) for box in headings if box.x0 < gap[1] and gap[0] < box.x1)
    free = _gaps([(gap[0], gap[0]), *edges, (gap[1], gap[1])])
    inside = [(max(x0, gap[0]), min(x1, gap[1])) for x0, x1 in free]
    x0, x1 = max(inside, key=lambda one: one[1] - one[0], default=gap)
    return (x0 + x1) / 2


def is_spaced_out(parts: Sequence[Part]) -> bool:
    """Tell whether texts are the characters of one word set with wide spaces."""
    return all(len(part.text) == 1 for part in parts) and not is_stacked(parts)


def is_stacked(parts: Sequence[Part]) -> bool:
    """Tell whether texts stand below each other, one on each line."""
    ordered = sorted(parts, key=lambda part: part.y)
    return all(above.box.bottom - below.box.top < OVER * below.height for above, below in pairwise(ordered))


def _between(parts: Sequence[Part]) -> list[float]:
    """Return the middles of the gaps between headings that stand side by side, each with all its lines."""
    whole: list[Box] = []
    for box in sorted((part.box for part in parts), key=lambda box: box.x0):
        if whole and box.x0 < whole[-1].x1:
            whole[-1] = whole[-1].union(box)
        else:
            whole.append(box)
    return [
        (left.x1 + right.x0) / 2
        for left, right in pairwise(whole)
        if left.top < right.bottom and right.top < left.bottom
    ]
