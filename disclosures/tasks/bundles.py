"""Make the files that were uploaded as one disclosure one revision, whichever of them is read first."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from disclosures.ingest import merge_drafts
from disclosures.models import Job, Revision
from disclosures.models.jobs import Stage
from disclosures.tasks.queue import requeue


def join_bundle(job: Job) -> None:
    """Join a file with the drafts of its bundle; files that do not say whose they are follow one that does."""
    if not job.bundle:
        return
    with transaction.atomic():
        others = Job.objects.select_for_update().filter(bundle=job.bundle).exclude(pk=job.pk)
        if job.revision is not None:
            _lead(others.waiting_for_identity(), job.revision)
            _merge(job, job.revision)
        elif job.needs_identity and (told := others.exclude(revision=None).first()) and told.revision:
            _lead([job], told.revision)


def _lead(jobs: Iterable[Job], revision: Revision) -> None:
    """Have files read as what another of their bundle is."""
    for job in jobs:
        job.corrections = _identity_of(revision)
        requeue(job)


def _merge(job: Job, part: Revision) -> None:
    whole = _oldest_draft(job, part)
    if whole is not None:
        merge_drafts(part, into=whole, by=job.uploaded_by)


def _oldest_draft(job: Job, part: Revision) -> Revision | None:
    """Return the bundle's draft of the same disclosure that was there before this file's own."""
    drafts = Revision.objects.drafts().of_disclosure(part.disclosure)
    return (
        drafts.filter(jobs__bundle=job.bundle, jobs__stage=Stage.STORED).exclude(pk=part.pk).order_by("number").first()
    )


def _identity_of(revision: Revision) -> dict[str, object]:
    disclosure = revision.disclosure
    said = {
        "unit": disclosure.unit.name,
        "region": disclosure.unit.region,
        "fiscal_year": disclosure.fiscal_year_id,
        "kind": disclosure.kind,
        "scope": disclosure.scope,
    }
    return {name: value for name, value in said.items() if value}
