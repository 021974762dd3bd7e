"""Write names and values where the eye is: at the end of a line, at the empty place of a figure that is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from disclosures.charts.names import shortened
from disclosures.charts.scale import Scale
from disclosures.comparison.display import cell_reason, cell_text
from disclosures.comparison.result import Cell, Comparison

# Two labels nearer than this lie over each other; so many letters of a name stand beside a chart.
LINE = 20
NAME_LENGTH = 14


@dataclass(frozen=True, slots=True)
class End:
    """The last point of a line: where it is, and what is written beside it; ``x`` counts the years of the axis."""

    name: str
    shown: str
    x: int
    y: float
    colour: str


def at_ends(ends: Sequence[End], scale: Scale, height: int) -> list[dict[str, Any]]:
    """Return the labels of lines, moved apart; none where there are more than fit above each other."""
    if len(ends) * LINE > height:
        return []
    return [one for end, shift in _apart(ends, scale, height) for one in (_stroke(end, shift), _label(end, shift))]


def ends_for_screens(ends: Sequence[End]) -> dict[str, Any]:
    """Return the margins beside the lines, and what is written there where there is no room for names."""
    figures = max(len(end.shown) for end in ends) * 9
    names = max(len(shortened(end.name, NAME_LENGTH)) for end in ends) * 13
    short = [end.shown for end in _highest_first(ends)]
    return {"roomAtEnds": 40 + names + figures, "roomAtShortEnds": 30 + figures, "shortEnds": short}


def _apart(ends: Sequence[End], scale: Scale, height: int) -> Iterator[tuple[End, float]]:
    """Yield each end with how far its label is moved up, the highest first."""
    ordered = _highest_first(ends)
    wanted = [scale.height(end.y) * height for end in ordered]
    places: list[float] = []
    for number, place in enumerate(wanted):
        left = (len(wanted) - 1 - number) * LINE
        highest = places[-1] - LINE if places else float(height)
        places.append(min(max(place, float(left)), highest))
    yield from ((end, place - want) for end, place, want in zip(ordered, places, wanted, strict=True))


def _highest_first(ends: Sequence[End]) -> list[End]:
    return sorted(ends, key=lambda end: -end.y)


def _beside(end: End, shift: float) -> dict[str, Any]:
    return {"x": end.x, "y": end.y, "showarrow": False, "xanchor": "left", "xshift": 8, "yshift": round(shift)}


def _stroke(end: End, shift: float) -> dict[str, Any]:
    """Return a piece of the line before its name: letters in its colour would be too pale to read."""
    return {**_beside(end, shift), "text": "━", "name": "stroke", "font": {"color": end.colour}}


def _label(end: End, shift: float) -> dict[str, Any]:
    text = f"{shortened(end.name, NAME_LENGTH)} {end.shown}"
    hovered = f"{end.name} {end.shown}"
    return {**_beside(end, shift), "text": text, "name": "end", "hovertext": hovered, "xshift": 22}


def absent(result: Comparison, cell: Cell, place: float) -> dict[str, Any]:
    """Return the sign of why there is no figure, at its empty place on a chart of bars or dots."""
    return {
        "x": 0,
        "y": place,
        "text": cell_text(cell, result.selection.measure, result.selection.money),
        "name": "absent",
        "hovertext": cell_reason(cell),
        "showarrow": False,
        "xanchor": "left",
        "xshift": 4,
        "opacity": 0.75,
    }


def in_group(position: int, number: int, count: int, gap: float) -> float:
    """Return where the bar with a number stands in the group at a position of an axis."""
    return position - 0.5 + gap / 2 + (1 - gap) * (number + 0.5) / count


def room_around(values: Sequence[float]) -> Mapping[str, Any]:
    """Return an axis on which a point at 0 does not lie on its name."""
    low, high = min((0.0, *values)), max((0.0, *values))
    return {"range": [low - 0.05 * ((high - low) or 1), high + 0.02 * ((high - low) or 1)]}


def room_for_minus(values: Sequence[float]) -> Mapping[str, Any]:
    """Return an axis with room for the labels of negative bars, which stand at the left of them."""
    low, high = min((0.0, *values)), max((0.0, *values))
    span = high - low
    return {"range": [low - 0.25 * span, high + 0.02 * span]} if low < 0 else {}
