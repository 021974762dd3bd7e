"""Give the rules a stored revision to ask, as they ask a file that was just read: its tables, facts and figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from disclosures.amounts import MoneyUnit, from_fen
from disclosures.checks.document import Document
from disclosures.evidence import Box
from disclosures.extraction import Extraction
from disclosures.extraction.readings import Fact as ReadFact
from disclosures.extraction.readings import Figure as ReadFigure
from disclosures.models import Figure, LineItem, Revision, StatementTable
from disclosures.recognition.statements import Identity
from disclosures.recognition.statements import StatementTable as ReadTable
from disclosures.vocabulary import (
    Direction,
    DisclosureKind,
    FactState,
    FigureUnit,
    Fund,
    Item,
    Nature,
    Phase,
    Scope,
    TableKind,
)


def stored_document(revision: Revision) -> Document:
    """Return a revision as the rules know documents; its text is not kept, so that rules about words cannot run."""
    filed = revision.disclosure
    identity = Identity(
        unit=filed.unit.name,
        fiscal_year=filed.fiscal_year_id,
        kind=DisclosureKind(filed.kind),
        scope=Scope(filed.scope) if filed.scope else None,
    )
    tables = tuple(_table(table) for table in revision.tables.all())
    facts = tuple(_fact(item) for item in revision.line_items.select_related("table").order_by("pk"))
    figures = tuple(_figure(figure) for figure in revision.figures.all())
    said = Extraction(facts=facts, projects=(), indicators=(), figures=figures, sections=(), findings=())
    return Document(identity, tables, said)


def named_document(revision: Revision) -> Document:
    """Return a revision as one that others are compared with: its pages are none of theirs, its titles say whose."""
    document = stored_document(revision)
    said = document.said
    titled = (replace(table, title=f"{revision.disclosure}：{table.title or ''}") for table in document.tables)
    facts = tuple(replace(fact, page=None, box=None) for fact in said.facts)
    figures = tuple(replace(figure, page=None, box=None) for figure in said.figures)
    return replace(document, tables=tuple(titled), said=replace(said, facts=facts, figures=figures))


def _table(table: StatementTable) -> ReadTable:
    return ReadTable(
        index=table.index,
        kind=TableKind(table.kind),
        title=table.title or None,
        label=table.label or None,
        money_unit=MoneyUnit.named(table.money_unit),
        grids=(),
        declared_empty=table.declared_empty,
    )


def _fact(item: LineItem) -> ReadFact:
    return ReadFact(
        table=item.table.index,
        direction=Direction(item.direction),
        fiscal_year=item.fiscal_year,
        phase=Phase(item.phase) if item.phase else None,
        fund=Fund(item.fund),
        nature=Nature(item.nature) if item.nature else None,
        function=item.function or None,
        economic=item.economic or None,
        item=Item(item.item) if item.item else None,
        heading=item.heading or None,
        amount=from_fen(item.amount_fen),
        printed=item.printed,
        state=FactState(item.state),
        page=item.page,
        box=Box(*item.box) if item.box else None,
        row=item.row,
        column_number=item.column_number,
        column=item.column or None,
        name_function=item.name_function or None,
    )


def _figure(figure: Figure) -> ReadFigure:
    return ReadFigure(
        topic=figure.topic,
        value=Decimal(figure.value),
        unit=FigureUnit(figure.unit),
        fiscal_year=figure.fiscal_year,
        phase=Phase(figure.phase) if figure.phase else None,
        direction=Direction(figure.direction) if figure.direction else None,
        page=figure.page,
        box=Box(*figure.box) if figure.box else None,
        sentence=figure.sentence,
    )
