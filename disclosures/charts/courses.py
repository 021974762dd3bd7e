"""Draw one row of a comparison over years or units, and all rows as a heat map."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, quantiles

from django.utils.translation import gettext as _

from disclosures.charts.layout import BAR_HEIGHT, GRID, Drawing, dressed, unit_colours
from disclosures.charts.points import hover, label, plotted, series_name, top_rows, value_title, words
from disclosures.comparison.result import Column, Comparison, Row

LINE_HEIGHT = 380
# A median band needs enough units to have a middle half.
FEWEST_FOR_A_BAND = 4
# A cell holds its number, a column's heading so many letters a line; a wider map is scrolled.
ROW_NAMES, COLUMN_WIDTH, LINE_LENGTH = 190, 96, 6
# From faint to strong in our accent, so that the map reads alike on paper and on the dark theme.
HEAT_SCALE = [[0, "#e2f1f0"], [0.5, "#5aa9a6"], [1, "#084f4f"]]


def first_focus(result: Comparison) -> Row:
    """Return the row that a chart of one row draws where none is chosen: the total, else the first."""
    return next((row for row in result.rows if row.is_total), result.rows[0])


def focus(result: Comparison) -> Row:
    """Return the row that a chart of one row draws."""
    return next((row for row in result.rows if row.key == result.selection.row), first_focus(result))


def draw_lines(result: Comparison) -> Drawing:
    """Draw one row over the years: a line for each unit and stage."""
    row = focus(result)
    colours = unit_colours(result.selection.units)
    traces = []
    for (unit, stage), numbers in _courses(result.columns).items():
        cells = [result.cell(row, number) for number in numbers]
        if all(cell.value is None for cell in cells):
            continue
        columns = [result.columns[number] for number in numbers]
        staged = len(result.selection.stages) > 1
        name = f"{columns[0].unit_name} {columns[0].stage.label}" if staged else columns[0].unit_name
        trace = {
            "type": "scatter",
            "x": [str(column.year) for column in columns],
            "y": [plotted(result, cell) for cell in cells],
            "name": name,
            "mode": "lines+markers",
            "connectgaps": False,
            "line": {"color": colours[unit], "width": 2.5, "dash": _dash(result, stage)},
            "marker": {"size": 8},
            "hovertext": [hover(result, row, column, cell) for column, cell in zip(columns, cells, strict=True)],
            "hoverinfo": "text",
            "customdata": [cell.line_item for cell in cells],
        }
        traces.append(trace)
    drawn = dressed(traces, height=LINE_HEIGHT)
    drawn["layout"]["xaxis"]["type"] = "category"
    drawn["layout"]["yaxis"]["rangemode"] = "tozero"
    return Drawing(_("%(row)s的变化") % {"row": row.label}, words(result, [row]), drawn, row.key, value_title(result))


def _courses(columns: Sequence[Column]) -> dict[tuple[int, str], list[int]]:
    """Return the columns' numbers by unit and stage."""
    numbers: dict[tuple[int, str], list[int]] = {}
    for number, column in enumerate(columns):
        numbers.setdefault((column.unit, column.stage), []).append(number)
    return numbers


def _dash(result: Comparison, stage: str) -> str:
    """The last stage of the year is what happened: it has the full line."""
    return "solid" if stage == result.selection.stages[-1] else "dot"


def draw_dots(result: Comparison) -> Drawing:
    """Draw one row of many units as dots, with their median and the middle half as a band."""
    row = focus(result)
    colours = unit_colours(result.selection.units)
    known = [
        (column, cell) for column, cell in zip(result.columns, result.line(row), strict=True) if cell.value is not None
    ]
    heights = [float(plotted(result, cell) or 0) for _column, cell in known]
    trace = {
        "type": "scatter",
        "x": heights,
        "y": [series_name(result, column) for column, _cell in known],
        "mode": "markers+text",
        "marker": {"size": 12, "color": [colours[column.unit] for column, _cell in known]},
        "text": [label(result, cell) for _column, cell in known],
        "textposition": "middle right",
        "cliponaxis": False,
        "hovertext": [hover(result, row, column, cell) for column, cell in known],
        "hoverinfo": "text",
        "customdata": [cell.line_item for _column, cell in known],
    }
    drawn = dressed([trace], height=(len(known) + 4) * BAR_HEIGHT, horizontal=True)
    drawn["layout"]["xaxis"]["rangemode"] = "tozero"
    drawn["layout"]["shapes"] = _band(heights)
    title = _("%(row)s：各单位与中位数") % {"row": row.label}
    return Drawing(title, words(result, [row]), drawn, row.key, value_title(result))


def _band(heights: Sequence[float]) -> list[dict[str, object]]:
    """Return the median as a line and, where there are enough units, the middle half as a band."""
    if len(heights) < 2:
        return []
    line = {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "line": {"dash": "dot", "width": 2, "color": "#7a7a7a"}}
    shapes: list[dict[str, object]] = [{**line, "x0": median(heights), "x1": median(heights)}]
    if len(heights) >= FEWEST_FOR_A_BAND:
        lower, _middle, upper = quantiles(heights, n=4, method="inclusive")
        band = {"type": "rect", "yref": "paper", "y0": 0, "y1": 1, "fillcolor": GRID, "line": {"width": 0}}
        shapes.append({**band, "x0": lower, "x1": upper, "layer": "below"})
    return shapes


def draw_heat(result: Comparison) -> Drawing:
    """Draw units over items: the darker, the larger within its row, so that small items are seen as well."""
    rows = top_rows(result)
    cells = [list(result.line(row)) for row in rows]
    trace = {
        "type": "heatmap",
        "x": [_in_lines(series_name(result, column)) for column in result.columns],
        "y": [str(row.label) for row in rows],
        "z": [_of_the_largest([plotted(result, cell) for cell in line]) for line in cells],
        "text": [[label(result, cell) for cell in line] for line in cells],
        "texttemplate": "%{text}",
        "hovertext": [
            [hover(result, row, column, cell) for column, cell in zip(result.columns, line, strict=True)]
            for row, line in zip(rows, cells, strict=True)
        ],
        "hoverinfo": "text",
        "customdata": [[cell.line_item for cell in line] for line in cells],
        "colorscale": HEAT_SCALE,
        "showscale": False,
        "hoverongaps": False,
        "xgap": 2,
        "ygap": 2,
    }
    drawn = dressed([trace], height=(len(rows) + 6) * BAR_HEIGHT, horizontal=True)
    drawn["layout"]["xaxis"] |= {"type": "category", "showgrid": False, "side": "top", "tickangle": 0}
    drawn["layout"]["margin"]["r"] = 16
    drawn["layout"]["meta"] = {"leastWidth": ROW_NAMES + COLUMN_WIDTH * len(result.columns)}
    title = _("%(dimension)s：颜色越深，在该行中越大") % {"dimension": result.selection.dimension.label}
    return Drawing(title, words(result, rows), drawn, values=value_title(result))


def _in_lines(name: str) -> str:
    """Break a name into lines that fit a column; Chinese may break after any character."""
    return "<br>".join(name[at : at + LINE_LENGTH] for at in range(0, len(name), LINE_LENGTH))


def _of_the_largest(heights: Sequence[float | None]) -> list[float | None]:
    """Return heights as parts of the row's largest; a gap stays a gap."""
    largest = max((abs(height) for height in heights if height is not None), default=0)
    return [None if height is None or not largest else abs(height) / largest for height in heights]
