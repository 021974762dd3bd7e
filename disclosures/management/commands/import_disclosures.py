"""File disclosures from folders and ZIPs (`manage.py import_disclosures PATH… [--publish]`); run again, it goes on."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from disclosures.apart import Limits, Refusal
from disclosures.ingest import AlreadyFiled, AlreadyWaiting, NotPossible, publish, receive_read
from disclosures.ingest.archives import BadArchive, is_archive, unpack
from disclosures.management.reading_pool import Result, read_all
from disclosures.models import Job, RevisionFile

BAR = 24
SOME_FAILED = 2


class Command(BaseCommand):
    """Do for many files what the desk does for one, without the desk."""

    help = "批量导入公开文件：文件、文件夹或 ZIP；已导入的跳过，可随时中断后再次运行。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take paths, and say whether to publish and how fast to read."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--publish", action="store_true", help="没有待核对内容的直接发布")
        parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1), help="同时读取的进程数")
        parser.add_argument("--user", help="以哪个账号的名义导入")

    def handle(self, *args: Any, paths: list[Path], workers: int, **options: Any) -> None:
        """Read what is not filed yet, file it and say what became of each."""
        by = _person(options["user"])
        with tempfile.TemporaryDirectory(prefix="import-") as scratch:
            files = list(self._files(paths, Path(scratch)))
            new = [file for file in files if not _is_known(file)]
            self.stderr.write(f"共 {len(files)} 个文件，{len(files) - len(new)} 个已导入，读取 {len(new)} 个。")
            limits = Limits(settings.READ_SECONDS, settings.READ_MEGABYTES, settings.READ_PAGES)
            tally: Counter[str] = Counter()
            for number, result in enumerate(read_all(new, max(1, workers), limits), start=1):
                word, message = _file(result, by, options["publish"])
                tally[word] += 1
                self.stderr.write(f"{_bar(number, len(new))} {result[0].name}：{message}")
        self.stdout.write("，".join(f"{word} {count} 个" for word, count in tally.items()) or "没有新文件")
        if tally["失败"]:
            sys.exit(SOME_FAILED)

    def _files(self, paths: list[Path], scratch: Path) -> Iterator[Path]:
        for path in paths:
            if not path.exists():
                raise CommandError(f"没有这个文件或文件夹：{path}")
            found = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
            for file in found:
                if not file.name.startswith("."):
                    yield from self._unpacked(file, scratch)

    def _unpacked(self, file: Path, scratch: Path) -> Iterator[Path]:
        """Yield a file, or what a ZIP holds, laid down under the content's name so that nothing leads out."""
        with file.open("rb") as opened:
            if not is_archive(opened):
                yield file
                return
            try:
                for upload in unpack(opened):
                    folder = scratch / upload.sha256
                    folder.mkdir(exist_ok=True)
                    (folder / Path(upload.name).name).write_bytes(upload.content)
                    yield folder / Path(upload.name).name
            except BadArchive as trouble:
                self.stderr.write(f"{file.name}：{trouble}")


def _file(result: Result, by: User | None, publishing: bool) -> tuple[str, str]:
    """File what was read; return what became of it in a word and in a sentence."""
    _path, content, read = result
    if isinstance(read, Refusal):
        return "失败", read.message
    try:
        job = receive_read(read, content, uploaded_by=by)
    except (AlreadyFiled, AlreadyWaiting) as known:
        return "已有", str(known)
    if job.revision is None:
        return ("待补充" if job.needs_identity else "失败"), job.message
    if not publishing:
        return "草稿", str(job.revision)
    try:
        return "已发布", str(publish(job.revision, by=None))
    except NotPossible as reason:
        return "草稿", str(reason)


def _person(name: str | None) -> User | None:
    if name is None:
        return None
    try:
        return User.objects.get(username=name)
    except User.DoesNotExist:
        raise CommandError(f"没有这个账号：{name}") from None


def _is_known(file: Path) -> bool:
    """Tell whether a content is filed, or waits for its identity."""
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    return RevisionFile.objects.filter(sha256=sha256).exists() or Job.objects.with_content(sha256).exists()


def _bar(done: int, total: int) -> str:
    filled = BAR * done // total
    return f"[{'█' * filled}{'·' * (BAR - filled)}] {done}/{total}"
