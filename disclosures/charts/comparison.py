"""Draw a comparison: lines over years, or bars by row; what is absent is a gap, never a 0."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go
from django.utils.translation import gettext as _

from disclosures.charts.layout import BAR_HEIGHT, Drawing, dressed, unit_colours
from disclosures.comparison.display import cell_text, scaled, unit_text
from disclosures.comparison.measures import DEFINITIONS
from disclosures.comparison.result import Cell, Column, Comparison, Row
from disclosures.comparison.selection import Chart

# More bars than this a row, or more rows, and nobody can read them: the table below shows them all.
MAX_BARS = 60
LINE_HEIGHT = 380
# Earlier years of a unit are drawn paler, so that the colour still says the unit.
PALEST = 0.35


def draw(result: Comparison) -> Drawing | None:
    """Return the chart that fits the result, or nothing where there is no figure to draw."""
    if result.is_empty:
        return None
    return DRAWERS[_fitting(result)](result)


def _fitting(result: Comparison) -> Chart:
    """Several years of few amounts are a course over time; one year is a row of bars."""
    if result.selection.chart != Chart.AUTO:
        return result.selection.chart
    return Chart.LINES if len(result.selection.years) > 1 else Chart.BARS


def first_focus(result: Comparison) -> Row:
    """Return the row that lines are drawn of where none is chosen: the total, else the first."""
    return next((row for row in result.rows if row.is_total), result.rows[0])


def _focus(result: Comparison) -> Row:
    chosen = [row for row in result.rows if row.key == result.selection.row]
    return chosen[0] if chosen else first_focus(result)


def _lines(result: Comparison) -> Drawing:
    row = _focus(result)
    colours = unit_colours(result.selection.units)
    figure = go.Figure()
    for unit, numbers in _by_unit(result.columns).items():
        cells = [result.cell(row, number) for number in numbers]
        columns = [result.columns[number] for number in numbers]
        figure.add_scatter(
            x=[str(column.year) for column in columns],
            y=[_plotted(result, cell) for cell in cells],
            name=columns[0].unit_name,
            mode="lines+markers",
            connectgaps=False,
            line={"color": colours[unit], "width": 2.5},
            marker={"size": 8},
            hovertext=[_hover(result, row, column, cell) for column, cell in zip(columns, cells, strict=True)],
            hoverinfo="text",
        )
    figure.update_xaxes(type="category")
    figure.update_yaxes(rangemode="tozero")
    title = _("%(row)s的变化") % {"row": row.label}
    drawn = dressed(figure, height=LINE_HEIGHT, value_title=_value_title(result))
    return Drawing(title, _words(result, [row]), drawn, focus=row.key)


def _bars(result: Comparison) -> Drawing:
    rows = _drawn_rows(result)
    colours = unit_colours(result.selection.units)
    figure = go.Figure()
    drawn_columns = [
        number
        for number in range(len(result.columns))
        if any(result.cell(row, number).value is not None for row in rows)
    ]
    for number in drawn_columns:
        column, cells = result.columns[number], [result.cell(row, number) for row in rows]
        figure.add_bar(
            y=[str(row.label) for row in rows],
            x=[_plotted(result, cell) for cell in cells],
            name=_series(result, column),
            orientation="h",
            marker={"color": colours[column.unit], "opacity": _strength(result, column)},
            hovertext=[_hover(result, row, column, cell) for row, cell in zip(rows, cells, strict=True)],
            hoverinfo="text",
            text=[_label(result, cell) for cell in cells],
            textposition="outside",
            cliponaxis=False,
        )
    figure.update_layout(barmode="group")
    height = max(len(rows) * len(drawn_columns) * BAR_HEIGHT, 4 * BAR_HEIGHT) + 5 * BAR_HEIGHT
    drawn = dressed(figure, height=height, value_title=_value_title(result), horizontal=True)
    return Drawing(str(result.selection.dimension.label), _words(result, rows), drawn)


DRAWERS = {Chart.LINES: _lines, Chart.BARS: _bars}


def _by_unit(columns: Sequence[Column]) -> dict[int, list[int]]:
    """Return the columns' numbers by unit."""
    numbers: dict[int, list[int]] = {}
    for number, column in enumerate(columns):
        numbers.setdefault(column.unit, []).append(number)
    return numbers


def _drawn_rows(result: Comparison) -> list[Row]:
    """Return the top rows without the total, the largest where there are more than can be read."""
    top = [row for row in result.rows if row.parent is None and not row.is_total] or list(result.rows)
    fitting = max(MAX_BARS // max(len(result.columns), 1), 1)
    if len(top) <= fitting:
        return top
    weighty = sorted(top, key=lambda row: _largest(result, row), reverse=True)
    kept = {row.key for row in weighty[:fitting]}
    return [row for row in top if row.key in kept]


def _largest(result: Comparison, row: Row) -> Decimal:
    values = [abs(cell.value) for cell in result.line(row) if cell.value is not None]
    return max(values, default=Decimal(0))


def _plotted(result: Comparison, cell: Cell) -> float | None:
    """Return the height of a point for plotly, which draws a gap where there is None."""
    if cell.value is None:
        return None
    if DEFINITIONS[result.selection.measure].unit == "percent":
        return float(cell.value)
    return float(scaled(cell.value, result.selection.money))


def _label(result: Comparison, cell: Cell) -> str:
    return "" if cell.value is None else cell_text(cell, result.selection.measure, result.selection.money)


def _hover(result: Comparison, row: Row, column: Column, cell: Cell) -> str:
    """Say the point as a sentence with the page it was printed on."""
    unit = unit_text(result.selection.measure, result.selection.money)
    shown = _label(result, cell).removesuffix("%") + unit
    said = f"{column.unit_name} {column.year}年<br>{row.label}：{shown}"
    return said + (f"<br>{_('原文第')}{cell.page}{_('页')}" if cell.page else "")


def _series(result: Comparison, column: Column) -> str:
    return f"{column.unit_name} {column.year}" if len(result.selection.years) > 1 else column.unit_name


def _strength(result: Comparison, column: Column) -> float:
    years = result.selection.years
    if len(years) == 1:
        return 1.0
    return PALEST + (1 - PALEST) * years.index(column.year) / (len(years) - 1)


def _value_title(result: Comparison) -> str:
    measure = result.selection.measure
    return f"{measure.label}（{unit_text(measure, result.selection.money)}）"


def _words(result: Comparison, rows: Sequence[Row]) -> str:
    """Say the chart for those who cannot see it: the first rows of every column, as the table prints them."""
    said = []
    for number, column in enumerate(result.columns):
        shown = "，".join(
            f"{row.label} {cell_text(result.cell(row, number), result.selection.measure, result.selection.money)}"
            for row in rows[:5]
        )
        said.append(f"{column.unit_name} {column.year}年：{shown}")
    return f"{_value_title(result)}。" + "；".join(said[:12])
