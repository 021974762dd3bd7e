"""Collect the ruled lines of a PDF page and group those that touch into frames, one for each table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from disclosures.evidence import Box
from disclosures.reading.drawing import THIN, Stroke

# Rules nearer than this are one rule: double borders, and the two edges of one border.
SNAP = 3.0
# A gap this small in a rule is no gap: dashes, borders that stop short of each other at a corner, and the space
# between the boxes of cells that are drawn one by one.
JOIN = 6.0
# A stroke at least this long for its width can be a piece of a line along its length: dotted lines are made of squares.
DOT = 0.8
# A page with more rules than this in one direction is a map or a chart.
MOST_RULES = 1500
# A shaded area higher than this share of the page is its background.
MOST_SHADED = 0.8


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: ``at`` is its x where it is vertical, else its y; it runs from ``start`` to ``end``."""

    vertical: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Rules that touch each other."""

    verticals: tuple[Rule, ...]
    horizontals: tuple[Rule, ...]

    @property
    def box(self) -> Box:
        """Return the rectangle between the outermost rules and rule ends."""
        left, right = _reach(self.verticals, self.horizontals)
        top, bottom = _reach(self.horizontals, self.verticals)
        return Box(left, top, right, bottom)


def _reach(along: Sequence[Rule], across: Sequence[Rule]) -> tuple[float, float]:
    """Return how far the rules of one direction, and the ends of those across, reach."""
    low = min(along[0].at, *(rule.start for rule in across))
    return low, max(along[-1].at, *(rule.end for rule in across))


def drawn_frames(strokes: Sequence[Stroke]) -> list[Frame]:
    """Return the frames that drawn lines make and that could hold a table."""
    return _frames(_drawn(strokes))


def shaded_frames(strokes: Sequence[Stroke], page_height: float) -> list[Frame]:
    """Return the frames that the edges of shaded areas make; shading lies behind words as often as behind cells."""
    return _frames(_shaded(strokes, page_height))


def horizontals(strokes: Sequence[Stroke]) -> list[Rule]:
    """Return the horizontal rules of a page from top to bottom."""
    return _longest(_joined([rule for rule in _drawn(strokes) if not rule.vertical]))


def _frames(rules: Iterable[Rule]) -> list[Frame]:
    """Return the groups of touching rules with at least two rules in one direction and one across."""
    found = list(rules)
    verticals = _longest(_joined([rule for rule in found if rule.vertical]))
    horizontals = _longest(_joined([rule for rule in found if not rule.vertical]))
    return [frame for frame in _touching(verticals, horizontals) if _could_be_table(frame)]


def _longest(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules, only the longest of a drawing with thousands of strokes, in their order."""
    found = list(rules)
    if len(found) <= MOST_RULES:
        return found
    return sorted(sorted(found, key=lambda rule: rule.start - rule.end)[:MOST_RULES], key=lambda rule: rule.at)


def _could_be_table(frame: Frame) -> bool:
    return len(frame.verticals) >= 1 and len(frame.horizontals) >= 1 and len(frame.verticals + frame.horizontals) >= 3


def _drawn(strokes: Sequence[Stroke]) -> Iterator[Rule]:
    """Yield the rules along lines and thin rectangles, and those of outlined rectangles."""
    for stroke in strokes:
        if stroke.width <= THIN or stroke.height <= THIN:
            yield from _line_rules(stroke)
        elif stroke.outlined:
            yield from _outline(stroke)


def _shaded(strokes: Sequence[Stroke], page_height: float) -> Iterator[Rule]:
    """Yield the outlines of filled rectangles smaller than the page."""
    for stroke in strokes:
        if stroke.width > THIN and THIN < stroke.height < MOST_SHADED * page_height:
            yield from _outline(stroke)


def _line_rules(stroke: Stroke) -> Iterator[Rule]:
    """Yield the rule along a line or a thin rectangle; a dot is a piece of both a vertical and a horizontal one."""
    if stroke.width <= THIN and stroke.height >= DOT * stroke.width:
        yield Rule(True, (stroke.x0 + stroke.x1) / 2, stroke.top, stroke.bottom)
    if stroke.height <= THIN and stroke.width >= DOT * stroke.height:
        yield Rule(False, (stroke.top + stroke.bottom) / 2, stroke.x0, stroke.x1)


def _outline(stroke: Stroke) -> Iterator[Rule]:
    """Yield the four sides of a rectangle."""
    yield Rule(True, stroke.x0, stroke.top, stroke.bottom)
    yield Rule(True, stroke.x1, stroke.top, stroke.bottom)
    yield Rule(False, stroke.top, stroke.x0, stroke.x1)
    yield Rule(False, stroke.bottom, stroke.x0, stroke.x1)


def _joined(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Yield the rules with neighbours along one line joined into one."""
    for level in _levels(rules):
        at = sum(rule.at for rule in level) / len(level)
        current: Rule | None = None
        for rule in sorted(level, key=lambda rule: rule.start):
            if current is not None and rule.start <= current.end + JOIN:
                current = replace(current, end=max(current.end, rule.end))
                continue
            if current is not None and current.end - current.start > THIN:
                yield current
            current = replace(rule, at=at)
        if current is not None and current.end - current.start > THIN:
            yield current


def _levels(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the rules grouped by position; a group is never wider than ``SNAP``."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if groups and rule.at - groups[-1][0].at <= SNAP:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _touching(verticals: list[Rule], horizontals: list[Rule]) -> list[Frame]:
    """Return the rules in groups that hang together."""
    group = list(range(len(verticals) + len(horizontals)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for v, vertical in enumerate(verticals):
        for h, horizontal in enumerate(horizontals, len(verticals)):
            if _touch(vertical, horizontal):
                group[root(h)] = root(v)
    members: dict[int, list[int]] = {}
    for index in range(len(group)):
        members.setdefault(root(index), []).append(index)
    return [
        Frame(
            tuple(verticals[i] for i in indexes if i < len(verticals)),
            tuple(horizontals[i - len(verticals)] for i in indexes if i >= len(verticals)),
        )
        for indexes in members.values()
    ]


def _touch(vertical: Rule, horizontal: Rule) -> bool:
    return (
        horizontal.start - JOIN <= vertical.at <= horizontal.end + JOIN
        and vertical.start - JOIN <= horizontal.at <= vertical.end + JOIN
    )


def positions(values: Iterable[float]) -> list[float]:
    """Return positions in order with those nearer than ``SNAP`` taken as one."""
    ordered = sorted(values)
    kept = ordered[:1]
    for before, value in pairwise(ordered):
        if value - kept[-1] > SNAP and value > before:
            kept.append(value)
    return kept
