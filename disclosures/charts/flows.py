"""Draw one unit's year as a whole: its parts, its way from source to function, and from budget to outturn."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.charts.layout import PALETTE, Drawing, dressed
from disclosures.charts.points import height_of, hover, label, plotted, top_rows, value_title, words
from disclosures.comparison.compare import compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import money_text
from disclosures.comparison.result import Cell, Comparison, Row
from disclosures.comparison.selection import Level
from disclosures.comparison.stages import BUDGET_STAGES, Stage

HEIGHT = 460
HUB = "#7a8791"


def draw_treemap(result: Comparison) -> Drawing:
    """Draw the amounts of a unit's year as nested areas; a parent's area is its own printed amount."""
    shown = [(row, result.cell(row, 0)) for row in result.rows if not row.is_total]
    known = [(row, cell) for row, cell in shown if cell.value]
    keys = {row.key for row, _cell in known}
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
        "marker": {"colors": _colours(known)},
    }
    drawn = dressed([trace], height=HEIGHT)
    drawn["layout"] |= {"uniformtext": {"minsize": 11, "mode": "hide"}, "margin": {"l": 0, "r": 0, "t": 8, "b": 8}}
    title = _("%(dimension)s的构成") % {"dimension": result.selection.dimension.label}
    return Drawing(title, words(result, top_rows(result)), drawn, values=value_title(result))


def _parents_hold_their_parts(known: list[tuple[Row, Cell]]) -> bool:
    """Plotly refuses a parent smaller than its parts, as rounding makes some by a hundredth."""
    amounts = {row.key: cell.value or Decimal(0) for row, cell in known}
    sums: dict[str, Decimal] = {}
    for row, cell in known:
        if row.parent in amounts:
            sums[str(row.parent)] = sums.get(str(row.parent), Decimal(0)) + (cell.value or 0)
    return all(amounts[key] >= total for key, total in sums.items())


def _colours(known: list[tuple[Row, Cell]]) -> list[str]:
    """Give each class a colour, and its parts the same."""
    classes = list(dict.fromkeys(row.key[:3] for row, _cell in known))
    return [PALETTE[classes.index(row.key[:3]) % len(PALETTE)] for row, _cell in known]


def draw_sankey(result: Comparison) -> Drawing:
    """Draw the year's money from its sources to its functions; both sides are what the disclosure prints."""
    selection = result.selection.changed(level=Level.CLASS, only="")
    sources = _leaves(compare(selection.changed(dimension=Dimension.REVENUE_SOURCE)))
    functions = [(str(row.label), cell) for row in top_rows(result) if (cell := result.cell(row, 0)).value]
    flows = (*sources, *functions)
    hub = len(sources)
    ends = [f"{name} {label(result, cell)}" for name, cell in flows]
    colours = [PALETTE[number % len(PALETTE)] for number in range(len(flows))]
    trace = {
        "type": "sankey",
        # All money passes through the unit itself, which the page names: its own label would lie across the flows.
        "node": {
            "label": [*ends[:hub], "", *ends[hub:]],
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
    title, unit = _("收入从哪里来，支出到哪里去"), value_title(result)
    return Drawing(title, f"{unit}。" + "，".join(ends), drawn, values=unit)


def _leaves(result: Comparison) -> list[tuple[str, Cell]]:
    """Return the sources that have no printed parts, so that none flows twice."""
    parents = {row.parent for row in result.rows if result.cell(row, 0).value}
    leaves = [row for row in result.rows if not row.is_total and row.key not in parents]
    return [(str(row.label), cell) for row in leaves if (cell := result.cell(row, 0)).value]


def draw_waterfall(result: Comparison) -> Drawing:
    """Draw the way from the printed total of the budget to that of the outturn, item by item.

    An item that only one of the two lists is no change from 0: such items are one step together, named as such.
    """
    stages = [column.stage for column in result.columns]
    budget = next(number for number, stage in enumerate(stages) if stage in BUDGET_STAGES)
    outturn = stages.index(Stage.OUTTURN)
    total = next(row for row in result.rows if row.is_total)
    start, end = (result.cell(total, number).value or Decimal(0) for number in (budget, outturn))
    pairs = [(row, result.cell(row, budget).value, result.cell(row, outturn).value) for row in top_rows(result)]
    steps = [
        (str(row.label), after - before) for row, before, after in pairs if before is not None and after is not None
    ]
    rest = end - start - sum((change for _name, change in steps), Decimal(0))
    steps += [(_("只在一方列示的项目"), rest)] if rest else []
    values = [start, *(change for _name, change in steps), end]
    trace = {
        "type": "waterfall",
        "x": [str(stages[budget].label), *(name for name, _change in steps), str(stages[outturn].label)],
        "measure": ["absolute", *["relative"] * len(steps), "total"],
        "y": [height_of(result, value) for value in values],
        "text": [money_text(value, result.selection.money) for value in values],
        "textposition": "outside",
        "cliponaxis": False,
        "increasing": {"marker": {"color": PALETTE[1]}},
        "decreasing": {"marker": {"color": PALETTE[2]}},
        "totals": {"marker": {"color": PALETTE[0]}},
        "hoverinfo": "x+text",
    }
    drawn = dressed([trace], height=HEIGHT)
    return Drawing(_("从预算到决算"), words(result, top_rows(result)), drawn, values=value_title(result))
