"""Name in an address the column that a table is sorted by: a unit's or the sums' in a year, or an item's."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from disclosures.comparison.stages import Stage

SUM = "sum"
_PERIOD = re.compile(rf"(?P<unit>{SUM}|[1-9]\d{{0,17}})\.(?P<year>\d{{4}})(?:\.(?P<stage>[a-z-]+))?")
_ITEM = re.compile(r"[a-z0-9_]{1,40}")


@dataclass(frozen=True, slots=True)
class SortColumn:
    """A year at one stage, of a unit; of all units together where none is named."""

    unit: int | None
    year: int
    stage: Stage


# A table whose rows are units has an item in each column, known by its row's key.
SortedBy = SortColumn | str


def read_sorted_by(said: str, first: Stage) -> SortedBy | None:
    """Read a column: ``3.2024``, ``sum.2024.outturn``, ``214``; the first chosen stage goes without saying."""
    if match := _PERIOD.fullmatch(said):
        stage = match["stage"] or first.value
        unit = None if match["unit"] == SUM else int(match["unit"])
        return SortColumn(unit, int(match["year"]), Stage(stage)) if stage in Stage.values else None
    return said if _ITEM.fullmatch(said) else None


def say_sorted_by(column: SortedBy, first: Stage) -> str:
    """Write a column as an address names it."""
    if isinstance(column, str):
        return column
    stage = [] if column.stage == first else [column.stage.value]
    return ".".join([str(column.unit or SUM), str(column.year), *stage])


def is_compared(
    column: SortedBy, units: Collection[int], years: Collection[int], stages: Sequence[Stage], *, summed: bool
) -> bool:
    """Tell whether a column is among what is compared; of an item only the result can tell."""
    if isinstance(column, str):
        return True
    is_shown = summed if column.unit is None else column.unit in units
    return is_shown and column.year in years and column.stage in stages
