"""Write small performance tables as text: one string a page, cells parted by a vertical bar."""

from __future__ import annotations

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Cell, Grid
from disclosures.extraction.performance.tables import PerformanceReading, extract_performance
from disclosures.extraction.readings import Indicator
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import TableKind


def page(text: str, number: int = 1) -> Grid:
    """Return a page of a table."""
    rows = [[cell.strip() for cell in line.strip().split("|")] for line in text.strip().splitlines()]
    width = max(len(row) for row in rows)
    return Grid(tuple(tuple(Cell(cell) for cell in (*row, *[""] * (width - len(row)))) for row in rows), number)


def reading(
    kind: TableKind, *pages: str, unit: str | None = None, money_unit: MoneyUnit | None = MoneyUnit.TEN_THOUSAND
) -> PerformanceReading:
    """Read one table of a kind that covers these pages."""
    grids = tuple(page(text, number) for number, text in enumerate(pages, 1))
    table = StatementTable(index=0, kind=kind, title=None, label=None, money_unit=money_unit, grids=grids)
    return extract_performance(Identity(unit=unit), (table,))


def levels(indicator: Indicator) -> tuple[str | None, ...]:
    """Return where an indicator stands and what it is called."""
    return indicator.level1, indicator.level2, indicator.level3


def line(indicator: Indicator) -> tuple[str | None, ...]:
    """Return an indicator's texts as one reads them from left to right."""
    return indicator.level3, indicator.target, indicator.actual, str(indicator.weight), str(indicator.score)
