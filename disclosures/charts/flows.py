"""Draw one unit's year as a whole: its parts, and its way from source to function."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.charts.balances import FLOWING_IN, FLOWING_OUT, balances
from disclosures.charts.contrast import letters_on
from disclosures.charts.focus import as_listed
from disclosures.charts.layout import PALETTE, Drawing, dressed
from disclosures.charts.points import hover, label, plotted, top_rows, value_title, words
from disclosures.charts.wholes import ROUNDED, lacking
from disclosures.comparison.compare import compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import money_text
from disclosures.comparison.result import Cell, Comparison, Row
from disclosures.comparison.selection import Level

HEIGHT = 460
HUB = "#7a8791"
# Names on both sides of a narrower chart would lie over each other: it is scrolled.
LEAST_WIDTH = 640


def draw_treemap(result: Comparison) -> Drawing:
    """Draw the amounts of a unit's year as nested areas; a parent's area is its own printed amount."""
    shown = [(row, result.cell(row, 0)) for row in result.rows if not row.is_total]
    known = [(row, cell) for row, cell in shown if cell.value]
    keys, colours = {row.key for row, _cell in known}, _colours(result, known)
    trace = {
        "type": "treemap",
        "ids": [row.key for row, _cell in known],
        "labels": [str(row.label) for row, _cell in known],
        "parents": [row.parent if row.parent in keys else "" for row, _cell in known],
        "values": [plotted(result, cell) for _row, cell in known],
        "text": [label(result, cell) for _row, cell in known],
        "textinfo": "label+text",
        "branchvalues": "total" if _parents_hold_their_parts(known) else "remainder",
        "hovertext": [hover(result, row, result.columns[0], cell) for row, cell in known],
        "hoverinfo": "text",
        "customdata": [cell.line_item for _row, cell in known],
        "marker": {"colors": colours},
        "textfont": {"color": [letters_on(colour) for colour in colours]},
    }
    drawn = dressed([trace], height=HEIGHT)
    drawn["layout"] |= {"uniformtext": {"minsize": 11, "mode": "hide"}, "margin": {"l": 0, "r": 0, "t": 8, "b": 8}}
    title = _("%(dimension)s的构成") % {"dimension": result.selection.dimension.label}
    tops = top_rows(result)
    return Drawing(title, words(result, tops), drawn, values=value_title(result), caveat=lacking((result, tops, [0])))


def _parents_hold_their_parts(known: list[tuple[Row, Cell]]) -> bool:
    """Plotly refuses a parent smaller than its parts, as rounding makes some by a hundredth."""
    amounts = {row.key: cell.value or Decimal(0) for row, cell in known}
    sums: dict[str, Decimal] = {}
    for row, cell in known:
        if row.parent in amounts:
            sums[str(row.parent)] = sums.get(str(row.parent), Decimal(0)) + (cell.value or 0)
    return all(amounts[key] >= total for key, total in sums.items())


def _colours(result: Comparison, known: list[tuple[Row, Cell]]) -> list[str]:
    """Give each class a colour, and its parts the same, whatever the order of the table."""
    classes = list(dict.fromkeys(key[:3] for key in as_listed(result, (row for row, _cell in known))))
    return [PALETTE[classes.index(row.key[:3]) % len(PALETTE)] for row, _cell in known]


def draw_sankey(result: Comparison) -> Drawing:
    """Draw the year's money from its sources to its functions; both sides are what the disclosure prints."""
    revenue, tops = _revenue(result), top_rows(result)
    leaves = _leaves(revenue)
    sources = [*_flowing(revenue, leaves), *balances(result, FLOWING_IN)]
    functions = [*_flowing(result, tops), *balances(result, FLOWING_OUT)]
    numbers = [*_numbers(revenue, leaves, len(sources))]
    numbers += [len(sources) + number for number in _numbers(result, tops, len(functions))]
    flows = (*sources, *functions)
    hub = len(sources)
    ends = [f"{name} {label(result, cell)}" for name, cell in flows]
    colours = [PALETTE[number % len(PALETTE)] for number in numbers]
    trace = {
        "type": "sankey",
        "node": {
            "label": [*ends[:hub], _middle(result, sources, functions), *ends[hub:]],
            "color": [*colours[:hub], HUB, *colours[hub:]],
            "pad": 14,
            "hoverinfo": "none",
        },
        "link": {
            "source": [*range(hub), *[hub] * len(functions)],
            "target": [*[hub] * hub, *range(hub + 1, len(flows) + 1)],
            "value": [plotted(result, cell) for _name, cell in flows],
            "label": ends,
            "customdata": [cell.line_item for _name, cell in flows],
            "hovertemplate": "%{label}<extra></extra>",
            "color": "rgba(128,138,148,0.35)",
        },
    }
    drawn = dressed([trace], height=HEIGHT)
    drawn["layout"]["meta"] = {"leastWidth": LEAST_WIDTH}
    title, unit = _("收入从哪里来，支出到哪里去"), value_title(result)
    caveat = lacking((revenue, leaves, [0]), (result, tops, [0])) + _difference(result, sources, functions)
    return Drawing(title, f"{unit}。" + "，".join(ends), drawn, values=unit, caveat=caveat)


