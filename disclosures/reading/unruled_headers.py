"""Read the header of a table without vertical rules: one level, or two where it is clear what spans what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations, groupby, pairwise

from disclosures.evidence import Box
from disclosures.reading.lattice import Area
from disclosures.reading.rules import Rule
from disclosures.reading.unruled_parts import Part, column_of, crosses, is_spaced_out, is_stacked

# Lines of one heading stand closer than this share of their height.
ONE_HEADING = 0.7
# Headings of one level have their tops, middles or bottoms within this share of a line's height.
LEVEL = 0.5
# The middle of a heading and that of the columns below it differ by less than this many of its heights; any other way
# to part the columns is this much worse.
CENTRED = 1.5
# More headings than this next to each other could be parted in too many ways.
MOST_SPANNING = 4
# Words of which a header has at least one.
_WORDS = re.compile("科目|项目|编码|代码|名称|金额|合计|小计|预算|决算|收入|支出|单位|部门|功能|经费|指标|栏次")


@dataclass(frozen=True, slots=True)
class Header:
    """The cells of a header, the upper borders of its levels, and the columns that have a heading."""

    box: Box
    levels: tuple[float, ...]
    areas: tuple[Area, ...]
    headed: frozenset[int]


def read_header(parts: Sequence[Part], columns: Sequence[float], rules: Sequence[Rule]) -> Header | None:
    """Return the header above columns with these borders, or None where it is unsure what heads what."""
    if not parts or not _WORDS.search("".join(part.text for part in parts)):
        return None
    width = len(columns) - 1
    spanning = [part for part in parts if crosses(part, columns)]
    own = [part for part in parts if part not in spanning]
    stacks: list[list[Part]] = []
    for column in range(width):
        stack, above = _stack([part for part in own if column_of(part, columns) == column])
        stacks.append(stack)
        spanning += above
    if not all(is_spaced_out(stack) or is_stacked(stack) for stack in stacks if stack):
        return None
    box = reduce(Box.union, (part.box for part in parts))
    headed = frozenset(column for column, stack in enumerate(stacks) if stack)
    if not spanning:
        areas = tuple(Area(0, column, 1, 1) for column in range(width))
        return Header(box, (box.top - 1,), areas, headed) if _level([s for s in stacks if s]) else None
    groups = _groups(spanning, stacks, columns, rules)
    if groups is None:
        return None
    upper = max(part.box.bottom for part in spanning)
    lower = min(stacks[column][0].box.top for group in groups for column in group)
    if lower < upper:
        return None
    return Header(box, (box.top - 1, (upper + lower) / 2), tuple(_areas(groups, width)), headed)


def _stack(parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """Return the lines of a column's own heading, the lowest that stand close, and what stands higher.

    Texts on one line are one heading spaced out.
    """
    ordered = sorted(parts, key=lambda part: part.box.top)
    own = ordered[-1:]
    rest = ordered[:-1]
    while rest and own[0].box.top - rest[-1].box.bottom <= ONE_HEADING * own[0].height:
        own.insert(0, rest.pop())
    return own, rest


def _middle(stack: Sequence[Part]) -> float:
    return (stack[0].box.top + stack[-1].box.bottom) / 2


def _level(stacks: Sequence[Sequence[Part]]) -> bool:
    """Tell whether headings stand on one level: their tops, their middles or their bottoms do."""
    if not stacks:
        return False
    near = LEVEL * stacks[0][0].height
    edges = (
        [stack[0].box.top for stack in stacks],
        [_middle(stack) for stack in stacks],
        [stack[-1].box.bottom for stack in stacks],
    )
    return any(max(edge) - min(edge) <= near for edge in edges)


def _groups(
    spanning: Sequence[Part], stacks: Sequence[Sequence[Part]], columns: Sequence[float], rules: Sequence[Rule]
) -> list[range] | None:
    """Return the columns below each heading that spans several, or None where they cannot be told."""
    if not all(stacks) or not _level([[part] for part in spanning]):
        return None
    upper = sum(part.y for part in spanning) / len(spanning)
    lowest = max(_middle(stack) for stack in stacks)
    # A heading of both levels stands in the middle between them, one of the lower level at its place.
    lower = [_middle(stack) > (upper + 3 * lowest) / 4 for stack in stacks]
    if not _level([stack for stack, is_lower in zip(stacks, lower, strict=True) if is_lower]):
        return None
    groups = _ruled_groups(spanning, stacks, columns, rules) or _centred_groups(spanning, lower, columns)
    over = [[part for part in spanning if columns[group[0]] < part.x < columns[group[-1] + 1]] for group in groups]
    whole = [column for group in groups for column in group] == [c for c, is_lower in enumerate(lower) if is_lower]
    sure = whole and all(len(found) == 1 for found in over) and len(groups) == len(spanning)
    return groups if sure and all(len(group) > 1 for group in groups) else None


def _centred_groups(spanning: Sequence[Part], lower: Sequence[bool], columns: Sequence[float]) -> list[range]:
    """Return the columns below each heading that stands over the middle of them; none where that is unsure."""
    groups: list[range] = []
    for is_lower, found in groupby(range(len(lower)), key=lambda column: lower[column]):
        run = list(found)
        if is_lower:
            left, right = columns[run[0]], columns[run[-1] + 1]
            over = sorted((part for part in spanning if left < part.x < right), key=lambda part: part.x)
            groups += _parted(over, run, columns)
    return groups


def _parted(over: Sequence[Part], run: Sequence[int], columns: Sequence[float]) -> list[range]:
    """Return the one way to part columns that puts every heading over the middle of its part."""
    ways = []
    for inner in combinations(run[1:], len(over) - 1) if 0 < len(over) <= MOST_SPANNING else ():
        starts = [run[0], *inner, run[-1] + 1]
        ways.append([range(start, end) for start, end in pairwise(starts)])
    if len(ways) < 2:
        return ways[0] if ways else []
    best, second = sorted(ways, key=lambda way: _off_centre(over, way, columns))[:2]
    near, next_near = _off_centre(over, best, columns), _off_centre(over, second, columns)
    return best if near <= CENTRED * over[0].height <= next_near - near else []


def _off_centre(over: Sequence[Part], way: Sequence[range], columns: Sequence[float]) -> float:
    """Return how far the heading farthest from the middle of its columns is off."""
    middles = [(columns[group[0]] + columns[group[-1] + 1]) / 2 for group in way]
    return max(abs(part.x - middle) for part, middle in zip(over, middles, strict=True))


def _ruled_groups(
    spanning: Sequence[Part], stacks: Sequence[Sequence[Part]], columns: Sequence[float], rules: Sequence[Rule]
) -> list[range]:
    """Return the columns over each rule that runs between the two levels of a header over some of them."""
    bottom = max(part.box.bottom for part in spanning)
    lowest = max(stack[-1].box.top for stack in stacks if stack)
    groups = []
    for rule in sorted(rules, key=lambda rule: rule.start):
        middles = [(left + right) / 2 for left, right in pairwise(columns)]
        covered = [column for column, x in enumerate(middles) if rule.start <= x <= rule.end]
        if bottom - 1 <= rule.at <= lowest and 0 < len(covered) < len(middles):
            groups.append(range(covered[0], covered[-1] + 1))
    return groups


def _areas(groups: Sequence[range], width: int) -> list[Area]:
    """Return the cells of a header of two levels."""
    below = {column for group in groups for column in group}
    upper = [Area(0, group[0], 1, len(group)) for group in groups]
    lower = [Area(1, column, 1, 1) for column in sorted(below)]
    return [*upper, *lower, *(Area(0, column, 2, 1) for column in range(width) if column not in below)]
