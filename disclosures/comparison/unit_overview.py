"""Gather what a unit's page shows: headlines, their course over the years, and what a year's money is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from disclosures.comparison.compare import compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.headline import Headline
from disclosures.comparison.result import Cell, CellState, Comparison
from disclosures.comparison.selection import Level, MoneyScale, Selection
from disclosures.models import Revision, Unit
from disclosures.vocabulary import DisclosureKind

# Some tables print no 总计; then the 合计 of the year stands for it, under its own name.
HEADLINES_SHOWN: tuple[tuple[Headline, ...], ...] = (
    (Headline.TOTAL_REVENUE, Headline.CURRENT_REVENUE),
    (Headline.TOTAL_EXPENDITURE, Headline.CURRENT_EXPENDITURE),
    (Headline.THREE_PUBLIC,),
)
BREAKDOWNS = (Dimension.FUNCTIONAL, Dimension.DEPARTMENTAL_ECONOMIC, Dimension.REVENUE_SOURCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineFigure:
    """One headline of a year, the same a year before, and its course over the years."""

    headline: Headline
    cell: Cell
    before: Cell
    course: tuple[tuple[int, Cell], ...]
    disclosure: int | None


@dataclass(frozen=True, slots=True)
class Split:
    """How the year's expenditure divides into basic and project spending."""

    basic: Cell
    project: Cell
    disclosure: int | None

    @property
    def basic_share(self) -> Decimal | None:
        """Return basic spending in percent of both, or None where either is missing."""
        if self.basic.amount is None or self.project.amount is None or not self.basic.amount + self.project.amount:
            return None
        both = self.basic.amount + self.project.amount
        return (self.basic.amount * 100 / both).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def missing(self) -> CellState | None:
        """Return why there is no share: why the first of the two has no amount, or None where both have one."""
        return _missing(self.basic, self.project)

    @property
    def project_share(self) -> Decimal | None:
        """Return the rest."""
        return None if self.basic_share is None else 100 - self.basic_share


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfMoney:
    """Total expenditure as budgeted and as spent in one year."""

    year: int
    budget: Cell
    accounts: Cell

    @property
    def rate(self) -> Decimal | None:
        """Return the accounts in percent of the budget, or None where either is missing."""
        if not self.budget.amount or self.accounts.amount is None:
            return None
        return (self.accounts.amount * 100 / self.budget.amount).quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def missing(self) -> CellState | None:
        """Return why there is no rate: why the first of the two has no amount, or None where both have one."""
        return _missing(self.budget, self.accounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOverview:
    """All figures of a unit's page, for one chosen year and kind."""

    year: int
    kind: DisclosureKind
    headlines: tuple[HeadlineFigure, ...]
    split: Split
    trend: tuple[YearOfMoney, ...]
    breakdowns: tuple[Comparison, ...]


def _missing(*cells: Cell) -> CellState | None:
    return next((cell.state for cell in cells if cell.amount is None), None)


def overview(unit: Unit, year: int, kind: DisclosureKind, money: MoneyScale) -> UnitOverview:
    """Return the overview of a unit in one year's budget or accounts."""
    years = tuple(sorted(Revision.objects.published().for_units([unit]).years()))
    course = Selection(units=(unit.pk,), years=years, money=money)
    results = {
        each: compare(course.changed(kind=each)) for each in (DisclosureKind.BUDGET, DisclosureKind.FINAL_ACCOUNTS)
    }
    chosen = Selection(units=(unit.pk,), years=(year,), money=money, level=Level.ITEM).changed(kind=kind)
    found = [compare(chosen.changed(dimension=dimension)) for dimension in BREAKDOWNS]
    return UnitOverview(
        year=year,
        kind=kind,
        headlines=tuple(_figure(results[kind], names, year) for names in HEADLINES_SHOWN),
        split=_split(results[kind], year),
        trend=tuple(
            YearOfMoney(
                year=one,
                budget=_spent(results[DisclosureKind.BUDGET], one),
                accounts=_spent(results[DisclosureKind.FINAL_ACCOUNTS], one),
            )
            for one in years
        ),
        breakdowns=tuple(result for result in found if not result.is_empty),
    )


def _figure(result: Comparison, names: Sequence[Headline], year: int) -> HeadlineFigure:
    headline = next((name for name in names if cell_of(result, name, year).amount is not None), names[0])
    years = [column.year for column in result.columns]
    return HeadlineFigure(
        headline=headline,
        cell=cell_of(result, headline, year),
        before=cell_of(result, headline, year - 1),
        course=tuple((one, cell_of(result, headline, one)) for one in years),
        disclosure=_disclosure(result, year),
    )


def _split(result: Comparison, year: int) -> Split:
    basic, project = (cell_of(result, name, year) for name in (Headline.BASIC, Headline.PROJECT))
    return Split(basic, project, _disclosure(result, year))


def _disclosure(result: Comparison, year: int) -> int | None:
    return next((column.disclosure for column in result.columns if column.year == year), None)


def _spent(result: Comparison, year: int) -> Cell:
    return _figure(result, HEADLINES_SHOWN[1], year).cell


def cell_of(result: Comparison, headline: Headline, year: int) -> Cell:
    """Return a headline's cell; where nobody prints the row, a year without a disclosure is not disclosed."""
    number = next((n for n, column in enumerate(result.columns) if column.year == year), None)
    is_disclosed = number is not None and result.columns[number].disclosure is not None
    absent = Cell(state=CellState.NOT_LISTED if is_disclosed else CellState.NOT_DISCLOSED)
    return absent if number is None else result.cells.get((headline.value, number), absent)
