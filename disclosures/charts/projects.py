"""Draw projects: execution rate against score, and the money of one project over the years."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import plotly.graph_objects as go
from django.utils.translation import gettext as _

from disclosures.charts.hovers import page_words
from disclosures.charts.layout import GRID, PALETTE, Drawing, dressed
from disclosures.charts.performance import COURSE_HEIGHT, item_key, plain
from disclosures.comparison.display import money_text, scaled
from disclosures.comparison.selection import MoneyScale
from disclosures.performance.project_years import Figure, ProjectYear
from disclosures.performance.series import project_key

SCATTER_NAME = 10


def draw_scatter(projects: Sequence[tuple[str, ProjectYear]]) -> Drawing | None:
    """Draw each evaluated project as a point: its execution rate and its score."""
    shown = [(name, year) for name, year in projects if year.rate.value is not None and year.score.value is not None]
    if len(shown) < 2:
        return None
    figure = go.Figure()
    figure.add_scatter(
        x=[float(year.rate.value or 0) for _name, year in shown],
        y=[float(year.score.value or 0) for _name, year in shown],
        mode="markers+text",
        marker={"size": 11, "color": PALETTE[0]},
        text=[_scatter_label(name) for name, _year in shown],
        textposition=_beside(shown),
        hovertext=[_scatter_hover(name, year) for name, year in shown],
        hoverinfo="text",
        customdata=[
            None if year.score.entry is None else item_key("project", year.score.entry.pk) for _n, year in shown
        ],
        showlegend=False,
    )
    drawn = dressed(figure, height=COURSE_HEIGHT, value_title=_("自评得分"))
    drawn["layout"]["xaxis"] |= {"title": {"text": _("预算执行率（%）")}, "showgrid": True, "gridcolor": GRID}
    words = "；".join(_scatter_words(name, year) for name, year in shown[:12])
    return Drawing(_("预算执行率与自评得分"), words, drawn)


# Points nearer to each other than this, in points of the rate, would write their names over each other.
NEAR = Decimal(6)


def _scatter_label(name: str) -> str:
    """Return the beginning of a project's name without year and marks."""
    key = project_key(name)
    return key if len(key) <= SCATTER_NAME else f"{key[:SCATTER_NAME]}…"


def _beside(shown: Sequence[tuple[str, ProjectYear]]) -> list[str]:
    """Write names above their points; of two points near each other, the second one's below."""
    rates = [year.rate.value or Decimal(0) for _name, year in shown]
    order = sorted(range(len(shown)), key=rates.__getitem__)
    places = dict.fromkeys(order, "top center")
    for before, after in pairwise(order):
        if rates[after] - rates[before] < NEAR and places[before] == "top center":
            places[after] = "bottom center"
    return [places[number] for number in range(len(shown))]


def _scatter_words(name: str, year: ProjectYear) -> str:
    score = plain(year.score.value or Decimal(0))
    return f"{name} {year.year}：{_('执行率')} {plain(year.rate.value or Decimal(0))}%，{_('得分')} {score}"


def _scatter_hover(name: str, year: ProjectYear) -> str:
    return _scatter_words(name, year) + page_words(year.score.entry.page if year.score.entry else None)


def draw_money(years: Sequence[ProjectYear], money: MoneyScale) -> Drawing | None:
    """Draw a project's budget and execution over the years; what no document prints is a gap."""
    if not any(year.approved.value or year.executed.value for year in years):
        return None
    figure = go.Figure()
    labels = [str(year.year) for year in years]
    series = ((_("年初预算"), "approved"), (_("全年预算"), "revised"), (_("全年执行"), "executed"))
    words = []
    for number, (name, attribute) in enumerate(series):
        figures: list[Figure] = [getattr(year, attribute) for year in years]
        if all(one.value is None for one in figures):
            continue
        texts = ["" if one.value is None else money_text(one.value, money) for one in figures]
        figure.add_bar(
            x=labels,
            y=[None if one.value is None else float(scaled(one.value, money)) for one in figures],
            name=name,
            marker={"color": PALETTE[(0, 2, 1)[number]]},
            text=texts,
            textposition="outside",
            cliponaxis=False,
            hovertext=[
                f"{year}年{name} {text}{money.label}" + page_words(one.entry.page if one.entry else None)
                for year, text, one in zip(labels, texts, figures, strict=True)
            ],
            hoverinfo="text",
        )
        words += [f"{year}年{name} {text}{money.label}" for year, text in zip(labels, texts, strict=True) if text]
    figure.update_layout(barmode="group")
    figure.update_xaxes(type="category")
    figure.update_yaxes(rangemode="tozero")
    title = _("预算与执行（%(unit)s）") % {"unit": money.label}
    return Drawing(title, "；".join(words), dressed(figure, height=300, value_title=""))
