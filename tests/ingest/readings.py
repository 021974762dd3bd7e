"""Build small read disclosures by hand, as the pipeline would give them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal
from typing import Any

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Box, Cell, Finding, Grid, SourceDocument
from disclosures.extraction.readings import Fact, Figure, Indicator, Project, Section
from disclosures.pipeline import ReadDisclosure
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import (
    Direction,
    DisclosureKind,
    FactState,
    FigureUnit,
    Fund,
    Item,
    Operator,
    Phase,
    Scope,
    Severity,
    TableKind,
)

IDENTITY = Identity(
    unit="青河市水务局",
    region="青河市",
    fiscal_year=2024,
    kind=DisclosureKind.BUDGET,
    scope=Scope.UNIT,
    confidence=(("unit", 0.9),),
    sources=(("unit", "青河市水务局2024年单位预算"),),
)
GRID = Grid(
    rows=(
        (Cell("项目", rowspan=1, colspan=1), Cell("预算数", colspan=2), Cell(covered=True)),
        (Cell("合计"), Cell("1,050.60"), Cell("—")),
    ),
    page=3,
    box=Box(10, 20, 200, 80),
)
TABLE = StatementTable(
    index=0,
    kind=TableKind.REVENUE_EXPENDITURE,
    title="收支总表",
    label="公开01表",
    money_unit=MoneyUnit.TEN_THOUSAND,
    grids=(GRID,),
)


def read(content: bytes = b"first file", identity: Identity = IDENTITY, **changes: Any) -> ReadDisclosure:
    """Return a read disclosure with a little of everything."""
    whole = ReadDisclosure(
        source=SourceDocument("预算.txt", hashlib.sha256(content).hexdigest(), "text/plain", None, ()),
        identity=identity,
        tables=(TABLE,),
        facts=(fact(), blank()),
        projects=(Project(name="河道清淤", total=Decimal("200000.00"), table=0, page=3),),
        indicators=(
            Indicator(table=0, project="河道清淤", level1="产出指标", level3="清淤长度", operator=Operator.AT_LEAST,
                      target="≥12", target_number=Decimal(12), unit="公里"),
            Indicator(table=0, project="水质监测", level1="产出指标", level3="监测次数", target="24"),
        ),
        figures=(
            Figure(topic="total_revenue", value=Decimal("10506000.00"), unit=FigureUnit.YUAN, fiscal_year=2024,
                   phase=Phase.APPROVED, page=1, sentence="收入预算1050.60万元。"),
        ),
        sections=(Section(title="部门职责", text="管理水务。", page=1),),
        findings=(
            Finding("arithmetic.total", Severity.WARNING, "合计不符", (3,), Decimal("2.00"), Decimal("1.00"),
                    Decimal("-1.00"), 0, ((3, Box(1, 2, 3, 4)),)),
        ),
    )  # fmt: skip
    return replace(whole, **changes)


def fact(**changes: Any) -> Fact:
    """Return a printed amount of 1050.60 万元."""
    printed: dict[str, Any] = {
        "table": 0,
        "direction": Direction.EXPENDITURE,
        "fiscal_year": 2024,
        "phase": Phase.APPROVED,
        "fund": Fund.ALL,
        "item": Item.TOTAL,
        "heading": "合计",
        "amount": Decimal("10506000.00"),
        "printed": "1,050.60",
        "page": 3,
        "box": Box(60, 40, 100, 60),
        "row": 1,
        "column_number": 1,
        "column": "预算数",
    }
    return Fact(**printed | changes)


def blank() -> Fact:
    """Return a cell with a dash."""
    return fact(amount=None, printed="—", state=FactState.BLANK, column_number=2)
