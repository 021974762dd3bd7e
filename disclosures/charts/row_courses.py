"""Draw each row of a comparison over its years as lines the size of a word, one for each unit in its colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.charts.layout import unit_colours
from disclosures.charts.sparkline import sparkline
from disclosures.comparison.result import Comparison, Row

# More lines than this in the height of a word are a tangle.
MOST_UNITS = 5


@dataclass(frozen=True, slots=True)
class Course:
    """One unit's line: its colour, and the points of each unbroken stretch."""

    colour: str
    stretches: Sequence[str]


def row_courses(result: Comparison) -> Mapping[str, Sequence[Course]]:
    """Return the courses by row; none for a single year, or for more units than can be told apart.

    Where several stages stand side by side, the last one is drawn: it is what happened.
    """
    selection = result.selection
    if len(selection.years) < 2 or len(selection.units) > MOST_UNITS:
        return {}
    return {row.key: courses for row in result.rows if (courses := _of_row(result, row))}


def _of_row(result: Comparison, row: Row) -> list[Course]:
    """Return a row's lines, all of one height, so that they can be compared."""
    colours = unit_colours(result.selection.units)
    values: dict[int, list[Decimal | None]] = {}
    for column, cell in zip(result.columns, result.line(row), strict=True):
        if column.stage == result.selection.stages[-1]:
            values.setdefault(column.unit, []).append(cell.value)
    everything = [value for course in values.values() for value in course]
    drawn = [Course(colours[unit], sparkline(course, everything)) for unit, course in values.items()]
    return [course for course in drawn if course.stretches]
