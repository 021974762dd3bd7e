"""Give the rules a stored revision to ask, as they ask a file that was just read: with its corrections, or without."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from disclosures.amounts import MoneyUnit
from disclosures.checks.document import Document
from disclosures.extraction import Extraction
from disclosures.extraction.readings import Fact
from disclosures.ingest.printed_grids import grids_as_stored
from disclosures.ingest.printed_texts import as_source, with_lines
from disclosures.ingest.stored_readings import read_fact, read_figure, read_indicator, read_project, read_section
from disclosures.models import PrintedText, Revision, RevisionFile, StatementTable, standing_corrections
from disclosures.models.correctable import Correctable
from disclosures.recognition.statements import Identity
from disclosures.recognition.statements import StatementTable as ReadTable
from disclosures.vocabulary import DisclosureKind, Scope, TableKind

Row = TypeVar("Row", bound=Correctable)


def stored_document(revision: Revision) -> Document:
    """Return a revision as it is corrected now; its text is left out, so that rules about words do not run."""
    tables = tuple(_table(table, with_cells=False) for table in revision.tables.defer("grid"))
    figures = tuple(read_figure(figure) for figure in revision.figures.all())
    said = Extraction(
        facts=_facts(revision, None, as_corrected=True),
        projects=(),
        indicators=(),
        figures=figures,
        sections=(),
        findings=(),
    )
    return Document(stored_identity(revision), tables, said)


def named_document(revision: Revision) -> Document:
    """Return a revision as one that others are compared with: its pages are none of theirs, its titles say whose."""
    document = stored_document(revision)
    said = document.said
    titled = (replace(table, title=f"{revision.disclosure}：{table.title or ''}") for table in document.tables)
    facts = tuple(replace(fact, page=None, box=None) for fact in said.facts)
    figures = tuple(replace(figure, page=None, box=None) for figure in said.figures)
    return replace(document, tables=tuple(titled), said=replace(said, facts=facts, figures=figures))


def file_document(file: RevisionFile, *, as_corrected: bool) -> Document:
    """Return one file of a revision with all that the rules ask for, as it is corrected now or as it was read.

    What is in no table of a revision with several files (projects in prose, passages) goes with each of them.
    """
    revision = file.revision
    source, tables = None, tuple(_table(table, with_cells=True) for table in file.tables.order_by("index"))
    kept = PrintedText.objects.filter(file=file).select_related("file").first()
    if kept is not None:
        source = as_source(kept)
        tables = tuple(with_lines(tables, kept, source))
    projects = revision.projects.select_related("table").order_by("pk")
    indicators = revision.indicators.select_related("table", "project").order_by("pk")
    own_projects = (one for one in projects if one.table is None or one.table.file_id == file.pk)
    own_indicators = (one for one in indicators if one.table.file_id == file.pk)
    said = Extraction(
        facts=_facts(revision, file, as_corrected=as_corrected),
        projects=tuple(read_project(one) for one in _counting(own_projects, as_corrected)),
        indicators=tuple(read_indicator(one) for one in _counting(own_indicators, as_corrected)),
        figures=tuple(read_figure(one) for one in _counting(file.figures.order_by("pk"), as_corrected)),
        sections=tuple(read_section(one) for one in revision.sections.order_by("pk")),
        findings=(),
    )
    return Document(stored_identity(revision), tables, said, source)


def _counting(rows: Iterable[Row], as_corrected: bool) -> Iterable[Row]:
    """Yield rows whose columns hold what counts: the corrections, or what was read before there were any."""
    return rows if as_corrected else (row.write({}) for row in rows)


def _facts(revision: Revision, file: RevisionFile | None, *, as_corrected: bool) -> tuple[Fact, ...]:
    items = revision.line_items.select_related("table").defer("table__grid").order_by("pk")
    listed = list(items if file is None else items.filter(table__file=file))
    corrected = standing_corrections(listed) if as_corrected else {}
    return tuple(read_fact(item, corrected.get(item.pk, {})) for item in listed)


def stored_identity(revision: Revision) -> Identity:
    """Return whose a revision is, as it is filed."""
    filed = revision.disclosure
    return Identity(
        unit=filed.unit.name,
        unit_code=filed.unit.code or None,
        supervising_department=str(filed.unit.supervising_department or "") or None,
        region=filed.unit.region or None,
        fiscal_year=filed.fiscal_year_id,
        kind=DisclosureKind(filed.kind),
        scope=Scope(filed.scope) if filed.scope else None,
    )


def stored_table(table: StatementTable) -> ReadTable:
    """Return a table as it was recognised, with its cells as printed."""
    return _table(table, with_cells=True)


def _table(table: StatementTable, *, with_cells: bool) -> ReadTable:
    return ReadTable(
        index=table.index,
        kind=TableKind(table.kind),
        title=table.title or None,
        label=table.label or None,
        money_unit=MoneyUnit.named(table.money_unit),
        grids=grids_as_stored(table.grid) if with_cells else (),
        declared_empty=table.declared_empty,
    )
