"""Draw a unit's expenditure over the years, budget beside accounts; a year without a figure is a gap."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
from django.utils.translation import gettext as _

from disclosures.charts.hovers import page_words
from disclosures.charts.layout import PALETTE, Drawing, dressed
from disclosures.comparison.display import money_text, scaled
from disclosures.comparison.result import Cell
from disclosures.comparison.selection import MoneyScale
from disclosures.comparison.unit_overview import YearOfMoney

HEIGHT = 300


def draw_trend(trend: Sequence[YearOfMoney], money: MoneyScale) -> Drawing:
    """Return the chart of a unit's expenditure over the years."""
    figure = go.Figure()
    series = ((_("预算"), PALETTE[0], "solid", "budget"), (_("决算"), PALETTE[1], "dash", "accounts"))
    for name, colour, dash, attribute in series:
        cells: list[Cell] = [getattr(one, attribute) for one in trend]
        if all(cell.amount is None for cell in cells):
            continue
        figure.add_scatter(
            x=[str(one.year) for one in trend],
            y=[None if cell.amount is None else float(scaled(cell.amount, money)) for cell in cells],
            name=name,
            mode="lines+markers",
            connectgaps=False,
            cliponaxis=False,
            line={"color": colour, "width": 2.5, "dash": dash},
            marker={"size": 8},
            hovertext=[_hover(one.year, name, cell, money) for one, cell in zip(trend, cells, strict=True)],
            hoverinfo="text",
            customdata=[cell.line_item for cell in cells],
        )
    # One line alone has no name otherwise.
    figure.update_layout(showlegend=True)
    figure.update_xaxes(type="category")
    title = _("支出总计的变化（%(unit)s）") % {"unit": money.label}
    # Money starts at zero, or a small change looks like a great one.
    figure.update_yaxes(rangemode="tozero")
    return Drawing(title, _words(trend, money), dressed(figure, height=HEIGHT, value_title=""))


def _hover(year: int, name: str, cell: Cell, money: MoneyScale) -> str:
    if cell.amount is None:
        return ""
    said = f"{year}年{name}：{money_text(cell.amount, money)}{money.label}"
    return said + page_words(cell.page)


def _words(trend: Sequence[YearOfMoney], money: MoneyScale) -> str:
    said = [
        f"{one.year}年{name} {money_text(cell.amount, money)}{money.label}"
        for one in trend
        for name, cell in ((_("预算"), one.budget), (_("决算"), one.accounts))
        if cell.amount is not None
    ]
    return _("支出总计：") + "；".join(said)
