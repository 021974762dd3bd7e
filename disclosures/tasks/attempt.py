"""One attempt at one job: take it, read it in a process apart, store the result or say why there is none."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from functools import cache

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from disclosures.apart import Interrupted, Limits, Reader, Refusal
from disclosures.changes import changes_between
from disclosures.ingest import (
    AmbiguousUnit,
    IncompleteIdentity,
    LeaseLost,
    OutsideResponsibility,
    replace_content,
    store_read,
    store_rereading,
)
from disclosures.ingest.drafts import Reread
from disclosures.ingest.identities import corrections_in, identity_from_json
from disclosures.ingest.remembered import remembered_for
from disclosures.ingest.stored_files import removal
from disclosures.models import Disclosure, Job, Revision, RevisionFile
from disclosures.models.jobs import Stage
from disclosures.pipeline import ReadDisclosure
from disclosures.recognition.statements import Identity
from disclosures.tasks import leases
from disclosures.tasks.bundles import join_bundle
from disclosures.tasks.queue import enqueue

# Progress is written at most so often; a new stage is always written.
PROGRESS_SECONDS = 1.0

# Set when this process is told to stop: what it reads goes back into the queue.
stopping = threading.Event()


@cache
def reader() -> Reader:
    """Return this worker's reading process; it is kept for the next file."""
    return Reader(Limits(settings.READ_SECONDS, settings.READ_MEGABYTES, settings.READ_PAGES))


class Refused(Exception):
    """A file of the job could not be read."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


@dataclass(slots=True)
class Watch:
    """Tell the clerk how far one reading is, and the reader whether it is still wanted."""

    job: Job
    stage: str = Stage.READING
    written_at: float = field(default=0.0)

    def progress(self, stage: str, done: int, total: int) -> None:
        """Write the progress down, unless it was a moment ago."""
        now = time.monotonic()
        if stage != self.stage or now - self.written_at >= PROGRESS_SECONDS:
            self.stage, self.written_at = stage, now
            leases.show_progress(self.job, stage, done, total)

    def wanted(self) -> bool:
        """Show that this worker lives, and tell whether the result is still wanted."""
        return not stopping.is_set() and leases.still_held(self.job)


def attempt(pk: int) -> str:
    """Read a job as far as it goes, and say in a word what became of it."""
    job = leases.take(pk)
    if job is None:
        return "nothing to do"
    try:
        KINDS[_kind(job)](job)
    except Interrupted:
        return _give_back(job) if stopping.is_set() else "not wanted any more"
    except LeaseLost:
        return "not wanted any more"
    except Refused as refused:
        return _fail(job, refused.refusal)
    except (IncompleteIdentity, AmbiguousUnit, OutsideResponsibility) as trouble:
        return _fail(job, Refusal("identity", str(trouble)))
    except FileNotFoundError:
        return _fail(job, Refusal("unreadable.gone", "服务器上已没有这个文件，请重新上传。"))
    return "done"


def _kind(job: Job) -> str:
    if job.rereads_id is not None:
        return "rereading"
    return "upload" if job.revision_id is None else "correction"


def _read_upload(job: Job) -> None:
    """Read a file that came in, and store it as a draft."""
    with job.file.open() as stored:
        content = stored.read()
    read = _read(job, content, job.name, identity_from_json(job.corrections))
    with transaction.atomic():
        store_read(job, read)
        join_bundle(Job.objects.get(pk=job.pk))


def _read_correction(job: Job) -> None:
    """Read a draft's files again as what a person says they are."""
    corrections = identity_from_json(job.corrections)
    draft = job.revision
    assert draft is not None
    read = _read_files(job, draft, corrections)
    with transaction.atomic():
        _hold(job)
        corrected = replace_content(draft, read, corrections=corrections, by=_person(job))
        job.finish(Stage.STORED, recognised=corrected.recognised)


def _read_again(job: Job) -> None:
    """Read a filed revision with the parser of today; a draft only where it reads anything else."""
    filed = job.rereads
    assert filed is not None
    read = _read_files(job, filed, corrections_in(filed.recognised))
    with transaction.atomic():
        _hold(job)
        draft = store_rereading(filed, read, by=_person(job))
        if changes_between(filed, draft).is_empty:
            draft.delete()
            job.finish(Stage.STORED, "用现在的解析器重新读取，结果没有变化。")
        else:
            job.finish(Stage.STORED, "用现在的解析器重新读取，结果有变化，请核对新草稿。", revision=draft)


KINDS = {"upload": _read_upload, "correction": _read_correction, "rereading": _read_again}


def _read_files(job: Job, revision: Revision, corrections: Identity | None) -> list[Reread]:
    filed = revision.disclosure
    return [(file, _read(job, _content(file), file.name, corrections, filed)) for file in revision.files.all()]


def _read(
    job: Job, content: bytes, name: str, corrections: Identity | None, filed: Disclosure | None = None
) -> ReadDisclosure:
    """Read a file; what people said of its unit's tables is taken up once the reading has told the unit."""
    watch = Watch(job)
    read = _unless_refused(
        reader().read(content, name, corrections=corrections, progress=watch.progress, wanted=watch.wanted)
    )
    meanings = remembered_for(read.identity, filed)
    if not meanings:
        return read
    return _unless_refused(
        reader().understand(
            read.source, corrections=corrections, meanings=meanings, progress=watch.progress, wanted=watch.wanted
        )
    )


def _unless_refused(read: ReadDisclosure | Refusal) -> ReadDisclosure:
    if isinstance(read, Refusal):
        raise Refused(read)
    return read


def _content(file: RevisionFile) -> bytes:
    with file.file.open() as stored:
        content: bytes = stored.read()
    return content


def _hold(job: Job) -> None:
    """Lock the job for the transaction that ends it."""
    if not Job.objects.select_for_update().held_by(job.lease).filter(pk=job.pk).exists():
        raise LeaseLost


def _give_back(job: Job) -> str:
    with transaction.atomic():
        if leases.give_back(job):
            enqueue(Job.objects.get(pk=job.pk))
    return "given back"


def _fail(job: Job, refusal: Refusal) -> str:
    """End a job with the reason; bytes that can never be read are not kept."""
    with transaction.atomic():
        held = Job.objects.select_for_update().held_by(job.lease).filter(pk=job.pk).first()
        if held is None:
            return "not wanted any more"
        path = held.file.name or ""
        if refusal.is_final and path:
            transaction.on_commit(removal(path, held.sha256))
            held.file.name = ""
        held.finish(Stage.FAILED, refusal.message)
    return "failed"


def _person(job: Job) -> User | None:
    person: User | None = job.uploaded_by
    return person
