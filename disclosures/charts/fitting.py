"""Say which charts fit a comparison, and why the others do not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.charts.focus import is_measured_apart
from disclosures.charts.points import top_rows
from disclosures.comparison.dimensions import TOTAL, Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.result import Comparison
from disclosures.comparison.selection import Chart
from disclosures.comparison.stages import BUDGET_STAGES, Stage

Reason = str | Promise
MOST_IN_A_ROW_OF_BARS = 12


def auto(result: Comparison) -> Chart:
    """Several years are a course over time, many units a cloud of dots, few of them a row of bars."""
    if len(result.selection.years) > 1:
        return Chart.LINES
    return Chart.BARS if len(result.columns) <= MOST_IN_A_ROW_OF_BARS else Chart.DOTS


def unfit(chart: Chart, result: Comparison) -> Reason:
    """Return why a chart does not fit; nothing where it does."""
    return next((reason for wrong, reason in RULES.get(chart, ()) if wrong(result)), "")


def _negative(result: Comparison) -> bool:
    return any(cell.value is not None and cell.value < 0 for cell in result.cells.values())


def _not_amounts(result: Comparison) -> bool:
    return result.selection.measure != Measure.AMOUNT or is_measured_apart(result)


def _of_projects(result: Comparison) -> bool:
    return result.selection.dimension == Dimension.PROJECTS


def _not_parts(result: Comparison) -> bool:
    """Headlines overlap: they are no parts of one whole."""
    return result.selection.dimension == Dimension.HEADLINE or not [row for row in top_rows(result) if row.key != TOTAL]


def _several_columns(result: Comparison) -> bool:
    return len(result.columns) != 1


def _one_year(result: Comparison) -> bool:
    return len(result.selection.years) < 2


def _not_functional(result: Comparison) -> bool:
    return result.selection.dimension != Dimension.FUNCTIONAL


def _not_budget_and_outturn(result: Comparison) -> bool:
    stages = result.selection.stages
    one_unit_and_year = len(result.selection.units) == 1 and len(result.selection.years) == 1
    return not (one_unit_and_year and Stage.OUTTURN in stages and any(stage in BUDGET_STAGES for stage in stages))


def _no_totals(result: Comparison) -> bool:
    totals = [row for row in result.rows if row.is_total]
    return not totals or any(cell.value is None for cell in result.line(totals[0]))


_AMOUNTS = (_not_amounts, _("此图只画金额"))
_PROJECTS = (_of_projects, _("项目可能相互包含，不能相加成一个整体"))
_PARTS = (_not_parts, _("主要指标相互包含，不能相加成一个整体"))
_POSITIVE = (_negative, _("有负数，不能画成整体的部分"))
_ONE = (_several_columns, _("此图一次只画一个单位的一个年度"))

RULES: Mapping[Chart, tuple[tuple[Callable[[Comparison], bool], Reason], ...]] = {
    Chart.LINES: ((_one_year, _("折线图需要至少两个年度")),),
    Chart.STACKED: (_AMOUNTS, _PROJECTS, _PARTS, _POSITIVE),
    Chart.SHARES: (_AMOUNTS, _PROJECTS, _PARTS, _POSITIVE),
    Chart.TREEMAP: (_AMOUNTS, _PROJECTS, _PARTS, _POSITIVE, _ONE),
    Chart.SANKEY: (
        _AMOUNTS,
        (_not_functional, _("桑基图从收入来源画到功能分类支出，请选功能分类支出")),
        _POSITIVE,
        _ONE,
    ),
    Chart.WATERFALL: (
        _AMOUNTS,
        _PROJECTS,
        _PARTS,
        (_not_budget_and_outturn, _("瀑布图需要一个单位、一个年度，并同时选预算和决算")),
        (_no_totals, _("预算或决算没有列示合计数")),
    ),
}
