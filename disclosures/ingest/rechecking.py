"""Ask the rules again after a correction: what it puts right is marked solved, what it brings up is added.

The rules run twice over what is stored, as read and as corrected, and only the difference counts: a rule that has
changed since, or a part of the file that was not kept, changes nothing (docs/decisions/0008).
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User

from disclosures.checks import check
from disclosures.ingest.continuity import FAMILY, check_again
from disclosures.ingest.findings import finding_rows
from disclosures.ingest.settled_findings import Settled, counted, settle
from disclosures.ingest.stored_documents import file_document
from disclosures.models import AuditEntry, Correction, Disclosure, Finding, Revision, RevisionFile
from disclosures.models.audit import record


def recheck(revision: Revision, *, by: User | None) -> None:
    """Bring a revision's findings up to its corrections; call it in the transaction that changes these.

    What the revision says does not change. What is found in it may, also where it is published: nothing is deleted.
    """
    if not _was_ever_corrected(revision):
        return
    Disclosure.objects.select_for_update().get(pk=revision.disclosure_id)  # publishing asks what is open
    settled = [_recheck_file(file) for file in revision.files.select_related("revision__disclosure__unit")]
    settled += check_again(revision)
    _write_down(revision, settled, by)


def _was_ever_corrected(revision: Revision) -> bool:
    return Correction.objects.of_revisions([revision]).exists() or revision.findings.solved().exists()


def _recheck_file(file: RevisionFile) -> Settled:
    """Bring the findings of one file from what was found in it when it was read to what corrections make of that."""
    before, now = _found(file, as_corrected=False), _found(file, as_corrected=True)
    own = Finding.objects.filter(revision=file.revision, file=file).exclude(code__startswith=FAMILY)
    as_read = list(own.filter(found_at__isnull=True))
    wanted = counted(as_read) - (counted(before) - counted(now)) + (counted(now) - counted(before))
    return settle(own, wanted, (*as_read, *before, *now))


def _found(file: RevisionFile, *, as_corrected: bool) -> list[Finding]:
    """Return what the rules find in a file as rows that are not stored."""
    document = file_document(file, as_corrected=as_corrected)
    checked = check(document.identity, document.tables, document.said, document.source)
    tables = {table.index: table for table in file.tables.all()}
    return list(finding_rows(file.revision, file, tables, checked.findings))


def _write_down(revision: Revision, settled: Iterable[Settled], by: User | None) -> None:
    solved = [str(finding) for one in settled for finding in one.solved]
    found = [str(finding) for one in settled for finding in one.found]
    if solved or found:
        record(by, AuditEntry.Action.RECHECKED, revision, before={"solved": solved}, after={"found": found})
