"""Draw one row of a comparison over years or units, and all rows as a heat map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from statistics import median, quantiles
from typing import Any

from django.utils.translation import gettext as _

from disclosures.charts.direct import End, absent, at_ends, ends_for_screens, room_around
from disclosures.charts.focus import focus, is_measured_apart
from disclosures.charts.layout import BAR_HEIGHT, GRID, Drawing, dressed, unit_colours
from disclosures.charts.names import in_lines, with_minus
from disclosures.charts.points import height_of, hover, labels, plotted, series_name, top_rows, value_title, words
from disclosures.charts.scale import Scale
from disclosures.comparison.display import number_text, value_text
from disclosures.comparison.measures import FEN
from disclosures.comparison.result import Column, Comparison, Row

LINE_HEIGHT = 380
# What the years below and the margin above leave of it for the lines.
OF_LINES = LINE_HEIGHT - 48
# Values at all points of more lines than this would lie over each other.
MOST_WITH_VALUES = 1
# A median band needs enough units to have a middle half.
FEWEST_FOR_A_BAND = 4
# A cell holds its number, a column's heading so many letters a line; a wider map is scrolled.
ROW_NAMES, COLUMN_WIDTH, LINE_LENGTH = 190, 96, 6
# From faint to strong in our accent; on the dark theme the strong end is the bright one.
HEAT_SCALE = [[0, "#e2f1f0"], [0.6, "#93cdc9"], [1, "#084f4f"]]
DARK_HEAT_SCALE = [[0, "#1d2f36"], [0.5, "#2f8581"], [1, "#9be3df"]]


def draw_lines(result: Comparison) -> Drawing:
    """Draw one row over the years: a line for each unit and stage."""
    row = focus(result)
    years = [str(year) for year in dict.fromkeys(column.year for column in result.columns)]
    traces, ends = [], []
    courses = {key: numbers for key, numbers in _courses(result.columns).items() if _has_values(result, row, numbers)}
    for (unit, stage), numbers in courses.items():
        trace = _line(result, row, unit, stage, numbers)
        traces.append(trace | _with_values(trace) if len(courses) <= MOST_WITH_VALUES else trace)
        ends.append(_end(trace, years))
    scale = Scale.of(height for trace in traces for height in trace["y"] if height is not None)
    drawn = dressed(traces, height=LINE_HEIGHT)
    drawn["layout"]["xaxis"] |= {"type": "category", "categoryorder": "array", "categoryarray": years}
    drawn["layout"]["xaxis"]["range"] = [-0.25, len(years) - 0.9]
    drawn["layout"]["yaxis"] |= {"range": scale.range, "dtick": scale.step, "tick0": 0}
    drawn["layout"]["annotations"] = named = at_ends(ends, scale, OF_LINES)
    drawn["layout"]["showlegend"] = True
    if named:
        drawn["layout"]["meta"] = ends_for_screens(ends)
    title = _("%(row)s的变化") % {"row": row.whole_name}
    return Drawing(title, words(result, [row]), drawn, row.key, value_title(result))


def _with_values(trace: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a line says its values at its points; that of the last one stands at its end."""
    last = max(number for number, height in enumerate(trace["y"]) if height is not None)
    said = [text if number != last else "" for number, text in enumerate(trace["text"])]
    return {"mode": "lines+markers+text", "textposition": "top center", "text": said}


def _has_values(result: Comparison, row: Row, numbers: Sequence[int]) -> bool:
    return any(result.cell(row, number).value is not None for number in numbers)


