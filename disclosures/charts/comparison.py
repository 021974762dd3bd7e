"""Draw a comparison as the chart that was chosen or that fits; what is absent is a gap, never a 0."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from disclosures.charts.courses import draw_dots, draw_heat, draw_lines
from disclosures.charts.fitting import auto, unfit
from disclosures.charts.flows import draw_sankey, draw_treemap, draw_waterfall
from disclosures.charts.layout import Drawing
from disclosures.charts.parts import draw_bars, draw_shares, draw_stacked
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


def draw(result: Comparison) -> Drawing | None:
    """Return the chosen chart, or the one that fits; nothing where no cell has a value to draw."""
    if not any(cell.value is not None for cell in result.cells.values()):
        return None
    chosen = result.selection.chart
    fitting = auto(result) if chosen == Chart.AUTO or unfit(chosen, result) else chosen
    return DRAWERS[fitting](result)


def why_not(result: Comparison) -> str:
    """Return why the chosen chart was not drawn; nothing where it was."""
    return "" if result.is_empty else str(unfit(result.selection.chart, result))
