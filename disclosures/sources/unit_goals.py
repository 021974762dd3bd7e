"""Read the whole unit's goal for the year off its stored form: no project is named there to hold it."""

from __future__ import annotations

from collections.abc import Iterator

from disclosures.extraction.performance.form_goals import read_goals
from disclosures.extraction.performance.indicator_columns import Role
from disclosures.extraction.performance.printed_rows import printed_rows
from disclosures.extraction.performance.project_forms import read_forms
from disclosures.ingest.printed_grids import grids_as_stored
from disclosures.models import Revision, StatementTable
from disclosures.recognition.statements import StatementTable as PrintedTable
from disclosures.vocabulary import TableKind

_WHOLE_UNIT = (TableKind.PERFORMANCE_OVERALL, TableKind.REVIEW_OVERALL)


def whole_unit_goal(revision: Revision) -> str:
    """Return the goal that the form about the whole unit prints; the longest, where it prints several."""
    tables = StatementTable.objects.of_revisions([revision]).of_kinds(*_WHOLE_UNIT)
    return max((goal for table in tables for goal in _goals(table)), key=len, default="")


def _goals(table: StatementTable) -> Iterator[str]:
    printed = PrintedTable(
        index=table.index,
        kind=TableKind(table.kind),
        title=table.title,
        label=table.label,
        money_unit=None,
        grids=grids_as_stored(table.grid),
    )
    for form in read_forms(printed_rows(printed)):
        found = read_goals(form.goals)
        if goal := found.get(Role.ANNUAL_GOAL) or found.get(Role.TERM_GOAL):
            yield goal
