"""Store what was read as the content of one draft; every row says its table, page and box."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Max

from disclosures.evidence import Line
from disclosures.extraction.prose.privacy import without_personal_data
from disclosures.extraction.readings import Figure as ReadFigure
from disclosures.extraction.readings import Section as ReadSection
from disclosures.ingest.findings import finding_rows, unchecked_rows
from disclosures.ingest.line_items import line_items
from disclosures.ingest.performance import indicator_rows, project_rows
from disclosures.ingest.printed_grids import grid_as_printed
from disclosures.ingest.printed_texts import printed_text
from disclosures.ingest.storable import storable_box, storable_text, storable_year
from disclosures.models import (
    Figure,
    Finding,
    LineItem,
    PerformanceIndicator,
    PrintedText,
    Project,
    Revision,
    RevisionFile,
    Section,
    StatementTable,
    UncheckedRule,
)
from disclosures.performance.series import match_projects
from disclosures.pipeline import ReadDisclosure
from disclosures.recognition.statements import StatementTable as ReadTable

# Big enough that PostgreSQL answers in few round trips, small enough that no statement grows without bounds.
BATCH = 1000

CONTENT_MODELS = (
    UncheckedRule,
    Finding,
    PrintedText,
    Section,
    Figure,
    PerformanceIndicator,
    Project,
    LineItem,
    StatementTable,
)


def store_content(revision: Revision, file: RevisionFile, read: ReadDisclosure) -> None:
    """Store all that was read from a file as content of a draft, after what its other files say."""
    first = next_table_index(revision)
    rows = [_table(revision, file, table, first + table.index) for table in read.tables]
    stored = StatementTable.objects.bulk_create(rows, BATCH)
    tables = {table.index: row for table, row in zip(read.tables, stored, strict=True)}
    items, unstorable = line_items(revision, tables, read.facts)
    LineItem.objects.bulk_create(items, BATCH)
    projects = project_rows(revision, tables, read.projects, read.indicators)
    Project.objects.bulk_create(projects.rows, BATCH)
    match_projects(projects.rows)
    PerformanceIndicator.objects.bulk_create(indicator_rows(revision, tables, projects, read.indicators), BATCH)
    Figure.objects.bulk_create((_figure(revision, file, figure) for figure in read.figures), BATCH)
    Section.objects.bulk_create((_section(revision, section) for section in read.sections), BATCH)
    Finding.objects.bulk_create(finding_rows(revision, file, tables, (*read.findings, *unstorable)), BATCH)
    UncheckedRule.objects.bulk_create(unchecked_rows(revision, file, read.unchecked), BATCH)
    printed_text(revision, file, read).save()


def remove_content(revision: Revision) -> None:
    """Remove all content of a draft, to be read again; its file stays."""
    for model in CONTENT_MODELS:
        model.objects.filter(revision=revision).delete()


def next_table_index(revision: Revision) -> int:
    """Return the index that the next table of a revision gets."""
    last: int | None = revision.tables.aggregate(last=Max("index"))["last"]
    return 0 if last is None else last + 1


def _table(revision: Revision, file: RevisionFile, table: ReadTable, index: int) -> StatementTable:
    return StatementTable(
        revision=revision,
        file=file,
        index=index,
        kind=table.kind,
        title=storable_text(table.title),
        label=storable_text(table.label),
        money_unit=table.money_unit.label if table.money_unit else "",
        pages=list(table.pages),
        declared_empty=table.declared_empty,
        grid=grid_as_printed(table.grids),
        captions=_texts(table.captions),
        notes=_texts(table.notes),
    )


def _texts(lines: Iterable[Line]) -> list[str]:
    """Return lines to be shown with a table; who filled in a form is nobody's to see."""
    return [without_personal_data(storable_text(line.text)) for line in lines]


def _figure(revision: Revision, file: RevisionFile, figure: ReadFigure) -> Figure:
    return Figure(
        revision=revision,
        file=file,
        topic=storable_text(figure.topic),
        value=format(figure.value, "f"),
        unit=figure.unit,
        fiscal_year=storable_year(figure.fiscal_year),
        phase=figure.phase or "",
        direction=figure.direction or "",
        page=figure.page,
        box=storable_box(figure.box),
        sentence=storable_text(figure.sentence),
    )


def _section(revision: Revision, section: ReadSection) -> Section:
    return Section(
        revision=revision, title=storable_text(section.title), text=storable_text(section.text), page=section.page
    )
