"""Draw what a vehicle, a visit and a guest cost over units and years; what cannot be divided is a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go
from django.utils.translation import gettext as _

from disclosures.charts.layout import PALETTE, Drawing, dressed, unit_colours
from disclosures.performance.unit_costs import MEASURES, UnitCost
from disclosures.vocabulary import DisclosureKind

HEIGHT = 320
ROOM_FOR_AXIS = 56
# A bar's name is broken into lines of so many characters; its height holds three of them.
NAME_WIDTH, NAME_HEIGHT = 11, 60
# As many hues as there are: a ninth line would take the first one's colour.
MOST_UNITS = len(PALETTE)
Course = tuple[tuple[int, str], list[UnitCost]]


def draw_unit_costs(costs: Iterable[UnitCost], least: int = 1) -> list[Drawing]:
    """Return a chart for each measure of which at least so many values can be computed."""
    found = list(costs)
    drawn = (_draw([one for one in found if one.measure is measure], least) for measure in MEASURES)
    return [drawing for drawing in drawn if drawing is not None]


def _draw(costs: Sequence[UnitCost], least: int) -> Drawing | None:
    courses = list(_courses(costs))
    told = [one for _key, course in courses for one in course if one.amount is not None]
    if len(told) < max(least, 1):
        return None
    colours = unit_colours(dict.fromkeys(unit for (unit, _kind), _course in courses))
    # One year is no course: its values stand beside each other as bars.
    of_one_year = len({one.revision.disclosure.fiscal_year_id for one in told}) == 1
    figure = _beside_each_other(told, colours) if of_one_year else _over_years(courses, colours)
    words = "；".join(in_words(one) for one in told)
    return Drawing(str(told[0].label), words, figure, values=_("单位：元"))


def _over_years(courses: Sequence[Course], colours: Mapping[int, str]) -> dict[str, Any]:
    years = sorted({one.revision.disclosure.fiscal_year_id for _key, course in courses for one in course})
    figure = go.Figure()
    for (unit, kind), course in courses:
        by_year = {one.revision.disclosure.fiscal_year_id: one for one in course}
        points = [by_year.get(year) for year in years]
        figure.add_scatter(
            x=[str(year) for year in years],
            y=[None if one is None or one.amount is None else float(one.amount) for one in points],
            name=_name(course[0]),
            mode="lines+markers",
            connectgaps=False,
            line={"color": colours[unit], "width": 2.5, "dash": _DASHES[kind]},
            marker={"size": 9, "symbol": _SYMBOLS[kind]},
            hovertext=["" if one is None else in_words(one) for one in points],
            hoverinfo="text",
            customdata=[None if one is None or one.amount is None else one.key for one in points],
        )
    figure.update_layout(showlegend=True)
    figure.update_xaxes(type="category")
    figure.update_yaxes(rangemode="tozero")
    return dressed(figure, height=HEIGHT)


def _beside_each_other(told: Sequence[UnitCost], colours: Mapping[int, str]) -> dict[str, Any]:
    figure = go.Figure()
    figure.add_bar(
        x=[float(one.amount or 0) for one in told],
        y=[_broken(one) for one in told],
        orientation="h",
        marker={"color": [colours[one.revision.disclosure.unit_id] for one in told]},
        text=[f"{one.amount:,}" for one in told],
        textposition="outside",
        cliponaxis=False,
        hovertext=[in_words(one) for one in told],
        hoverinfo="text",
        customdata=[one.key for one in told],
        showlegend=False,
    )
    drawn = dressed(figure, height=len(told) * NAME_HEIGHT + ROOM_FOR_AXIS, horizontal=True)
    drawn["layout"]["bargap"] = 0.5
    return drawn


def _broken(one: UnitCost) -> str:
    """Return the name of a bar in lines short enough for a phone."""
    name = one.revision.disclosure.unit.name
    lines = [name[start : start + NAME_WIDTH] for start in range(0, len(name), NAME_WIDTH)]
    filed = f"{one.revision.disclosure.fiscal_year_id}年{one.revision.disclosure.get_kind_display()}"
    return "<br>".join([*lines, filed])


_DASHES: Mapping[str, str] = {DisclosureKind.BUDGET: "dash", DisclosureKind.FINAL_ACCOUNTS: "solid"}
_SYMBOLS: Mapping[str, str] = {DisclosureKind.BUDGET: "circle-open", DisclosureKind.FINAL_ACCOUNTS: "circle"}


def _courses(costs: Sequence[UnitCost]) -> Iterator[Course]:
    """Yield each unit's budgets and its accounts, those of the first units that have a value at all."""
    found: dict[tuple[int, str], list[UnitCost]] = {}
    for one in costs:
        filed = one.revision.disclosure
        found.setdefault((filed.unit_id, filed.kind), []).append(one)
    told = {key: course for key, course in found.items() if any(one.amount is not None for one in course)}
    units = list(dict.fromkeys(unit for unit, _kind in told))[:MOST_UNITS]
    yield from ((key, course) for key, course in told.items() if key[0] in units)


def _name(one: UnitCost) -> str:
    return f"{one.revision.disclosure.unit.name} {one.revision.disclosure.get_kind_display()}"


def in_words(one: UnitCost) -> str:
    """Say a quotient whole: whose, of which year, and from what it is computed."""
    filed = one.revision.disclosure
    said = f"{filed.unit.name} {filed.fiscal_year_id}年{filed.get_kind_display()} {one.label}"
    if one.amount is None or one.spent is None or one.counted is None:
        return f"{said}：{one.reason}"
    return f"{said} {one.amount:,}元 = {one.spent:,.2f}元 ÷ {one.counted.number}"
