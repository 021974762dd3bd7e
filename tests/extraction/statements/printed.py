"""Write statements as they are printed: one line a row, cells between bars, pages between blank lines."""

from __future__ import annotations

from disclosures.amounts import MoneyUnit, yuan_text
from disclosures.evidence import Cell, Finding, Grid
from disclosures.extraction.readings import Fact
from disclosures.extraction.statements.tables import extract_facts
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import DisclosureKind, FactState, TableKind

Row = tuple[str | int | None, ...]


def grid(text: str, page: int = 1) -> Grid:
    """Return the grid of a page; short rows are filled up with blanks."""
    rows = [[cell.strip() for cell in line.strip().split("|")] for line in text.strip().splitlines()]
    width = max(map(len, rows))
    return Grid(tuple(tuple(Cell(text) for text in row + [""] * (width - len(row))) for row in rows), page=page)


def statement(
    kind: TableKind, text: str, *, title: str = "表", unit: MoneyUnit | None = MoneyUnit.TEN_THOUSAND
) -> StatementTable:
    """Return a statement whose pages are parted by blank lines."""
    grids = tuple(grid(page, number) for number, page in enumerate(text.strip().split("\n\n"), 1))
    return StatementTable(index=0, kind=kind, title=title, label=None, money_unit=unit, grids=grids)


BUDGET = Identity(unit="某中心", fiscal_year=2024, kind=DisclosureKind.BUDGET)
ACCOUNTS = Identity(unit="某中心", fiscal_year=2023, kind=DisclosureKind.FINAL_ACCOUNTS)


def read(table: StatementTable, identity: Identity = BUDGET) -> tuple[list[Fact], tuple[Finding, ...]]:
    """Return the printed facts of one statement, and the findings."""
    facts, findings = extract_facts(identity, [table])
    return [fact for fact in facts if fact.state is FactState.PRINTED], findings


def shown(facts: list[Fact], *names: str) -> list[tuple[str | None, ...]]:
    """Return some fields of facts and their amounts in yuan, as the parse contract prints them."""
    return [
        (*(None if (value := getattr(fact, name)) is None else str(value) for name in names), yuan_text(fact.amount))
        for fact in facts
    ]
