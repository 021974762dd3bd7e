"""Say every point of a comparison's charts alike: its height, its label, its sentence, the axis it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.charts.focus import alike, as_listed, focus, in_percent_of_targets, is_measured_apart
from disclosures.charts.hovers import page_words
from disclosures.charts.names import with_minus
from disclosures.comparison.display import cell_text, number_text, scaled, unit_text
from disclosures.comparison.measures import DEFINITIONS
from disclosures.comparison.result import Cell, Column, Comparison, Row
from disclosures.comparison.wording import has_own_units, measure_label

# More bars than this in one chart, and nobody can read them: the table below shows them all.
MAX_BARS = 60
WORDS_OF_ROWS = 5
# A label stands beside its bar: a sentence would push the bars aside.
LONGEST_LABEL = 12
WORDS_OF_COLUMNS = 12


def height_of(result: Comparison, value: Decimal) -> float:
    """Return a measured value as plotly's axis has it."""
    if not is_measured_apart(result) and DEFINITIONS[result.selection.measure].unit == "yuan":
        return float(scaled(value, result.selection.money))
    return float(value)


def plotted(result: Comparison, cell: Cell) -> float | None:
    """Return the height of a point; plotly draws a gap where there is None."""
    return None if cell.value is None else height_of(result, cell.value)


def label(result: Comparison, cell: Cell) -> str:
    """Return a point's label, as the table prints it; of a number within words, the number."""
    if cell.value is not None and len(cell.text) > LONGEST_LABEL:
        return with_minus(number_text(cell.value))
    shown = "" if cell.value is None else cell_text(cell, result.selection.measure, result.selection.money)
    return with_minus(shown)


def labels(result: Comparison, cells: Sequence[Cell]) -> list[str]:
    """Return the labels of points that stand together; computed percentages have alike many decimals."""
    shown = [label(result, cell) for cell in cells]
    if not in_percent_of_targets(result):
        return shown
    decimals = max((_decimals(text) for text in shown), default=0)
    return [_padded(text, decimals) for text in shown]


def _padded(text: str, decimals: int) -> str:
    """Write a percentage with so many decimals."""
    missing = decimals - _decimals(text)
    if not text.endswith("%") or missing <= 0:
        return text
    return f"{text[:-1]}{'' if _decimals(text) else '.'}{'0' * missing}%"


def _decimals(text: str) -> int:
    """Return how many decimals a percentage is written with."""
    return len(text.removesuffix("%").partition(".")[2])


def hover(result: Comparison, row: Row, column: Column, cell: Cell) -> str:
    """Say the point as a sentence with the page it was printed on."""
    unit = unit_text(result.selection.measure, result.selection.money)
    shown = cell.text or label(result, cell).removesuffix("%") + unit
    said = f"{column.unit_name} {result.heading(column)}<br>{row.name}：{with_minus(shown)}"
    return said + page_words(cell.page)


def value_title(result: Comparison) -> str:
    """Return the title of the axis of values."""
    selection = result.selection
    own = has_own_units(selection.dimension, selection.measure)
    unit = focus(result).measure or _("原文单位") if own else unit_text(selection.measure, selection.money)
    return f"{measure_label(selection.dimension, selection.measure)}（{unit}）"


def series_name(result: Comparison, column: Column) -> str:
    """Return a column's name in the legend: the unit, with year and stage where there are several."""
    several = len(result.selection.years) * len(result.selection.stages) > 1
    return f"{column.unit_name} {result.heading(column)}" if several else column.unit_name


def strength(result: Comparison, column: Column) -> float:
    """Return how strong a column's colour is: earlier years are paler, so that the colour still says the unit."""
    places = [(year, stage) for year in result.selection.years for stage in result.selection.stages]
    palest = 0.35
    if len(places) == 1:
        return 1.0
    return palest + (1 - palest) * places.index((column.year, column.stage)) / (len(places) - 1)


def words(result: Comparison, rows: Sequence[Row]) -> str:
    """Say the chart for those who cannot see it: the first rows of every column, as the table prints them."""
    measure, money = result.selection.measure, result.selection.money
    said = []
    for number, column in enumerate(result.columns[:WORDS_OF_COLUMNS]):
        cells = [f"{row.label} {cell_text(result.cell(row, number), measure, money)}" for row in rows[:WORDS_OF_ROWS]]
        said.append(f"{column.unit_name} {result.heading(column)}：{'，'.join(cells)}")
    return f"{value_title(result)}。" + "；".join(said)


def top_rows(result: Comparison, bars_a_row: int = 1) -> list[Row]:
    """Return the top rows without the total; the largest of them where there are more than can be read."""
    top = [row for row in result.rows if row.parent is None and not row.is_total] or list(result.rows)
    if is_measured_apart(result):
        top = alike(result) or [focus(result)]
    fitting = max(MAX_BARS // max(bars_a_row, 1), 1)
    if len(top) <= fitting or in_percent_of_targets(result):
        return top[:fitting]
    listed = as_listed(result, top)
    largest = sorted(top, key=lambda row: (-_largest(result, row), listed[row.key]))
    kept = {row.key for row in largest[:fitting]}
    return [row for row in top if row.key in kept]


def columns_with_figures(result: Comparison, rows: Sequence[Row]) -> list[int]:
    """Return the columns that have at least one figure in the rows."""
    numbers = range(len(result.columns))
    return [number for number in numbers if any(result.cell(row, number).value is not None for row in rows)]


def _largest(result: Comparison, row: Row) -> Decimal:
    return max((abs(cell.value) for cell in result.line(row) if cell.value is not None), default=Decimal(0))