def _line(result: Comparison, row: Row, unit: int, stage: str, numbers: Sequence[int]) -> dict[str, Any]:
    cells, columns = [result.cell(row, number) for number in numbers], [result.columns[number] for number in numbers]
    staged = len(result.selection.stages) > 1
    colour = unit_colours(result.selection.units)[unit]
    return {
        "type": "scatter",
        "x": [str(column.year) for column in columns],
        "y": [plotted(result, cell) for cell in cells],
        "name": f"{columns[0].unit_name} {result.stage_label(columns[0].stage)}" if staged else columns[0].unit_name,
        "mode": "lines+markers",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": colour, "width": 2.5, "dash": _dash(result, stage)},
        "marker": {"size": 8},
        "text": labels(result, cells),
        "hovertext": [hover(result, row, column, cell) for column, cell in zip(columns, cells, strict=True)],
        "hoverinfo": "text",
        "customdata": [cell.place for cell in cells],
    }


def _end(trace: Mapping[str, Any], years: Sequence[str]) -> End:
    """Return the last point of a line."""
    known = [point for point in zip(trace["x"], trace["y"], trace["text"], strict=True) if point[1] is not None]
    year, height, shown = known[-1]
    return End(trace["name"], shown, years.index(year), height, trace["line"]["color"])


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
    pairs = list(zip(result.columns, result.line(row), strict=True))
    heights = [plotted(result, cell) for _column, cell in pairs]
    known = [cell.value for _column, cell in pairs if cell.value is not None]
    shown = labels(result, [cell for _column, cell in pairs])
    trace = {
        "type": "scatter",
        "x": heights,
        "y": [series_name(result, column) for column, _cell in pairs],
        "mode": "markers+text",
        "marker": {"size": 12, "color": [colours[column.unit] for column, _cell in pairs]},
        "text": shown,
        "textposition": "middle right",
        "cliponaxis": False,
        "hovertext": [hover(result, row, column, cell) for column, cell in pairs],
        "hoverinfo": "text",
        "customdata": [cell.place for _column, cell in pairs],
    }
    drawn = dressed([trace], height=(len(pairs) + 4) * BAR_HEIGHT, horizontal=True)
    layout = drawn["layout"]
    layout["xaxis"] |= room_around([height for height in heights if height is not None])
    # Named one by one, a unit without a figure keeps its place.
    layout["yaxis"] |= {"type": "category", "categoryorder": "array", "categoryarray": trace["y"]}
    layout["yaxis"] |= {"range": [len(pairs) - 0.5, -0.5], "autorange": False}
    signs = {place: absent(result, cell, place) for place, (_column, cell) in enumerate(pairs) if cell.value is None}
    layout["annotations"] = list(signs.values())
    said = [signs[place]["text"] if place in signs else text for place, text in enumerate(shown)]
    caveat = _add_middle(result, layout, sorted(known), list(zip(heights, said, strict=True)))
    title = _("%(row)s：各单位与中位数") % {"row": row.whole_name}
    return Drawing(title, words(result, [row]), drawn, row.key, value_title(result), caveat)


Points = Sequence[tuple[float | None, str]]


def _add_middle(result: Comparison, layout: dict[str, Any], known: Sequence[Decimal], points: Points) -> str:
    """Draw the median as a named line and, of enough units, the middle half as a band; return both in words."""
    if len(known) < 2:
        return ""
    middle = median(known)
    name = _("中位数 %(value)s") % {"value": _said(result, middle)}
    at, largest = height_of(result, middle), max(height_of(result, value) for value in known)
    layout["shapes"] = list(_median_between_labels(at, layout["xaxis"]["range"], points))
    anchor = "left" if at <= largest / 2 else "right"
    layout["annotations"].append({**ABOVE, "x": at, "text": name, "xanchor": anchor})
    layout["margin"] = {**layout["margin"], "t": 28}
    if len(known) < FEWEST_FOR_A_BAND:
        return _("虚线是%(median)s。") % {"median": name}
    lower, _middle, upper = quantiles(known, n=4, method="inclusive")
    layout["shapes"].append({**BAND, "x0": height_of(result, lower), "x1": height_of(result, upper)})
    ends = {"median": name, "lower": _said(result, lower), "upper": _said(result, upper)}
    return _("虚线是%(median)s；灰带是居中的一半单位，从 %(lower)s 到 %(upper)s。") % ends


