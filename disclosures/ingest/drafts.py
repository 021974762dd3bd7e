"""Put a draft right before it is published: correct whose it is, join its parts, or give it up."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F

from disclosures.ingest.carried_corrections import carry_over, standing_by_place
from disclosures.ingest.content import CONTENT_MODELS, next_table_index, remove_content, store_content
from disclosures.ingest.continuity import check_neighbours
from disclosures.ingest.filing import find_disclosure, next_number, refuse_outside
from disclosures.ingest.rechecking import recheck
from disclosures.ingest.recognised import created_units, recognised_as_json
from disclosures.ingest.stored_files import removal
from disclosures.models import AuditEntry, Correction, Disclosure, Job, Revision, RevisionFile, Unit
from disclosures.models.audit import record
from disclosures.pipeline import PARSER_VERSION, ReadDisclosure
from disclosures.recognition.statements import Identity

# A file of a revision with what was read from it now.
Reread = tuple[RevisionFile, ReadDisclosure]


def replace_content(
    revision: Revision, read: Sequence[Reread], *, corrections: Identity | None, by: User | None
) -> Revision:
    """Put what was read anew in place of a draft's content; a person's corrections of figures stay.

    Raises ``IncompleteIdentity``, ``AmbiguousUnit`` or ``OutsideResponsibility``, and then changes nothing.
    """
    with transaction.atomic():
        draft = Revision.objects.select_for_update().drafts().select_related("disclosure__unit").get(pk=revision.pk)
        before = str(draft)
        corrected = standing_by_place(draft)
        remove_content(draft)
        _move(draft, read[0][1], corrections, by)
        for file, said in read:
            store_content(draft, file, said)
        carry_over(corrected, draft)
        check_neighbours(draft)
        recheck(draft, by=by)
        if str(draft) != before:
            record(by, AuditEntry.Action.CORRECTED, draft, before={"revision": before}, after={"revision": str(draft)})
    return draft


def merge_drafts(draft: Revision, *, into: Revision, by: User | None) -> Revision:
    """Make two drafts of one disclosure one revision: its text and its tables were filed in files apart."""
    with transaction.atomic():
        locked = Revision.objects.select_for_update().drafts().filter(disclosure=into.disclosure_id)
        part, whole = (locked.get(pk=revision.pk) for revision in (draft, into))
        part.tables.update(revision=whole, index=F("index") + next_table_index(whole))
        for model in (RevisionFile, Correction, *CONTENT_MODELS):
            model.objects.filter(revision=part).update(revision=whole)
        Job.objects.filter(revision=part).update(revision=whole)
        check_neighbours(whole)
        record(by, AuditEntry.Action.MERGED, whole, before={"part": str(part)}, after={"files": whole.files.count()})
        part.delete()
    return whole


def discard(revision: Revision, *, by: User | None) -> None:
    """Remove a draft with its files, and what was only made for it."""
    with transaction.atomic():
        draft = Revision.objects.select_for_update().drafts().get(pk=revision.pk)
        files = list(draft.files.all())
        for file in files:
            transaction.on_commit(removal(file.file.name or "", file.sha256))
        record(by, AuditEntry.Action.DISCARDED, draft, before={"files": [file.name for file in files]})
        disclosure, made = draft.disclosure, created_units(draft.recognised)
        draft.delete()
        _remove_unused(disclosure, made)


def _move(draft: Revision, read: ReadDisclosure, corrections: Identity | None, by: User | None) -> None:
    """File a draft under the disclosure that it turned out to be, as that one's next revision."""
    before, made_before = draft.disclosure, created_units(draft.recognised)
    disclosure, made = find_disclosure(read.identity, confirmed=True)
    refuse_outside(disclosure, by)
    if disclosure != before:
        draft.disclosure, draft.number = disclosure, next_number(disclosure)
    draft.parser_version = PARSER_VERSION
    draft.recognised = recognised_as_json(read.identity, corrections, [*made_before, *made])
    draft.save()
    _remove_unused(before, made_before)


def _remove_unused(disclosure: Disclosure, made: list[int]) -> None:
    """Remove a disclosure that no revision is left of, and the units made for it that nothing else names."""
    if not disclosure.revisions.exists():
        disclosure.delete()
    for unit in Unit.objects.filter(pk__in=made).order_by("pk"):  # a unit was made before its department
        if not unit.disclosures.exists() and not unit.subordinates.exists():
            unit.delete()