def _sum(flows: Sequence[tuple[str, Cell]]) -> Decimal:
    return sum((cell.amount for _name, cell in flows if cell.amount is not None), Decimal(0))


def _middle(result: Comparison, sources: Sequence[tuple[str, Cell]], functions: Sequence[tuple[str, Cell]]) -> str:
    """Name what all money passes through: one sum where both sides have it, else both."""
    ins, outs = (money_text(_sum(side), result.selection.money) for side in (sources, functions))
    if ins == outs:
        return _("收入与支出 %(sum)s") % {"sum": ins}
    return _("收入 %(ins)s · 支出 %(outs)s") % {"ins": ins, "outs": outs}


def _difference(result: Comparison, sources: Sequence[tuple[str, Cell]], functions: Sequence[tuple[str, Cell]]) -> str:
    """Say by how much the sides differ, which rounding alone does not explain."""
    left = _sum(sources) - _sum(functions)
    if not sources or not functions or abs(left) <= ROUNDED * (len(sources) + len(functions)):
        return ""
    said = {"difference": money_text(abs(left), result.selection.money), "unit": result.selection.money.label}
    if left > 0:
        return _("图中收入比支出多 %(difference)s%(unit)s：文件没有列示这部分结转或结余的去向。") % said
    return _("图中支出比收入多 %(difference)s%(unit)s：文件没有列示这部分结转或结余的来源。") % said


def flowing_in(result: Comparison) -> frozenset[int]:
    """Return the line items of sources and balances that are drawn; no table beside the chart lists them."""
    revenue = _revenue(result)
    cells = (revenue.cell(row, 0) for row in _leaves(revenue))
    carried = (cell for _name, cell in balances(result, (*FLOWING_IN, *FLOWING_OUT)))
    return frozenset(cell.line_item for cell in (*cells, *carried) if cell.value and cell.line_item is not None)


def _revenue(result: Comparison) -> Comparison:
    """Return the sources of the money whose ways a result shows."""
    selection = result.selection.changed(level=Level.CLASS, only="")
    return compare(selection.changed(dimension=Dimension.REVENUE_SOURCE), result.pins)


def _leaves(result: Comparison) -> list[Row]:
    """Return the sources that have no printed parts, so that none flows twice."""
    parents = {row.parent for row in result.rows if result.cell(row, 0).value}
    return [row for row in result.rows if not row.is_total and row.key not in parents]


def _flowing(result: Comparison, rows: Sequence[Row]) -> list[tuple[str, Cell]]:
    """Return the rows that have money to flow."""
    return [(str(row.label), cell) for row in rows if (cell := result.cell(row, 0)).value]


def _numbers(result: Comparison, rows: Sequence[Row], flows: int) -> list[int]:
    """Number the flows of one side as they are listed; balances, which are no rows, come behind in their own order."""
    places = as_listed(result, [row for row in rows if result.cell(row, 0).value])
    return [*(places[row.key] for row in rows if row.key in places), *range(len(places), flows)]
