"""File and publish the sample disclosures the way a clerk's upload goes; reading is done in two processes."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

import django
from django.contrib.auth.models import User

from disclosures.ingest import AlreadyFiled, AlreadyWaiting, publish, receive_read
from disclosures.models import Job, RevisionFile
from disclosures.pipeline import ReadDisclosure, read_disclosure
from disclosures.reading import UnreadableFile

READERS = 2
# Python of its own: a fork would share the database connection.
APART = multiprocessing.get_context("spawn")

Say = Callable[[str], None]


def sample_files(folder: Path) -> list[Path]:
    """Return the sample disclosures, every format, in a steady order."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def file_samples(files: list[Path], *, clerk: User, reviewer: User, say: Say) -> None:
    """File and publish what is not filed yet; a sample that cannot be read is named and left out."""
    new = [path for path in files if not _is_filed(path)]
    with _readers(len(new)) as pool:
        reading = {pool.submit(read_apart, path): path for path in new}
        for done, future in enumerate(as_completed(reading), start=1):
            path = reading[future]
            say(f"[{done}/{len(new)}] {path.name}：{_file(path, future.result(), clerk, reviewer)}")


def read_apart(path: Path) -> ReadDisclosure | str:
    """Read one file in a process of its own; return the reason where it cannot be read."""
    try:
        return read_disclosure(path.read_bytes(), path.name)
    except UnreadableFile as trouble:
        return trouble.message


@contextmanager
def _readers(files: int) -> Iterator[Executor]:
    with ProcessPoolExecutor(max(1, min(READERS, files)), mp_context=APART, initializer=django.setup) as pool:
        yield pool


def _file(path: Path, read: ReadDisclosure | str, clerk: User, reviewer: User) -> str:
    """File and publish one sample, and say what became of it."""
    if isinstance(read, str):
        return f"未能读取。{read}"
    try:
        job = receive_read(read, path.read_bytes(), uploaded_by=clerk)
    except (AlreadyFiled, AlreadyWaiting) as known:
        return str(known)
    if job.revision is None:
        return job.message
    return f"已发布 {publish(job.revision, by=reviewer)}"


def _is_filed(path: Path) -> bool:
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    waiting = Job.objects.filter(sha256=sha256, stage=Job.Stage.NEEDS_IDENTITY)
    return RevisionFile.objects.filter(sha256=sha256).exists() or waiting.exists()
