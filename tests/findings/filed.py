"""File small disclosures with findings, each place where a cell or a sentence of the reading stands."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from disclosures.checks.rule import NotChecked
from disclosures.evidence import Box, Finding, Place
from disclosures.extraction.readings import Figure
from disclosures.ingest import ingest, publish
from disclosures.ingest.publication import EVERYTHING
from disclosures.models import Revision
from disclosures.vocabulary import FigureUnit, Phase, Severity
from tests.ingest.readings import fact, read

CELL, SENTENCE, ELSEWHERE = Box(60, 40, 100, 60), Box(20, 100, 300, 114), Box(20, 200, 300, 214)
STATED = Figure(
    topic="total_expenditure", value=Decimal("10606000.00"), unit=FigureUnit.YUAN, fiscal_year=2024,
    phase=Phase.APPROVED, page=1, box=SENTENCE, sentence="支出预算1060.60万元。",
)  # fmt: skip


def wrong(**changes: Any) -> Finding:
    """Return an error: the prose says ten 万元 more than the table."""
    said: dict[str, Any] = {
        "code": "prose.table_amount",
        "severity": Severity.ERROR,
        "message": "第1页：“支出预算”与第3页《收支总表》的“合计”不一致，请核对。",
        "pages": (1, 3),
        "expected": Decimal("10506000.00"),
        "actual": Decimal("10606000.00"),
        "difference": Decimal("100000.00"),
        "tolerance": Decimal("100.00"),
        "formula": "1,060.60万元（第1页）= 1,050.60万元（第3页《收支总表》）",
        "table": 0,
        "places": (
            Place("支出预算", "1,060.60万元", 1, SENTENCE),
            Place("合计", "1,050.60万元", 3, CELL),
            Place("“目录”", "“目录”", 2, ELSEWHERE),
        ),
    }
    return Finding(**said | changes)


def hint(**changes: Any) -> Finding:
    """Return a hint about rounding."""
    said = {"code": "arithmetic.rounding", "severity": Severity.HINT, "message": "尾差0.01万元，一般无需修改。"}
    return Finding(**said | changes)


def file(*findings: Finding, content: bytes = b"first file", **changes: Any) -> Revision:
    """Publish a disclosure with these findings."""
    unchecked = (NotChecked("tables.projects", "没有读到项目支出表与支出表"),)
    said = read(content, facts=(fact(),), figures=(STATED,), findings=findings, unchecked=unchecked, **changes)
    revision = ingest(said, content=content, uploaded_by=None)
    publish(revision, by=None, despite=EVERYTHING)
    return revision
