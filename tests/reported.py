"""Small published plans and self-evaluations, written as literal rows."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from disclosures.models import (
    Disclosure,
    FiscalYear,
    PerformanceIndicator,
    Project,
    Revision,
    RevisionFile,
    StatementTable,
    Unit,
)
from disclosures.performance.copies import mark_copies
from disclosures.performance.marking import mark
from disclosures.performance.series import match_projects

Report = Callable[..., Revision]
TABLES = {
    "budget": "performance_project",
    "performance_target": "performance_project",
    "final_accounts": "review_project",
    "performance_review": "review_project",
}
# level1, level2, name, target, actual, weight, score and what else an indicator prints.
NAMES = ("level1", "level2", "level3", "target", "actual", "weight", "score")


def row(*values: Any, **more: Any) -> dict[str, Any]:
    """Write an indicator briefly, in the order of its form."""
    return dict(zip(NAMES, values, strict=False)) | more


@pytest.fixture
def report(db: None) -> Report:
    """Return a function that publishes projects with their indicators: by name, each a list of rows."""

    def report(unit: Unit, year: int, projects: dict[str, list[dict[str, Any]]], kind: str = "final_accounts", **more):
        FiscalYear.objects.get_or_create(year=year)
        filed, _new = Disclosure.objects.get_or_create(unit=unit, fiscal_year_id=year, kind=kind, scope="unit")
        number = filed.revisions.count() + 1
        filed.revisions.filter(state="published").update(state="superseded")
        revision = Revision.objects.create(disclosure=filed, number=number, parser_version="test")
        file = RevisionFile.objects.create(revision=revision, name="a.pdf", sha256=f"{revision.pk:064}")
        table = StatementTable.objects.create(
            revision=revision, file=file, index=0, kind=TABLES[kind], title="绩效表", pages=[3]
        )
        entries = [_entry(revision, table, name, more.get(name, {})) for name in projects]
        match_projects(entries)
        for entry, rows in zip(entries, projects.values(), strict=True):
            for values in rows:
                _indicator(entry, table, dict(values))
        revision.state, revision.published_at = Revision.State.PUBLISHED, timezone.now()
        revision.save()
        mark_copies(unit, year)
        return revision

    return report


def _entry(revision: Revision, table: StatementTable, name: str, figures: dict[str, Any]) -> Project:
    filed = revision.disclosure
    place = {"revision": revision, "table": table, "unit": filed.unit, "fiscal_year": filed.fiscal_year_id, "page": 3}
    return Project.objects.create(name=name, **place, **figures)


def _indicator(entry: Project, table: StatementTable, values: dict[str, Any]) -> None:
    place = {"unit": entry.unit, "fiscal_year": entry.fiscal_year, "page": 3}
    one = PerformanceIndicator(revision=entry.revision, table=table, project=entry, **place, **values)
    mark(one)
    one.save()
