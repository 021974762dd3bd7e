"""Write the corrections that stand into the rows of projects, indicators and figures, and conclude anew from them."""

from __future__ import annotations

from disclosures.models import Correction, PerformanceIndicator, Project, ProjectSeries
from disclosures.models.correctable import Correctable
from disclosures.performance.copies import mark_copies
from disclosures.performance.corrected import corrected_columns
from disclosures.performance.marking import MARKS, mark


def write_corrections(row: Correctable) -> None:
    """Make a row say what its standing corrections say; of all other fields, what was read.

    What documents print stays in ``as_read``; only what counts is written, past the guard of filed content.
    """
    called = getattr(row, "name", "")
    standing = Correction.objects.standing().of_subject(row)
    before = row.as_read
    row.write({})
    row.write({one.field: corrected_columns(row, one) for one in standing})
    columns = {column for fields in (before, row.as_read) for written in fields.values() for column in written}
    if isinstance(row, PerformanceIndicator):
        mark(row)
        columns |= {*MARKS}
    said = {column: getattr(row, column) for column in columns}
    type(row)._base_manager.filter(pk=row.pk).update(as_read=row.as_read, **said)
    if isinstance(row, PerformanceIndicator):
        mark_copies(row.unit_id, row.fiscal_year)
    if isinstance(row, Project) and row.name != called:
        ProjectSeries.objects.filter(matches__project=row, name=called).update(name=row.name)
