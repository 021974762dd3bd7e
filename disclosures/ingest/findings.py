"""Turn what the checks found, and what they could not check, into rows of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from disclosures.amounts import plain_text
from disclosures.checks.rule import NotChecked
from disclosures.evidence import Finding as ReadFinding
from disclosures.evidence import Place
from disclosures.ingest.storable import storable_box, storable_text
from disclosures.models import Finding, Revision, RevisionFile, StatementTable, UncheckedRule


def finding_rows(
    revision: Revision, file: RevisionFile, tables: Mapping[int, StatementTable], findings: Iterable[ReadFinding]
) -> Iterator[Finding]:
    """Yield a row for every finding of a file."""
    for finding in findings:
        row = Finding(
            revision=revision,
            file=file,
            table=None if finding.table is None else tables.get(finding.table),
            code=finding.code[:60],
            severity=finding.severity,
            message=storable_text(finding.message),
            pages=list(finding.pages),
            boxes=[[page, box.as_list()] for page, box in finding.boxes],
            places=[_place(place) for place in finding.places],
            column=[storable_text(heading) for heading in finding.column],
            formula=storable_text(finding.formula),
            expected=plain_text(finding.expected) or "",
            actual=plain_text(finding.actual) or "",
            difference=plain_text(finding.difference) or "",
            tolerance=plain_text(finding.tolerance) or "",
        )
        row.fingerprint = row.taken_fingerprint()
        yield row


def unchecked_rows(revision: Revision, file: RevisionFile, unchecked: Iterable[NotChecked]) -> Iterator[UncheckedRule]:
    """Yield a row for every rule that was not checked on a file."""
    for one in unchecked:
        yield UncheckedRule(revision=revision, file=file, code=one.code[:60], reason=storable_text(one.reason))


def _place(place: Place) -> dict[str, Any]:
    return {
        "label": storable_text(place.label),
        "printed": storable_text(place.printed),
        "page": place.page,
        "box": storable_box(place.box),
    }
