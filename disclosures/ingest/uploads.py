"""Take an uploaded file in, and end its job: as a draft, as a question to the clerk, or as a failure with a reason."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from disclosures.ingest.figures_read import why_nothing_was_read
from disclosures.ingest.filing import (
    AlreadyFiled,
    IncompleteIdentity,
    OutsideResponsibility,
    all_or_nothing,
    refuse_filed,
    store_revision,
)
from disclosures.ingest.identities import guess_by_name, identity_as_json, identity_from_json
from disclosures.ingest.recognised import recognised_as_json
from disclosures.ingest.storable import storable_text
from disclosures.ingest.stored_files import keep, removal
from disclosures.ingest.unit_matching import AmbiguousUnit
from disclosures.models import AuditEntry, Job
from disclosures.models.audit import record
from disclosures.pipeline import ReadDisclosure
from disclosures.recognition.statements import Identity

MAX_NAME = 255


class AlreadyWaiting(Exception):
    """The very same file was uploaded before and is still under way; ``job`` is where."""

    def __init__(self, job: Job) -> None:
        super().__init__(f"该文件已上传过：{job.name}。")
        self.job = job


class LeaseLost(Exception):
    """The job was cancelled or given to another worker; what this one read is not wanted any more."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it came: its bytes, its name, the folder it lay in, and the bundle it belongs to."""

    content: bytes
    name: str
    folder: str = ""
    bundle: str = ""

    @property
    def sha256(self) -> str:
        """Return what tells one content from another."""
        return hashlib.sha256(self.content).hexdigest()


def receive(upload: Upload, *, uploaded_by: User | None) -> Job:
    """Store an upload with a job that waits for a worker; a file over the limit leaves a failed job without the file.

    Raises ``AlreadyFiled`` or ``AlreadyWaiting`` where the same content came before, and then stores nothing.
    """
    if len(upload.content) > settings.MAX_UPLOAD_BYTES:
        return refuse(upload.name, _too_large(), uploaded_by=uploaded_by)
    sha256 = upload.sha256
    refuse_filed(sha256)
    _refuse_waiting(sha256)
    try:
        with all_or_nothing() as undo:
            return _queued(upload, sha256, undo, uploaded_by)
    except IntegrityError:
        _refuse_waiting(sha256)
        raise


def refuse(name: str, message: str, *, folder: str = "", uploaded_by: User | None) -> Job:
    """Keep beside the other uploads that a file was not taken, and why."""
    return Job.objects.create(
        name=_short(name),
        folder=_short(folder),
        stage=Job.Stage.FAILED,
        message=message,
        uploaded_by=uploaded_by,
        finished_at=timezone.now(),
    )


def note_duplicate(upload: Upload, known: AlreadyFiled | AlreadyWaiting, *, uploaded_by: User | None) -> Job:
    """Keep beside the other uploads that a file had come before, and where it is; it is not stored a second time."""
    said = {"name": _short(upload.name), "folder": _short(upload.folder), "sha256": upload.sha256}
    if noted := Job.objects.duplicates().filter(uploaded_by=uploaded_by, **said).first():
        return noted
    return Job.objects.create(
        stage=Job.Stage.DUPLICATE,
        message=str(known),
        same_revision=known.revision if isinstance(known, AlreadyFiled) else None,
        same_job=known.job if isinstance(known, AlreadyWaiting) else None,
        uploaded_by=uploaded_by,
        finished_at=timezone.now(),
        **said,
    )


def receive_read(read: ReadDisclosure, content: bytes, *, uploaded_by: User | None) -> Job:
    """Store a file that was read already, in another process for example, with its job."""
    with all_or_nothing() as undo:
        upload = Upload(content, read.source.name)
        refuse_filed(upload.sha256)
        _refuse_waiting(upload.sha256)
        job = _queued(upload, upload.sha256, undo, uploaded_by)
        _store(job, read)
        return job


def store_read(job: Job, read: ReadDisclosure) -> None:
    """Store what a worker read, if it still holds the job; all of it or nothing.

    Raises ``LeaseLost`` where it does not.
    """
    with transaction.atomic():
        held = Job.objects.select_for_update().held_by(job.lease).filter(pk=job.pk).first()
        if held is None:
            raise LeaseLost
        _store(held, read)


def drop(job: Job, *, by: User | None) -> None:
    """Give up a file that is no draft yet."""
    with transaction.atomic():
        transaction.on_commit(removal(job.file.name or "", job.sha256))
        record(by, AuditEntry.Action.DISCARDED, job)
        job.delete()


def _queued(upload: Upload, sha256: str, undo: ExitStack, uploaded_by: User | None) -> Job:
    name = _short(upload.name)
    job = Job(
        name=name,
        folder=_short(upload.folder),
        bundle=upload.bundle,
        sha256=sha256,
        stage=Job.Stage.QUEUED,
        recognised=recognised_as_json(guess_by_name(name, upload.folder), None),
        uploaded_by=uploaded_by,
        queued_at=timezone.now(),
    )
    job.file.name = keep(upload.content, sha256, name, undo)
    job.save()
    record(uploaded_by, AuditEntry.Action.UPLOADED, job, after={"sha256": sha256})
    return job


def _store(job: Job, read: ReadDisclosure) -> None:
    """End a job inside a transaction: what cannot be a draft is a question or a failure."""
    given = identity_from_json(job.corrections)
    recognised = recognised_as_json(read.identity, given)
    if why := why_nothing_was_read(read):
        job.finish(Job.Stage.FAILED, why, recognised=recognised)
        return
    try:
        with transaction.atomic():
            revision = store_revision(read, path=job.file.name or "", uploaded_by=_person(job), corrections=given)
    except (IncompleteIdentity, AmbiguousUnit) as doubt:
        job.finish(Job.Stage.NEEDS_IDENTITY, str(doubt), recognised=recognised)
    except (AlreadyFiled, OutsideResponsibility) as refused:
        job.finish(Job.Stage.FAILED, str(refused), recognised=recognised)
    else:
        job.finish(Job.Stage.STORED, recognised=revision.recognised, revision=revision)
        record(_person(job), AuditEntry.Action.STORED, revision, after={"file": job.name})


def corrected(job: Job, corrections: Identity) -> None:
    """Write down whose file a person says it is, before a worker reads it."""
    job.corrections = identity_as_json(corrections)
    job.save(update_fields=["corrections"])


def _person(job: Job) -> User | None:
    person: User | None = job.uploaded_by
    return person


def _short(name: str) -> str:
    return storable_text(name)[-MAX_NAME:]


def _too_large() -> str:
    limit = filesizeformat(settings.MAX_UPLOAD_BYTES)
    return f"文件超过 {limit} 的上限。请压缩图片后重新导出，或按正文与附表拆成几个文件上传。"


def _refuse_waiting(sha256: str) -> None:
    job = Job.objects.with_content(sha256).first()
    if job is not None:
        raise AlreadyWaiting(job)
