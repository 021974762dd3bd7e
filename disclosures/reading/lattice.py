"""Turn a frame of rules into a lattice of cells, merged ones with their spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.evidence import Box
from disclosures.reading.letters import Letter
from disclosures.reading.rules import Frame, Rule, positions

# A rule parts two cells where it leaves no more than this much, or this share, of their common side open;
# an underlined word does not reach from border to border.
OPEN = 7.0
OPEN_SHARE = 0.2
# It covers at least this share of a side that is short.
COVERED_SHARE = 0.5
# Columns and rows narrower than this hold no letter: the space between double borders.
GHOST = 6.0


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the lattice: one cell, merged where it is larger than one position."""

    row: int
    column: int
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """Column borders, row borders, and the cells between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[Area, ...]

    @property
    def box(self) -> Box:
        """Return the outer border."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def surface(self) -> float:
        """Return the surface inside the outer border."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def holds(self, letter: Letter) -> bool:
        """Tell whether a letter stands inside the outer border."""
        return self.xs[0] <= letter.x <= self.xs[-1] and self.ys[0] <= letter.y <= self.ys[-1]

    def owners(self) -> dict[tuple[int, int], Area]:
        """Return the cell that each position belongs to."""
        return {
            (area.row + r, area.column + c): area
            for area in self.areas
            for r in range(area.rowspan)
            for c in range(area.colspan)
        }

    def position(self, letter: Letter) -> tuple[int, int]:
        """Return the row and column that a letter inside the border stands in."""
        row = min(max(bisect_right(self.ys, letter.y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, letter.x) - 1, 0), len(self.xs) - 2)
        return row, column

    def area_box(self, area: Area) -> Box:
        """Return the rectangle of a cell on the page."""
        return Box(
            self.xs[area.column],
            self.ys[area.row],
            self.xs[area.column + area.colspan],
            self.ys[area.row + area.rowspan],
        )


def build_lattice(frame: Frame, letters: Sequence[Letter]) -> Lattice | None:
    """Return the lattice that a frame's rules draw, or None where they part no columns.

    The ends of the rules count as borders too: a table that goes on over a page break often has no rule at the
    top or bottom of the page, and its last row would be lost.
    """
    box = frame.box
    inside = [letter for letter in letters if box.x0 <= letter.x <= box.x1 and box.top <= letter.y <= box.bottom]
    xs = _borders(frame.verticals, frame.horizontals, [letter.x for letter in inside])
    ys = _borders(frame.horizontals, frame.verticals, [letter.y for letter in inside])
    if len(xs) < 2 or len(ys) < 2:
        return None
    while True:
        kept_xs, right_walls = _walled(xs, ys, frame.verticals)
        kept_ys, lower_walls = _walled(ys, kept_xs, frame.horizontals)
        if (kept_xs, kept_ys) == (xs, ys):
            break
        xs, ys = kept_xs, kept_ys
    if len(xs) < 3:
        return None
    areas = _areas(len(ys) - 1, len(xs) - 1, right_walls, lower_walls)
    return Lattice(tuple(xs), tuple(ys), tuple(areas))


def _borders(along: Sequence[Rule], across: Sequence[Rule], middles: Sequence[float]) -> list[float]:
    """Return the positions of borders, outermost rule ends included, without the ghosts between double borders."""
    at = [rule.at for rule in along]
    ends = [min(rule.start for rule in across), max(rule.end for rule in across)]
    found = positions(at + [end for end in ends if all(abs(end - one) > GHOST for one in at)])
    kept = found[:1]
    for value in found[1:]:
        if value - kept[-1] >= GHOST or any(kept[-1] < middle < value for middle in middles):
            kept.append(value)
    if len(kept) > 1 and kept[-1] != found[-1]:
        kept[-1] = found[-1]
    return kept


def _walled(borders: list[float], crossing: list[float], rules: Sequence[Rule]) -> tuple[list[float], list[set[int]]]:
    """Return the borders that part any cells, each with the positions along it where it does."""
    walls: list[set[int]] = [set() for _ in borders]
    for rule in rules:
        nearest = min(range(len(borders)), key=lambda i: abs(borders[i] - rule.at))
        for j in range(len(crossing) - 1):
            low, high = crossing[j], crossing[j + 1]
            if _parts(min(rule.end, high) - max(rule.start, low), high - low):
                walls[nearest].add(j)
    kept = [i for i in range(len(borders)) if walls[i] or i in (0, len(borders) - 1)]
    return [borders[i] for i in kept], [walls[i] for i in kept]


def _parts(covered: float, side: float) -> bool:
    """Tell whether a rule that covers so much of a side parts the cells on both sides of it."""
    return covered >= COVERED_SHARE * side and covered >= side - max(OPEN, OPEN_SHARE * side)


def _areas(height: int, width: int, right_walls: list[set[int]], lower_walls: list[set[int]]) -> list[Area]:
    """Return the rectangles of positions with no wall between them, from the top left on."""
    free = {(row, column) for row in range(height) for column in range(width)}
    areas = []
    for row in range(height):
        for column in range(width):
            if (row, column) not in free:
                continue
            colspan = 1
            while (row, column + colspan) in free and row not in right_walls[column + colspan]:
                colspan += 1
            rowspan = 1
            while _open_below(row + rowspan, column, colspan, free, right_walls, lower_walls):
                rowspan += 1
            areas.append(Area(row, column, rowspan, colspan))
            free -= {(row + r, column + c) for r in range(rowspan) for c in range(colspan)}
    return areas


def _open_below(
    row: int,
    column: int,
    colspan: int,
    free: set[tuple[int, int]],
    right_walls: list[set[int]],
    lower_walls: list[set[int]],
) -> bool:
    """Tell whether a rectangle goes on into a row: no wall above it, none inside it, and the same sides."""
    columns = range(column, column + colspan)
    return all((row, c) in free and c not in lower_walls[row] for c in columns) and not any(
        row in right_walls[c] for c in columns if c > column
    )
