"""Take an uploaded file all the way to a draft, or say in a job what is in the way."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat

from disclosures.ingest.filing import IncompleteIdentity, all_or_nothing, refuse_filed, store_revision
from disclosures.ingest.recognised import recognised_as_json
from disclosures.ingest.storable import storable_text
from disclosures.ingest.stored_files import removal_of
from disclosures.ingest.unit_matching import AmbiguousUnit
from disclosures.models import Job, Revision
from disclosures.pipeline import ReadDisclosure, read_disclosure
from disclosures.reading import UnreadableFile
from disclosures.recognition.statements import Identity


class AlreadyWaiting(Exception):
    """The very same file was uploaded before and still waits for its identity; ``job`` is where."""

    def __init__(self, job: Job) -> None:
        super().__init__("该文件已上传，正等待补充信息。")
        self.job = job


def receive(upload: File[bytes], name: str, *, uploaded_by: User | None) -> Job:
    """Read one uploaded file and store it as a draft; the job says how far it came.

    A file that cannot be read leaves a failed job without the file, so that the clerk sees what happened.
    Raises ``AlreadyFiled`` or ``AlreadyWaiting`` where the same file came before, and then stores nothing.
    """
    name = storable_text(name)[-255:]
    if (upload.size or 0) > settings.MAX_UPLOAD_BYTES:
        return _failed(name, "", _too_large(), uploaded_by)
    content = upload.read()
    sha256 = hashlib.sha256(content).hexdigest()
    refuse_filed(sha256)
    _refuse_waiting(sha256)
    try:
        read = read_disclosure(content, name)
    except UnreadableFile as trouble:
        return _failed(name, sha256, trouble.message, uploaded_by)
    return receive_read(read, content, uploaded_by=uploaded_by)


def receive_read(read: ReadDisclosure, content: bytes, *, uploaded_by: User | None) -> Job:
    """Store a file that was read already, in another process for example."""
    try:
        with all_or_nothing() as undo:
            revision = store_revision(read, undo, content=content, uploaded_by=uploaded_by, corrections=None)
            return Job.objects.create(
                **_job_of(read), stage=Job.Stage.STORED, revision=revision, uploaded_by=uploaded_by
            )
    except (IncompleteIdentity, AmbiguousUnit) as doubt:
        return _waiting(read, content, str(doubt), uploaded_by)


def complete(job: Job, *, corrections: Identity, by: User | None) -> Revision:
    """Read a waiting file again as what a person says it is, and store it as a draft.

    Raises ``IncompleteIdentity``, ``AlreadyFiled`` or ``UnreadableFile``; the job then waits on.
    """
    with job.file.open() as stored:
        content = stored.read()
    remove_waiting = removal_of(job.file)
    read = read_disclosure(content, job.name, corrections=corrections)
    with all_or_nothing() as undo:
        revision = store_revision(read, undo, content=content, uploaded_by=by, corrections=corrections)
        job.stage, job.message, job.file, job.revision = Job.Stage.STORED, "", "", revision
        job.save()
    remove_waiting()
    return revision


def drop(job: Job) -> None:
    """Give up a waiting file."""
    remove_waiting = removal_of(job.file)
    job.delete()
    remove_waiting()


def _waiting(read: ReadDisclosure, content: bytes, message: str, uploaded_by: User | None) -> Job:
    job = Job(**_job_of(read), stage=Job.Stage.NEEDS_IDENTITY, message=message, uploaded_by=uploaded_by)
    job.recognised = recognised_as_json(read.identity, None)
    with all_or_nothing() as undo:
        job.file.save(read.source.name, ContentFile(content), save=False)
        undo.callback(removal_of(job.file))
        job.save()
    return job


def _job_of(read: ReadDisclosure) -> dict[str, str]:
    return {"name": storable_text(read.source.name)[-255:], "sha256": read.source.sha256}


def _failed(name: str, sha256: str, message: str, uploaded_by: User | None) -> Job:
    return Job.objects.create(
        name=name, sha256=sha256, stage=Job.Stage.FAILED, message=storable_text(message), uploaded_by=uploaded_by
    )


def _too_large() -> str:
    limit = filesizeformat(settings.MAX_UPLOAD_BYTES)
    return f"文件超过 {limit} 的上限。请压缩图片后重新导出，或按正文与附表拆成几个文件上传。"


def _refuse_waiting(sha256: str) -> None:
    job = Job.objects.filter(sha256=sha256, stage=Job.Stage.NEEDS_IDENTITY).first()
    if job is not None:
        raise AlreadyWaiting(job)
