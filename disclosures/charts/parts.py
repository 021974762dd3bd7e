"""Draw the rows of a comparison as bars: side by side, stacked, or as parts of a hundred."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from disclosures.charts.layout import BAR_HEIGHT, PALETTE, Drawing, dressed, unit_colours
from disclosures.charts.points import (
    columns_with_figures,
    hover,
    label,
    plotted,
    series_name,
    strength,
    top_rows,
    value_title,
    words,
)
from disclosures.comparison.result import Comparison, Row

HATCHINGS = ("", "/", "x", ".")


def draw_bars(result: Comparison) -> Drawing:
    """Draw a bar for each unit and year in each top row."""
    rows = top_rows(result, len(result.columns))
    colours = unit_colours(result.selection.units)
    drawn_columns = columns_with_figures(result, rows)
    traces = []
    for number in drawn_columns:
        column, cells = result.columns[number], [result.cell(row, number) for row in rows]
        trace = {
            "type": "bar",
            "y": [str(row.label) for row in rows],
            "x": [plotted(result, cell) for cell in cells],
            "name": series_name(result, column),
            "orientation": "h",
            "marker": {"color": colours[column.unit], "opacity": strength(result, column)},
            "hovertext": [hover(result, row, column, cell) for row, cell in zip(rows, cells, strict=True)],
            "hoverinfo": "text",
            "text": [label(result, cell) for cell in cells],
            "textposition": "outside",
            "cliponaxis": False,
            "customdata": [cell.line_item for cell in cells],
        }
        traces.append(trace)
    height = max(len(rows) * len(drawn_columns), 4) * BAR_HEIGHT + 5 * BAR_HEIGHT
    drawn = dressed(traces, height=height, horizontal=True)
    drawn["layout"]["barmode"] = "group"
    return Drawing(str(result.selection.dimension.label), words(result, rows), drawn, values=value_title(result))


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
    layers = [_layer(result, row, numbers, position) for position, row in enumerate(rows)]
    drawn = dressed(layers, height=(len(numbers) + 6) * BAR_HEIGHT, horizontal=True)
    drawn["layout"] |= {"barmode": "stack", "barnorm": barnorm}
    return Drawing(title, words(result, rows), drawn, values=axis)


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
        "customdata": [cell.line_item for _column, cell in cells],
    }
