"""File and publish the sample disclosures the way a clerk's upload goes; reading is done in two processes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.contrib.auth.models import User

from disclosures.apart import Refusal
from disclosures.ingest import AlreadyFiled, AlreadyWaiting, publish, receive_read
from disclosures.ingest.publication import EVERYTHING
from disclosures.management.reading_pool import Result, read_all
from disclosures.models import Job, RevisionFile

READERS = 2

Say = Callable[[str], None]


def sample_files(folder: Path) -> list[Path]:
    """Return the sample disclosures, every format, in a steady order."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def file_samples(files: list[Path], *, clerk: User, reviewer: User, say: Say) -> None:
    """File and publish what is not filed yet; a sample that cannot be read is named and left out."""
    new = [path for path in files if not _is_filed(path)]
    for done, result in enumerate(read_all(new, min(READERS, len(new))), start=1):
        say(f"[{done}/{len(new)}] {result[0].name}：{_file(result, clerk, reviewer)}")


def _file(result: Result, clerk: User, reviewer: User) -> str:
    """File and publish one sample, and say what became of it."""
    _path, content, read = result
    if isinstance(read, Refusal):
        return f"未能读取。{read.message}"
    try:
        job = receive_read(read, content, uploaded_by=clerk)
    except (AlreadyFiled, AlreadyWaiting) as known:
        return str(known)
    if job.revision is None:
        return job.message
    return f"已发布 {publish(job.revision, by=reviewer, despite=EVERYTHING)}"


def _is_filed(path: Path) -> bool:
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    waiting = Job.objects.filter(sha256=sha256, stage=Job.Stage.NEEDS_IDENTITY)
    return RevisionFile.objects.filter(sha256=sha256).exists() or waiting.exists()
