"""Turn projects and indicators into rows, each indicator with its project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from disclosures.codes import comparable
from disclosures.extraction.readings import Indicator
from disclosures.extraction.readings import Project as ReadProject
from disclosures.ingest.storable import storable_box, storable_fen, storable_number, storable_text
from disclosures.models import PerformanceIndicator, Project, Revision, StatementTable
from disclosures.performance.marking import mark

Tables = Mapping[int, StatementTable]


@dataclass(frozen=True, slots=True)
class ProjectRows:
    """The rows of a revision's projects, found again by table and name."""

    rows: tuple[Project, ...]
    by_table: Mapping[tuple[int | None, str], Project]
    by_name: Mapping[str, Project]

    def named(self, table: int, name: str | None) -> Project | None:
        """Return the project that an indicator names: that of its own table, else the first of the name."""
        if not name:
            return None
        return self.by_table.get((table, comparable(name))) or self.by_name.get(comparable(name))


def project_rows(
    revision: Revision, tables: Tables, projects: Sequence[ReadProject], indicators: Sequence[Indicator]
) -> ProjectRows:
    """Return a row for each project, and for each name that only indicators carry."""
    read = (*projects, *_only_named(projects, indicators))
    rows = tuple(_project(revision, tables, project) for project in read)
    by_table: dict[tuple[int | None, str], Project] = {}
    by_name: dict[str, Project] = {}
    for project, row in zip(read, rows, strict=True):
        by_table.setdefault((project.table, comparable(project.name)), row)
        by_name.setdefault(comparable(project.name), row)
    return ProjectRows(rows, by_table, by_name)


def indicator_rows(
    revision: Revision, tables: Tables, projects: ProjectRows, indicators: Iterable[Indicator]
) -> Iterator[PerformanceIndicator]:
    """Yield a row for each indicator of a known table."""
    for indicator in indicators:
        if indicator.table in tables:
            yield _indicator(
                revision, tables[indicator.table], projects.named(indicator.table, indicator.project), indicator
            )


def _only_named(projects: Iterable[ReadProject], indicators: Iterable[Indicator]) -> Iterator[ReadProject]:
    known = {comparable(project.name) for project in projects}
    for indicator in indicators:
        if indicator.project and comparable(indicator.project) not in known:
            known.add(comparable(indicator.project))
            yield ReadProject(name=indicator.project, table=indicator.table, page=indicator.page)


def _project(revision: Revision, tables: Tables, project: ReadProject) -> Project:
    return Project(
        revision=revision,
        table=None if project.table is None else tables.get(project.table),
        unit_id=revision.disclosure.unit_id,
        fiscal_year=revision.disclosure.fiscal_year_id,
        name=storable_text(project.name),
        code=storable_text(project.code),
        total_fen=storable_fen(project.total),
        approved_fen=storable_fen(project.approved),
        revised_fen=storable_fen(project.revised),
        executed_fen=storable_fen(project.executed),
        execution_rate=storable_number(project.execution_rate, 9),
        score=storable_number(project.score, 9),
        term_goal=storable_text(project.term_goal),
        annual_goal=storable_text(project.annual_goal),
        content=storable_text(project.content),
        page=project.page,
        box=storable_box(project.box),
    )


def _indicator(
    revision: Revision, table: StatementTable, project: Project | None, indicator: Indicator
) -> PerformanceIndicator:
    row = PerformanceIndicator(
        revision=revision,
        table=table,
        unit_id=revision.disclosure.unit_id,
        fiscal_year=revision.disclosure.fiscal_year_id,
        project=project,
        level1=storable_text(indicator.level1),
        level2=storable_text(indicator.level2),
        level3=storable_text(indicator.level3),
        operator=indicator.operator or "",
        target=storable_text(indicator.target),
        target_number=storable_number(indicator.target_number, 20),
        measure=storable_text(indicator.unit),
        actual=storable_text(indicator.actual),
        actual_number=storable_number(indicator.actual_number, 20),
        weight=storable_number(indicator.weight, 9),
        score=storable_number(indicator.score, 9),
        explanation=storable_text(indicator.explanation),
        scoring_rule=storable_text(indicator.scoring_rule),
        deviation_reason=storable_text(indicator.deviation_reason),
        page=indicator.page,
        box=storable_box(indicator.box),
        of_term=indicator.of_term,
    )
    mark(row)
    return row
