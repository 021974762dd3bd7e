"""Dress every plotly figure alike: calm axes, our palette, Chinese numbers, a height that fits the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

# Okabe and Ito's hues, which colour-blind readers tell apart, darkened where they were faint on white.
PALETTE = ("#0b6e6e", "#d55e00", "#0072b2", "#b8860b", "#8e4585", "#56a0c9", "#5f7f1e", "#7a7a7a")
BAR_HEIGHT = 28
FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'
# Mid grey reads on white and on the dark theme alike; the script sets ink and paper by the page's theme.
GRID = "rgba(128,138,148,0.25)"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart ready for its page: the figure for plotly, its title, and the same in words.

    ``focus`` is the key of the one row of a comparison that it draws, where it draws only one.
    """

    title: str
    words: str
    figure: dict[str, Any]
    focus: str = ""


def unit_colours(units: Iterable[int]) -> Mapping[int, str]:
    """Give each unit the colour of its id, so that it keeps it across pages; a neighbour in the way moves on."""
    colours: dict[int, str] = {}
    for unit in units:
        preferred = unit % len(PALETTE)
        free = [(preferred + step) % len(PALETTE) for step in range(len(PALETTE))]
        chosen = next((number for number in free if PALETTE[number] not in colours.values()), preferred)
        colours[unit] = PALETTE[chosen]
    return colours


def dressed(figure: go.Figure, *, height: int, value_title: str, horizontal: bool = False) -> dict[str, Any]:
    """Return a figure as plain JSON values with our layout; ``value_title`` names the axis of the values."""
    quiet = {"showline": False, "zeroline": False, "showgrid": False, "automargin": True, "ticks": ""}
    values = {**quiet, "showgrid": True, "gridcolor": GRID, "zeroline": True, "zerolinecolor": GRID}
    values |= {"title": {"text": value_title, "standoff": 8}, "separatethousands": True, "tickformat": ",~r"}
    figure.update_layout(
        template=None,
        height=height,
        margin={"l": 8, "r": 16, "t": 8, "b": 8, "pad": 4},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": 13},
        colorway=list(PALETTE),
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "title": {"text": ""}},
        hoverlabel={"font": {"family": FONT, "size": 13}, "align": "left"},
        bargap=0.25,
        xaxis=values if horizontal else quiet,
        yaxis={**quiet, "autorange": "reversed"} if horizontal else values,
        separators=".,",
    )
    drawn: dict[str, Any] = figure.to_plotly_json()
    drawn["layout"].pop("template", None)
    return drawn
