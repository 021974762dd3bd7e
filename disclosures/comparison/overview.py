"""Count what is held, and prepare the comparisons that the home page offers."""

from __future__ import annotations

from dataclasses import dataclass

from disclosures.comparison.compare import compare
from disclosures.comparison.headline import Headline
from disclosures.comparison.result import Comparison
from disclosures.comparison.selection import MoneyScale, Selection
from disclosures.models import Finding, LineItem, Revision, Unit
from disclosures.models.coverage import years_filed
from disclosures.vocabulary import DisclosureKind

# The figures that leaders ask for first, each compared over the same units.
READY = (Headline.TOTAL_EXPENDITURE, Headline.PROJECT, Headline.THREE_PUBLIC)
READY_UNITS = 6


@dataclass(frozen=True, slots=True)
class Totals:
    """The four figures of the home page."""

    units: int
    disclosures: int
    figures: int
    findings: int


def totals() -> Totals:
    """Count what is published."""
    return Totals(
        units=Unit.objects.with_most_published().count(),
        disclosures=Revision.objects.published().count(),
        figures=LineItem.objects.published().printed().count(),
        findings=Finding.objects.open().count(),
    )


def ready_comparison(money: MoneyScale) -> Comparison | None:
    """Compare the newest year's budgets of a few units by their headlines; nothing where one unit stands alone."""
    for year in years_filed():
        units = Unit.objects.publishing_for(DisclosureKind.BUDGET, year)[:READY_UNITS]
        if len(units) > 1:
            return compare(Selection(units=tuple(unit.pk for unit in units), years=(year,), money=money))
    return None
