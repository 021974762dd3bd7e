"""Draw the picture that chat apps show of a shared list: how many targets were met, or what the projects cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from disclosures.charts.performance import COLOURS
from disclosures.charts.preview import ACCENT, MOST_BARS, Bar, picture
from disclosures.comparison.display import money_text, scaled
from disclosures.comparison.selection import MoneyScale
from disclosures.performance.project_years import Figure, ProjectYear
from disclosures.vocabulary import Verdict


def indicators_picture(title: str, counts: Mapping[str, int]) -> bytes | None:
    """Return the picture of a list of indicators: one bar a verdict."""
    bars = [
        Bar(str(verdict.label), f"{counts.get(verdict, 0)}", counts.get(verdict, 0), COLOURS[verdict])
        for verdict in Verdict
    ]
    total = _("共 %(number)s 项指标") % {"number": sum(counts.values())}
    return picture(title, total, [bar for bar in bars if bar.height])


def projects_picture(title: str, projects: Iterable[tuple[str, ProjectYear]], money: MoneyScale) -> bytes | None:
    """Return the picture of a list of projects: the largest by what was spent, else by their budget."""
    known = [(name, year, _money(year).value) for name, year in projects]
    largest = sorted(((value, name, year) for name, year, value in known if value is not None), key=lambda one: -one[0])
    bars = [
        Bar(f"{name} {year.year}", money_text(value, money), float(scaled(value, money)), ACCENT)
        for value, name, year in largest[:MOST_BARS]
    ]
    return picture(title, _("项目金额（%(unit)s）") % {"unit": money.label}, bars)


def _money(year: ProjectYear) -> Figure:
    """Return what a project's year is measured by: what was spent, else the budget as it stood last."""
    return next((one for one in (year.executed, year.revised, year.approved) if one.value is not None), Figure())
