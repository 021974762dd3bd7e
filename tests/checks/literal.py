"""Small literal documents for the tests of rules: facts, tables, prose and indicators, read by the real reader."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from disclosures.amounts import MoneyUnit
from disclosures.checks.catalogue_continuity import PAIR_RULES
from disclosures.checks.continuity import Pair
from disclosures.checks.document import Document
from disclosures.checks.judging import ROUNDING, judged, judged_pair
from disclosures.checks.registry import RULES
from disclosures.checks.rule import Checked
from disclosures.evidence import Box, Cell, Finding, Grid, Line, SourceDocument
from disclosures.extraction import Extraction
from disclosures.extraction.prose.figures import extract_figures
from disclosures.extraction.readings import Fact, Figure, Indicator, Project
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import (
    Direction,
    DisclosureKind,
    FactState,
    FigureUnit,
    Fund,
    Item,
    Nature,
    Phase,
    TableKind,
)

BUDGET = Identity(unit="河谷市水务局", region="河谷市", fiscal_year=2024, kind=DisclosureKind.BUDGET)
ACCOUNTS = Identity(unit="河谷市水务局", region="河谷市", fiscal_year=2024, kind=DisclosureKind.FINAL_ACCOUNTS)
SUMMARY, REVENUE, EXPENDITURE, APPROPRIATION, GENERAL, BASIC, PUBLIC = (
    TableKind.REVENUE_EXPENDITURE,
    TableKind.REVENUE,
    TableKind.EXPENDITURE,
    TableKind.APPROPRIATION,
    TableKind.GENERAL_PUBLIC_EXPENDITURE,
    TableKind.BASIC_EXPENDITURE_DEPARTMENTAL,
    TableKind.THREE_PUBLIC,
)
TITLES = {
    SUMMARY: "2024年收支总表",
    REVENUE: "2024年收入总表",
    EXPENDITURE: "2024年支出总表",
    APPROPRIATION: "2024年财政拨款收支总表",
    GENERAL: "2024年一般公共预算支出表",
    BASIC: "2024年一般公共预算基本支出表",
    PUBLIC: "2024年“三公”经费支出表",
}


def table(
    kind: TableKind, index: int = 0, unit: MoneyUnit | None = MoneyUnit.TEN_THOUSAND, **changes: Any
) -> StatementTable:
    """Return a table of a kind with its usual title."""
    known: dict[str, Any] = {"title": TITLES.get(kind, "表"), "label": None, "grids": ()}
    return StatementTable(index=index, kind=kind, money_unit=unit, **known | changes)


def fact(printed: str, index: int = 0, yuan: bool = False, **dimensions: Any) -> Fact:
    """Return a fact that prints an amount in 万元, or in 元; a blank where nothing is printed."""
    scale = 1 if yuan else 10_000
    amount = Decimal(printed.replace(",", "")) * scale if printed else None
    known: dict[str, Any] = {
        "direction": Direction.EXPENDITURE,
        "fund": Fund.ALL,
        "fiscal_year": 2024,
        "phase": Phase.APPROVED,
        "page": 3,
        "box": Box(1, 2, 3, 4),
        "state": FactState.PRINTED if printed else FactState.BLANK,
    }
    return Fact(table=index, amount=amount, printed=printed, **known | dimensions)


def coded(amounts: dict[str, str], **dimensions: Any) -> list[Fact]:
    """Return a column of rows by functional or economic code, with 合计 as the row ``total``."""
    return [fact(printed, **_row(code), **dimensions) for code, printed in amounts.items()]


def _row(code: str) -> dict[str, Any]:
    if code == "total":
        return {"item": Item.TOTAL}
    return {"function": code} if code.startswith("2") else {"economic": code}


def items(amounts: dict[Item, str], **dimensions: Any) -> list[Fact]:
    """Return rows or columns by what they are."""
    return [fact(printed, item=item, **dimensions) for item, printed in amounts.items()]


def document(
    *facts: Fact | Iterable[Fact],
    tables: Iterable[StatementTable] = (),
    prose: Iterable[str] = (),
    contents: Iterable[str] = (),
    identity: Identity = BUDGET,
    indicators: Iterable[Indicator] = (),
    projects: Iterable[Project] = (),
    figures: Iterable[Figure] = (),
) -> Document:
    """Return a document; its prose is read for figures as that of a file."""
    flat = tuple(one for given in facts for one in ([given] if isinstance(given, Fact) else given))
    held = tuple(tables)
    lines = tuple(Line(text, page=2) for text in (*contents, *prose))
    source = SourceDocument("文件.txt", "0" * 64, "text/plain", None, lines)
    read = extract_figures(source, identity, held, flat)
    said = Extraction(
        facts=flat,
        projects=(*projects, *read.projects),
        indicators=tuple(indicators),
        figures=(*figures, *read.figures),
        sections=(),
        findings=(),
    )
    return Document(identity, held, said, source)


def checked(rule: str, subject: Document) -> Checked:
    """Run one rule."""
    return judged([one for one in RULES if one.code == rule], subject)


def wrong(rule: str, subject: Document) -> list[Finding]:
    """Return the breaches of one rule."""
    return [one for one in checked(rule, subject).findings if one.code == rule]


def is_sound(rule: str, subject: Document) -> bool:
    """Tell whether a rule was checked, and found nothing: not even a tail of rounding."""
    result = checked(rule, subject)
    return not result.findings and not result.unchecked


def is_rounding(rule: str, subject: Document) -> bool:
    """Tell whether all that a rule found is one hint about rounding."""
    return [one.code for one in checked(rule, subject).findings] == [ROUNDING]


def is_unchecked(rule: str, subject: Document) -> bool:
    """Tell whether a rule says that it was not checked and why, and finds nothing."""
    result = checked(rule, subject)
    return not result.findings and [one.code for one in result.unchecked if one.reason] == [rule]


def of_pair(rule: str, earlier: Document, later: Document) -> Checked:
    """Run one rule about two files."""
    return judged_pair([one for one in PAIR_RULES if one.code == rule], Pair(earlier, later))


def form(
    kind: TableKind, *rows: Iterable[str], index: int = 0, unit: MoneyUnit | None = MoneyUnit.TEN_THOUSAND
) -> StatementTable:
    """Return a form with its rows as printed."""
    grid = Grid(tuple(tuple(Cell(text) for text in row) for row in rows), page=5)
    return table(kind, index, unit, title="项目支出绩效自评表", grids=(grid,))


def indicator(level3: str, weight: str | None = None, score: str | None = None, **changes: Any) -> Indicator:
    """Return an indicator of the project 河道清淤."""
    known: dict[str, Any] = {"table": 0, "project": "河道清淤", "level1": "产出指标", "page": 5}
    points = {name: Decimal(text) if text else None for name, text in (("weight", weight), ("score", score))}
    return Indicator(level3=level3, **points, **known | changes)


def counted(topic: str, number: int) -> Figure:
    """Return a count of staff."""
    return Figure(topic=topic, value=Decimal(number), unit=FigureUnit.COUNT, fiscal_year=2024, page=2, sentence="人数")


__all__ = ["Direction", "Fund", "Item", "Nature", "Phase", "TableKind"]
