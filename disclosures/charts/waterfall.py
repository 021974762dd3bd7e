"""Draw the way from a year's budget to its accounts: from one printed total to the other, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise
from math import floor, log10
from typing import Any

from django.utils.translation import gettext as _

from disclosures.charts.layout import BAR_HEIGHT, PALETTE, Drawing, dressed
from disclosures.charts.names import with_minus
from disclosures.charts.points import height_of, hover, top_rows, value_title, words
from disclosures.comparison.display import cell_reason, money_text
from disclosures.comparison.result import Cell, Comparison, Row
from disclosures.comparison.stages import BUDGET_STAGES, Stage

# Steps that all lie within so small a part of the totals are too thin to read on an axis from 0.
THIN = 0.3
# How much of the totals' bars is left to see where the axis begins higher, and the room for labels at the other end.
LEFT_OF_TOTALS, ROOM = 0.4, 0.15
GREY = "#7a8791"


@dataclass(frozen=True, slots=True)
class Step:
    """One bar: a total, or a change on the way, with what its hover says and the line item that it opens."""

    name: str
    value: Decimal
    said: str
    line_item: int | None = None
    is_change: bool = True


@dataclass(frozen=True, slots=True)
class Ends:
    """The two columns of a result that the way leads between."""

    result: Comparison
    budget: int
    outturn: int

    @classmethod
    def of(cls, result: Comparison) -> Ends:
        """Find the budget and the outturn among a result's columns."""
        stages = [column.stage for column in result.columns]
        budget = next(number for number, stage in enumerate(stages) if stage in BUDGET_STAGES)
        return cls(result, budget, stages.index(Stage.OUTTURN))

    def cells(self, row: Row) -> tuple[Cell, Cell]:
        """Return a row's budget and outturn."""
        return self.result.cell(row, self.budget), self.result.cell(row, self.outturn)

    def name(self, number: int) -> str:
        """Return what a column is called."""
        return str(self.result.columns[number].stage.label)


def draw_waterfall(result: Comparison) -> Drawing:
    """Draw the way from the printed total of the budget to that of the outturn.

    An item that only one of the two lists is no change from 0: such items are one step together, named as such.
    """
    ends, rows = Ends.of(result), top_rows(result)
    steps = list(_steps(ends, rows))
    heights = [height_of(result, step.value) for step in steps]
    trace = {
        "type": "waterfall",
        "orientation": "h",
        "y": [step.name for step in steps],
        "x": heights,
        "measure": ["relative" if step.is_change else "absolute" for step in steps],
        "text": [_label(result, step) for step in steps],
        "textposition": "none",
        "increasing": {"marker": {"color": PALETTE[1]}},
        "decreasing": {"marker": {"color": PALETTE[2]}},
        "totals": {"marker": {"color": PALETTE[0]}},
        "connector": {"line": {"color": GREY, "width": 1}},
        "hovertext": [step.said for step in steps],
        "hoverinfo": "text",
        "customdata": [step.line_item for step in steps],
    }
    levels = list(accumulate(heights[:-1]))
    drawn = dressed([trace, _beside(trace, levels)], height=(len(steps) + 3) * BAR_HEIGHT, horizontal=True)
    values = value_title(result)
    if (shown := _zoom(levels)) is not None:
        drawn["layout"]["xaxis"]["range"] = shown
        values = _("%(values)s，横轴自 %(start)s 起") % {"values": values, "start": f"{shown[0]:,g}"}
    caveat = "；".join(_one_sided(ends, rows))
    return Drawing(
        _("从预算到决算"),
        words(result, rows),
        drawn,
        values=values,
        caveat=_("只有一方有数、不能逐项比的：%(items)s。") % {"items": caveat} if caveat else "",
    )


def _beside(trace: Mapping[str, Any], levels: Sequence[float]) -> dict[str, Any]:
    """Return the labels as points at the right of their bars: at the left they would cover the items' names."""
    starts = [0.0, *levels]
    rights = [max(pair) for pair in pairwise(starts)] + [trace["x"][-1]]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": rights,
        "y": trace["y"],
        "text": trace["text"],
        "textposition": "middle right",
        "marker": {"size": 1, "opacity": 0},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _steps(ends: Ends, rows: Sequence[Row]) -> Iterator[Step]:
    """Yield the total of the budget, each item that both list, what is left between the totals, and the outturn."""
    total = next(row for row in ends.result.rows if row.is_total)
    start, end = ends.cells(total)
    changes = [step for row in rows if (step := _change(ends, row)) is not None]
    yield _whole(ends, total, start, ends.budget)
    yield from changes
    if start.value is not None and end.value is not None:
        rest = end.value - start.value - sum((step.value for step in changes), Decimal(0))
        if rest:
            apart = list(_one_sided(ends, rows))
            name = _("只有一方有数的项目") if apart else _("合计与各项相加之差")
            yield Step(name, rest, "<br>".join([name, *apart]))
    yield _whole(ends, total, end, ends.outturn)


def _whole(ends: Ends, total: Row, cell: Cell, number: int) -> Step:
    """Return a total's bar; the chart is not drawn where one is missing."""
    if cell.value is None:
        raise ValueError("a total without a figure cannot be drawn")
    said = hover(ends.result, total, ends.result.columns[number], cell)
    return Step(ends.name(number), cell.value, said, cell.line_item, is_change=False)


def _change(ends: Ends, row: Row) -> Step | None:
    """Return the step of an item that both sides print."""
    before, after = ends.cells(row)
    if before.value is None or after.value is None:
        return None
    sides = ((number, cell) for number, cell in zip((ends.budget, ends.outturn), (before, after), strict=True))
    said = "<br>".join(hover(ends.result, row, ends.result.columns[number], cell) for number, cell in sides)
    return Step(str(row.label), after.value - before.value, said, after.line_item)


def _one_sided(ends: Ends, rows: Sequence[Row]) -> Iterator[str]:
    """Yield the items that only one side prints, with that figure and why the other has none."""
    for row in rows:
        cells = ends.cells(row)
        if [cell.value is None for cell in cells].count(True) == 1:
            names = (ends.name(ends.budget), ends.name(ends.outturn))
            said = [f"{name}{_figure(ends, cell)}" for name, cell in zip(names, cells, strict=True)]
            yield f"{row.label}（{'，'.join(said)}）"


def _figure(ends: Ends, cell: Cell) -> str:
    if cell.value is None:
        return cell_reason(cell)
    return f" {money_text(cell.value, ends.result.selection.money)}"


def _label(result: Comparison, step: Step) -> str:
    """Changes carry their sign."""
    sign = "+" if step.is_change and step.value > 0 else ""
    return sign + with_minus(money_text(step.value, result.selection.money))


def _zoom(levels: Sequence[float]) -> list[float] | None:
    """Return where the axis begins and ends if the steps are too thin to read from 0; nothing where they are not."""
    low, high = min(levels), max(levels)
    span = high - low
    if low <= 0 or not span or span >= THIN * high:
        return None
    step = 10 ** floor(log10(span))
    return [float(floor((low - LEFT_OF_TOTALS * span) / step) * step), high + ROOM * span]