def _median_between_labels(at: float, ends: Sequence[float], points: Points) -> Iterator[dict[str, Any]]:
    """Yield the pieces of the median's line: it is left out where a label, on however narrow a screen, may stand.

    Labels stand at the right of their points, and signs of absence at the right of 0.
    """
    struck = [place for place, (height, said) in enumerate(points) if _is_reached(at, height or 0.0, said, ends)]
    start = -0.5
    for place in struck:
        yield {**MEDIAN, "x0": at, "x1": at, "y0": start, "y1": place - HALF_A_LABEL}
        start = place + HALF_A_LABEL
    yield {**MEDIAN, "x0": at, "x1": at, "y0": start, "y1": len(points) - 0.5}


def _is_reached(at: float, height: float, said: str, ends: Sequence[float]) -> bool:
    """Tell whether the label of a point at the left of the median comes as far as its line."""
    width = sum(DIGIT if letter.isascii() else LETTER for letter in said)
    return height < at and (at - height) / (ends[1] - ends[0]) * NARROWEST < BESIDE_A_DOT + width


# In pixels: the least room for dots, on a phone; a dot with the gap beside it; what stands in a label.
NARROWEST, BESIDE_A_DOT, DIGIT, LETTER = 160, 12, 8, 13
# In rows.
HALF_A_LABEL = 0.32
MEDIAN = {"type": "line", "layer": "below", "line": {"dash": "dot", "width": 2, "color": "#7a7a7a"}}
BAND = {"type": "rect", "yref": "paper", "y0": 0, "y1": 1, "fillcolor": GRID, "line": {"width": 0}, "layer": "below"}
ABOVE = {"name": "median", "yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False}


def _said(result: Comparison, value: Decimal) -> str:
    if is_measured_apart(result):
        return with_minus(number_text(value))
    return with_minus(value_text(value.quantize(FEN, ROUND_HALF_UP), result.selection.measure, result.selection.money))


def draw_heat(result: Comparison) -> Drawing:
    """Draw units over items: the darker, the larger within its row, so that small items are seen as well."""
    rows = top_rows(result)
    cells = [list(result.line(row)) for row in rows]
    trace = {
        "type": "heatmap",
        "x": [in_lines(series_name(result, column), LINE_LENGTH) for column in result.columns],
        "y": [str(row.label) for row in rows],
        "z": [_of_the_largest([plotted(result, cell) for cell in line]) for line in cells],
        "text": [labels(result, line) for line in cells],
        "texttemplate": "%{text}",
        "hovertext": [
            [hover(result, row, column, cell) for column, cell in zip(result.columns, line, strict=True)]
            for row, line in zip(rows, cells, strict=True)
        ],
        "hoverinfo": "text",
        "customdata": [[cell.place for cell in line] for line in cells],
        "colorscale": HEAT_SCALE,
        "showscale": False,
        "hoverongaps": False,
        "xgap": 2,
        "ygap": 2,
    }
    drawn = dressed([trace], height=(len(rows) + 6) * BAR_HEIGHT, horizontal=True)
    drawn["layout"]["xaxis"] |= {"type": "category", "showgrid": False, "side": "top", "tickangle": 0}
    drawn["layout"]["margin"]["r"] = 16
    drawn["layout"]["meta"] = {
        "leastWidth": ROW_NAMES + COLUMN_WIDTH * len(result.columns),
        "heat": {"light": HEAT_SCALE, "dark": DARK_HEAT_SCALE},
    }
    title = _("%(dimension)s：颜色越浓，在该行中越大") % {"dimension": result.selection.dimension.label}
    return Drawing(title, words(result, rows), drawn, values=value_title(result))


def _of_the_largest(heights: Sequence[float | None]) -> list[float | None]:
    """Return heights as parts of the row's largest; a gap stays a gap, and of a row of zeros each is faint."""
    largest = max((abs(height) for height in heights if height is not None), default=0)
    return [None if height is None else abs(height) / (largest or 1) for height in heights]
