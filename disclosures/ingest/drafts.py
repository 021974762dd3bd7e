"""Put a draft right before it is published: correct whose it is, join its parts, or give it up."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from disclosures.ingest.content import CONTENT_MODELS, next_table_index, remove_content, store_content
from disclosures.ingest.filing import find_disclosure, next_number
from disclosures.ingest.recognised import created_units, recognised_as_json
from disclosures.ingest.stored_files import removal_of
from disclosures.models import Disclosure, Job, Revision, RevisionFile, Unit
from disclosures.pipeline import PARSER_VERSION, ReadDisclosure, read_disclosure
from disclosures.recognition.statements import Identity


def correct_draft(revision: Revision, *, corrections: Identity) -> Revision:
    """Read a draft's files again as what a person says they are, and put that in place of the draft's content."""
    read = [(file, _read_again(file, corrections)) for file in revision.files.all()]
    with transaction.atomic():
        draft = Revision.objects.select_for_update().drafts().get(pk=revision.pk)
        remove_content(draft)
        _move(draft, read[0][1], corrections)
        for file, said in read:
            store_content(draft, file, said)
    return draft


def merge_drafts(draft: Revision, *, into: Revision) -> Revision:
    """Make two drafts of one disclosure one revision: its text and its tables were filed in files apart."""
    with transaction.atomic():
        locked = Revision.objects.select_for_update().drafts().filter(disclosure=into.disclosure_id)
        part, whole = (locked.get(pk=revision.pk) for revision in (draft, into))
        part.tables.update(revision=whole, index=F("index") + next_table_index(whole))
        for model in (RevisionFile, *CONTENT_MODELS):
            model.objects.filter(revision=part).update(revision=whole)
        Job.objects.filter(revision=part).update(revision=whole)
        part.delete()
    return whole


def discard(revision: Revision) -> None:
    """Remove a draft with its files, and what was only made for it."""
    with transaction.atomic():
        draft = Revision.objects.select_for_update().drafts().get(pk=revision.pk)
        for file in draft.files.all():
            transaction.on_commit(removal_of(file.file))
        disclosure, made = draft.disclosure, created_units(draft.recognised)
        draft.delete()
        _remove_unused(disclosure, made)


def _read_again(file: RevisionFile, corrections: Identity) -> ReadDisclosure:
    with file.file.open() as stored:
        return read_disclosure(stored.read(), file.name, corrections=corrections)


def _move(draft: Revision, read: ReadDisclosure, corrections: Identity) -> None:
    """File a draft under the disclosure that it turned out to be, as that one's next revision."""
    before, made_before = draft.disclosure, created_units(draft.recognised)
    disclosure, made = find_disclosure(read.identity, confirmed=True)
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
