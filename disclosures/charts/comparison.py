"""Draw a comparison as the chart that was chosen or that fits; what is absent is a gap, never a 0."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from disclosures.charts.courses import draw_dots, draw_heat, draw_lines
from disclosures.charts.fitting import auto, unfit
from disclosures.charts.flows import draw_sankey, draw_treemap, flowing_in
from disclosures.charts.layout import Drawing
from disclosures.charts.parts import draw_bars, draw_shares, draw_stacked
from disclosures.charts.waterfall import draw_waterfall
from disclosures.comparison.result import Comparison
from disclosures.comparison.selection import Chart

DRAWERS: Mapping[Chart, Callable[[Comparison], Drawing]] = {
    Chart.BARS: draw_bars,
    Chart.STACKED: draw_stacked,
    Chart.SHARES: draw_shares,
    Chart.LINES: draw_lines,
    Chart.DOTS: draw_dots,
    Chart.HEAT: draw_heat,
    Chart.TREEMAP: draw_treemap,
    Chart.SANKEY: draw_sankey,
    Chart.WATERFALL: draw_waterfall,
}


# What a chart shows besides the figures of its table.
BESIDES: Mapping[Chart, Callable[[Comparison], frozenset[int]]] = {Chart.SANKEY: flowing_in}


def draw(result: Comparison) -> Drawing | None:
    """Return the chosen chart, or the one that fits; nothing where no cell has a value to draw."""
    drawn = _drawn(result)
    return None if drawn is None else DRAWERS[drawn](result)


def line_items_besides(result: Comparison) -> frozenset[int]:
    """Return the line items that the chart shows and the table does not: whoever sees it may open them."""
    drawn = _drawn(result)
    return BESIDES[drawn](result) if drawn is not None and drawn in BESIDES else frozenset()


def _drawn(result: Comparison) -> Chart | None:
    if not any(cell.value is not None for cell in result.cells.values()):
        return None
    chosen = result.selection.chart
    return auto(result) if chosen == Chart.AUTO or unfit(chosen, result) else chosen


def why_not(result: Comparison) -> str:
    """Return why the chosen chart was not drawn; nothing where it was."""
    return "" if result.is_empty else str(unfit(result.selection.chart, result))
