"""Draw the rows of a comparison as bars: side by side, stacked, or as parts of a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from disclosures.charts.direct import absent, in_group, room_for_minus
from disclosures.charts.focus import as_listed, focus, in_percent_of_targets, is_measured_apart
from disclosures.charts.layout import BAR_HEIGHT, PALETTE, TARGET, Drawing, dressed, unit_colours
from disclosures.charts.points import (
    columns_with_figures,
    hover,
    labels,
    plotted,
    series_name,
    strength,
    top_rows,
    value_title,
    words,
)
from disclosures.charts.wholes import lacking
from disclosures.comparison.display import cell_reason
from disclosures.comparison.result import Cell, Comparison, Row

# Where a result is as large as its target.
TARGET_LINE = {
    **{"type": "line", "x0": 100, "x1": 100, "yref": "paper", "y0": 0, "y1": 1},
    "line": {"width": 2, "dash": "dot", "color": TARGET},
}
# Indicators stand below two levels; what stands deeper is one project's of several.
DEEPEST_LEVEL = 2
LONGEST_NAME = 18
LONGEST_COMPLETION = 200.0
HATCHINGS = ("", "/", "x", ".")


def draw_bars(result: Comparison) -> Drawing:
    """Draw a bar for each unit and year in each top row."""
    rows = top_rows(result, len(result.columns))
    apart = is_measured_apart(result)
    colours = unit_colours(result.selection.units)
    traces: list[dict[str, Any]] = []
    numbers = columns_with_figures(result, rows) if len(rows) > 1 else list(range(len(result.columns)))
    for number in numbers:
        column, cells = result.columns[number], [result.cell(row, number) for row in rows]
        trace = {
            "type": "bar",
            "y": [row.key if apart else str(row.label) for row in rows],
            "x": [_length(result, cell) for cell in cells],
            "name": series_name(result, column),
            "orientation": "h",
            "marker": {"color": colours[column.unit], "opacity": strength(result, column)},
            "hovertext": [hover(result, row, column, cell) for row, cell in zip(rows, cells, strict=True)],
            "hoverinfo": "text",
            "text": labels(result, cells),
            "textposition": "outside",
            "cliponaxis": False,
            "customdata": [cell.place for cell in cells],
        }
        traces.append(trace)
    height = max(len(rows) * len(traces), 4) * BAR_HEIGHT + 5 * BAR_HEIGHT
    drawn = dressed(traces, height=height, horizontal=True)
    drawn["layout"]["barmode"] = "group"
    drawn["layout"]["annotations"] = list(_absent(result, rows, numbers, drawn["layout"]["bargap"]))
    drawn["layout"]["xaxis"] |= room_for_minus([length for one in traces for length in one["x"] if length is not None])
    drawn["layout"]["showlegend"] = True
    if apart:
        drawn["layout"]["yaxis"] |= _named_by_key(rows)
    if in_percent_of_targets(result):
        drawn["layout"]["shapes"] = [TARGET_LINE]
    chosen = focus(result).key if apart and not in_percent_of_targets(result) else ""
    title, caveat = str(result.selection.dimension.label), _left_out(result, rows, numbers)
    return Drawing(title, words(result, rows), drawn, chosen, value_title(result), caveat)


def _absent(result: Comparison, rows: Sequence[Row], numbers: Sequence[int], gap: float) -> Iterator[dict[str, Any]]:
    """Yield the signs at the places of the bars that have no figure."""
    for position, row in enumerate(rows):
        for place, number in enumerate(numbers):
            if (cell := result.cell(row, number)).value is None:
                yield absent(result, cell, in_group(position, place, len(numbers), gap))


def _left_out(result: Comparison, rows: Sequence[Row], numbers: Sequence[int]) -> str:
    """Name the columns that have no bar at all, each with why: their places would stay empty in every row."""
    out = [number for number in range(len(result.columns)) if number not in numbers]
    named = [f"{series_name(result, result.columns[one])}（{cell_reason(result.cell(rows[0], one))}）" for one in out]
    return _("图中没有：%(columns)s。") % {"columns": "、".join(named)} if named else ""


def _named_by_key(rows: Sequence[Row]) -> dict[str, Any]:
    """Return an axis whose places are rows by their keys: several indicators may have one name."""
    return {
        "type": "category",
        "tickmode": "array",
        "tickvals": [row.key for row in rows],
        "ticktext": [_short(row) for row in rows],
    }


def _length(result: Comparison, cell: Cell) -> float | None:
    """Return how long a bar is: a result many times its target would press all others flat, its label says it."""
    height = plotted(result, cell)
    return min(height, LONGEST_COMPLETION) if height is not None and in_percent_of_targets(result) else height


def _short(row: Row) -> str:
    """Return what a bar is called: projects of one indicator stand beside its name, the levels are in the table."""
    name = f"{row.above[-1]} · {row.label}" if row.depth > DEEPEST_LEVEL else str(row.label)
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def draw_stacked(result: Comparison) -> Drawing:
    """Draw a bar for each unit and year, the top rows stacked in it."""
    title = _("%(dimension)s的构成") % {"dimension": result.selection.dimension.label}
    return _stack(result, title, value_title(result), barnorm="")


def draw_shares(result: Comparison) -> Drawing:
    """Draw the same stacks as parts of a hundred."""
    title = _("%(dimension)s的构成（百分比）") % {"dimension": result.selection.dimension.label}
    return _stack(result, title, "%", barnorm="percent")


def _stack(result: Comparison, title: str, axis: str, *, barnorm: str) -> Drawing:
    rows = top_rows(result)
    numbers = columns_with_figures(result, rows)
    positions = as_listed(result, rows)
    layers = [_layer(result, row, numbers, positions[row.key]) for row in rows]
    drawn = dressed(layers, height=(len(numbers) + 6) * BAR_HEIGHT, horizontal=True)
    drawn["layout"] |= {"barmode": "stack", "barnorm": barnorm}
    return Drawing(title, words(result, rows), drawn, values=axis, caveat=lacking((result, rows, numbers)))


def _layer(result: Comparison, row: Row, numbers: list[int], position: int) -> dict[str, Any]:
    """Return one item's part of every bar; where the colours come round again, a hatching tells items apart."""
    cells = [(result.columns[number], result.cell(row, number)) for number in numbers]
    return {
        "type": "bar",
        "y": [series_name(result, column) for column, _cell in cells],
        "x": [plotted(result, cell) for _column, cell in cells],
        "name": str(row.label),
        "orientation": "h",
        "marker": {
            "color": PALETTE[position % len(PALETTE)],
            "line": {"width": 1, "color": "rgba(255,255,255,0.8)"},
            "pattern": {"shape": HATCHINGS[position // len(PALETTE) % len(HATCHINGS)]},
        },
        "hovertext": [hover(result, row, column, cell) for column, cell in cells],
        "hoverinfo": "text",
        "customdata": [cell.place for _column, cell in cells],
    }
