"""Put jobs into the queue: an upload, a correction, a retry, a re-reading; and take them out again."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from disclosures.ingest import Upload, receive
from disclosures.ingest.identities import corrections_in, identity_as_json
from disclosures.models import AuditEntry, Job, Revision
from disclosures.models.audit import record
from disclosures.models.jobs import UNFINISHED, Stage
from disclosures.recognition.statements import Identity


class NotNow(Exception):
    """A job is at a stage from which this step does not lead on; the message says so to the clerk."""


@task()
def read_in_background(job: int) -> str:
    """Read one job's file; the database's queue calls this in a worker."""
    from disclosures.tasks.attempt import attempt  # the queue is imported by web processes, which never read

    return attempt(job)


def submit(upload: Upload, *, uploaded_by: User | None) -> Job:
    """Take a file in and queue it, both or neither.

    Raises ``AlreadyFiled`` or ``AlreadyWaiting`` where the same content came before.
    """
    with transaction.atomic():
        job = receive(upload, uploaded_by=uploaded_by)
        if job.stage == Stage.QUEUED:
            enqueue(job)
    return job


def enqueue(job: Job) -> None:
    """Ask a worker for a queued job, inside the transaction that queued it."""
    job.task = str(read_in_background.enqueue(job.pk).id)
    job.save(update_fields=["task"])


def confirm(job: Job, corrections: Identity | None, *, by: User) -> Job:
    """Take down that a person confirmed whose file it is; where they corrected it, it is read as what they say."""
    with transaction.atomic():
        current = Job.objects.select_for_update().get(pk=job.pk)
        current.confirmed_at = timezone.now()
        current.save(update_fields=["confirmed_at"])
        if corrections is None and current.stage != Stage.NEEDS_IDENTITY:
            return current
        if current.stage not in (*UNFINISHED, Stage.NEEDS_IDENTITY, Stage.STORED):
            raise NotNow(f"{current.name}：{current.get_stage_display()}，不能更正归属。")
        if current.revision is not None and current.revision.state != Revision.State.DRAFT:
            raise NotNow(f"{current.revision} 已发布，不能更正归属；请撤回后重新上传。")
        said = identity_as_json(corrections) if corrections else {}
        if said != current.corrections:
            record(by, AuditEntry.Action.CORRECTED, current, before=current.corrections, after=said)
        current.corrections = said
        requeue(current)
    return current


def correct(revision: Revision, corrections: Identity, *, by: User) -> Job:
    """Have a draft read again as what a person says it is."""
    with transaction.atomic():
        job = _job_of(revision, by)
        job.corrections, job.confirmed_at = identity_as_json(corrections), timezone.now()
        requeue(job)
        record(by, AuditEntry.Action.CORRECTED, job, after=job.corrections)
    return job


def read_anew(draft: Revision, *, by: User) -> Job:
    """Have a draft read again with what people have said since then of its unit's tables and columns."""
    with transaction.atomic():
        job = _job_of(draft, by)
        job.corrections = identity_as_json(corrections_in(draft.recognised) or Identity())
        requeue(job)
    return job


def _job_of(draft: Revision, by: User) -> Job:
    """Return the job that reads a draft again, locked: that of its upload, or a new one."""
    # The job of a re-reading made the draft out of a filed revision, and would do so again.
    known = Job.objects.select_for_update().filter(revision=draft, rereads=None).first()
    file = draft.files.first()
    job = known or Job(revision=draft, name=file.name if file else str(draft), uploaded_by=by)
    job.uploaded_by = job.uploaded_by or by
    return job


def retry(job: Job, *, by: User) -> Job:
    """Queue a failed or cancelled job again, with all its attempts."""
    with transaction.atomic():
        current = Job.objects.select_for_update().get(pk=job.pk)
        if not current.is_repeatable:
            raise NotNow(f"{current.name}：{current.get_stage_display()}，不能重新读取。")
        record(by, AuditEntry.Action.RETRIED, current, before={"message": current.message})
        requeue(current)
    return current


def cancel(job: Job, *, by: User) -> Job:
    """Take a job out of the queue, or out of its worker's hands: what is read of it will not be stored."""
    with transaction.atomic():
        current = Job.objects.select_for_update().get(pk=job.pk)
        if not current.is_unfinished:
            raise NotNow(f"{current.name}：{current.get_stage_display()}，无需取消。")
        record(by, AuditEntry.Action.CANCELLED, current, before={"stage": current.stage})
        current.finish(Stage.CANCELLED, "已取消读取。可以重新读取，或移除。")
    return current


def reread(revision: Revision, *, by: User | None) -> Job | None:
    """Queue a re-reading of a filed revision with the parser of today; None where one is under way."""
    with transaction.atomic():
        if revision.rereadings.filter(stage__in=UNFINISHED).exists():
            return None
        file = revision.files.first()
        job = Job(rereads=revision, name=file.name if file else str(revision), uploaded_by=by)
        requeue(job)
        if by is not None:
            record(by, AuditEntry.Action.RETRIED, revision)
    return job


def requeue(job: Job) -> None:
    """Put a job at the end of the queue, inside a transaction."""
    job.stage, job.lease, job.message, job.attempts = Stage.QUEUED, "", "", 0
    job.queued_at, job.finished_at, job.done, job.total = timezone.now(), None, 0, 0
    job.save()
    enqueue(job)
