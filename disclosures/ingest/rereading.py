"""Read a filed revision with a newer parser: a draft beside it, or nothing where nothing changed."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction

from disclosures.ingest.carried_corrections import carry_over, standing_by_place
from disclosures.ingest.content import store_content
from disclosures.ingest.continuity import check_neighbours
from disclosures.ingest.drafts import Reread
from disclosures.ingest.filing import next_number
from disclosures.ingest.rechecking import recheck
from disclosures.ingest.recognised import recognised_as_json
from disclosures.models import AuditEntry, Revision, RevisionFile
from disclosures.models.audit import record
from disclosures.pipeline import PARSER_VERSION


def store_rereading(revision: Revision, read: Sequence[Reread], *, by: User | None) -> Revision:
    """Store what a newer parser reads in a revision's files as a draft of the same disclosure.

    The identity stays that of the revision: a person confirmed it by publishing. What is published does not change.
    """
    with transaction.atomic():
        recognised = revision.recognised or recognised_as_json(read[0][1].identity, None)
        draft = Revision.objects.create(
            disclosure=revision.disclosure,
            number=next_number(revision.disclosure),
            parser_version=PARSER_VERSION,
            uploaded_by=by,
            recognised={**recognised, "created_units": [], "reread_of": revision.number},
        )
        for file, said in read:
            store_content(draft, _same_file(draft, file), said)
        carry_over(standing_by_place(revision), draft)
        check_neighbours(draft)
        recheck(draft, by=by)
        record(by, AuditEntry.Action.STORED, draft, after={"reread_of": str(revision), "parser": PARSER_VERSION})
    return draft


def _same_file(draft: Revision, file: RevisionFile) -> RevisionFile:
    """Return a row for the same stored file; its bytes are kept once."""
    same: RevisionFile = RevisionFile.objects.create(
        revision=draft,
        reread_of=file.reread_of or file,
        file=file.file.name,
        name=file.name,
        sha256=file.sha256,
        media_type=file.media_type,
        page_count=file.page_count,
    )
    return same
