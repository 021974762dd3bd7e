"""Turn facts into line items: whole fen, with unit, year and kind repeated for comparing without joins."""

from __future__ import annotations

from collections.abc import Iterable

from disclosures.evidence import Finding
from disclosures.extraction.readings import Fact
from disclosures.ingest.storable import storable_box, storable_fen, storable_text, storable_year
from disclosures.models import LineItem, Revision, StatementTable
from disclosures.vocabulary import FactState, Severity

MAX_CODE = 12


def line_items(
    revision: Revision, tables: dict[int, StatementTable], facts: Iterable[Fact]
) -> tuple[list[LineItem], list[Finding]]:
    """Return the rows, and a finding for each fact that no row can hold."""
    items: list[LineItem] = []
    findings: list[Finding] = []
    for fact in facts:
        if trouble := _why_unstorable(fact, tables):
            findings.append(_unread(fact, trouble))
        else:
            items.append(_line_item(revision, tables[fact.table], fact))
    return items, findings


def _why_unstorable(fact: Fact, tables: dict[int, StatementTable]) -> str:
    """Say why the database would refuse a fact; such a fact was surely misread."""
    if fact.table not in tables:
        return "所属表格未识别"
    if (fact.amount is None) != (fact.state != FactState.PRINTED):
        return "有无金额与单元格状态不符"
    if fact.amount is not None and storable_fen(fact.amount) is None:
        return "金额过大"
    if storable_year(fact.fiscal_year) is None:
        return "年度不明"
    if fact.function and fact.economic:
        return "同时带有功能科目与经济科目"
    if any(len(code or "") > MAX_CODE for code in (fact.function, fact.name_function, fact.economic)):
        return "科目编码过长"
    return ""


def _unread(fact: Fact, trouble: str) -> Finding:
    return Finding(
        code="unread.unstorable",
        severity=Severity.WARNING,
        message=f"“{storable_text(fact.heading)}”一行的“{storable_text(fact.printed)}”未能采用：{trouble}。",
        pages=(fact.page,) if fact.page else (),
        table=fact.table,
        boxes=((fact.page, fact.box),) if fact.page and fact.box else (),
    )


def _line_item(revision: Revision, table: StatementTable, fact: Fact) -> LineItem:
    disclosure = revision.disclosure
    return LineItem(
        revision=revision,
        table=table,
        unit_id=disclosure.unit_id,
        disclosure_year=disclosure.fiscal_year_id,
        kind=disclosure.kind,
        scope=disclosure.scope,
        fiscal_year=fact.fiscal_year,
        table_kind=table.kind,
        direction=fact.direction,
        phase=fact.phase or "",
        fund=fact.fund,
        nature=fact.nature or "",
        function=fact.function or "",
        name_function=fact.name_function or "",
        economic=fact.economic or "",
        item=fact.item or "",
        heading=storable_text(fact.heading),
        column=storable_text(fact.column),
        amount_fen=storable_fen(fact.amount),
        printed=storable_text(fact.printed),
        state=fact.state,
        page=fact.page,
        box=storable_box(fact.box),
        row=fact.row,
        column_number=fact.column_number,
    )
