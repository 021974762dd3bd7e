"""Dress every plotly figure alike: calm axes, our palette, Chinese numbers, a height that fits the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

# Chosen by search: far apart for full sight, for red-blind and for green-blind readers, and each seen on white paper
# and on the dark theme; tests/charts/test_palette.py measures both.
PALETTE = ("#0b6e6e", "#c68829", "#2269e5", "#df63b5", "#4d5e0a", "#129af0", "#803ca7", "#d9715e")
# A target is a line in this colour, whatever bars stand beside it.
TARGET = "#6b4fa0"
BAR_HEIGHT = 28
FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'
# Mid grey reads on white and on the dark theme alike; the script sets ink and paper by the page's theme.
GRID = "rgba(128,138,148,0.25)"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart ready for its page: the figure for plotly, its title, and the same in words.

    ``focus`` is the key of the one row of a comparison that it draws, where it draws only one. ``values`` says in
    what unit the values are, beside the title: turned upright on an axis, Chinese is hard to read. ``caveat`` says
    which parts a drawn whole lacks.
    """

    title: str
    words: str
    figure: dict[str, Any]
    focus: str = ""
    values: str = ""
    caveat: str = ""


def unit_colours(units: Iterable[int]) -> Mapping[int, str]:
    """Give each unit the colour of its id, so that it keeps it across pages; a neighbour in the way moves on."""
    colours: dict[int, str] = {}
    for unit in units:
        preferred = unit % len(PALETTE)
        free = [(preferred + step) % len(PALETTE) for step in range(len(PALETTE))]
        chosen = next((number for number in free if PALETTE[number] not in colours.values()), preferred)
        colours[unit] = PALETTE[chosen]
    return colours


# Labels stand beside the ends of their bars, the longest one in the margin.
ROOM_FOR_LABELS = 80


def dressed(
    figure: go.Figure | Sequence[Mapping[str, Any]], *, height: int, value_title: str = "", horizontal: bool = False
) -> dict[str, Any]:
    """Return a figure as plain JSON values with our layout; ``value_title`` names the axis of the values.

    Traces may be given as they are: plotly's own objects cost a millisecond each, tests check them instead.
    """
    drawn: dict[str, Any] = {"data": [], "layout": {}}
    if isinstance(figure, go.Figure):
        drawn = figure.to_plotly_json()
    else:
        drawn["data"] = list(figure)
    quiet = {"showline": False, "zeroline": False, "showgrid": False, "automargin": True, "ticks": ""}
    values = {**quiet, "showgrid": True, "gridcolor": GRID, "zeroline": True, "zerolinecolor": GRID}
    values |= {"title": {"text": value_title, "standoff": 8}, "separatethousands": True, "tickformat": ",~r"}
    axes: dict[str, Any] = (
        {"xaxis": values, "yaxis": {**quiet, "autorange": "reversed"}} if horizontal else {"yaxis": values}
    )
    ours: dict[str, Any] = {**LAYOUT, "height": height, "xaxis": quiet, **axes}
    if horizontal:
        ours["margin"] = {**LAYOUT["margin"], "r": ROOM_FOR_LABELS}
    said: dict[str, Any] = drawn["layout"]
    said.pop("template", None)
    drawn["layout"] = {**said, **ours, **{name: {**ours[name], **said.get(name, {})} for name in ("xaxis", "yaxis")}}
    return drawn


LAYOUT: Mapping[str, Any] = {
    "margin": {"l": 8, "r": 16, "t": 8, "b": 8, "pad": 4},
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "font": {"family": FONT, "size": 13},
    "colorway": list(PALETTE),
    "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "title": {"text": ""}},
    "hoverlabel": {"font": {"family": FONT, "size": 13}, "align": "left"},
    "bargap": 0.25,
    "separators": ".,",
}
