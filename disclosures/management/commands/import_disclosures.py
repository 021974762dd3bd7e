"""File disclosures from folders and ZIPs (`manage.py import_disclosures PATH… [--publish]`); run again, it goes on."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from disclosures.apart import Limits, Refusal
from disclosures.ingest import AlreadyFiled, AlreadyWaiting, NotPossible, Upload, publish, receive_read
from disclosures.ingest.archives import BadArchive, Damaged, is_archive, unpack
from disclosures.ingest.publication import NOTHING, Matter
from disclosures.ingest.remembered import as_remembered
from disclosures.management.reading_pool import Result, read_all
from disclosures.models import Job, RevisionFile

BAR = 24
SOME_FAILED = 2
FAILED, HELD_BACK = "失败", "未发布"


class Command(BaseCommand):
    """Do for many files what the desk does for one, without the desk."""

    requires_system_checks = ()  # it serves no pages

    help = "批量导入公开文件：文件、文件夹或 ZIP；已导入的跳过，可随时中断后再次运行。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take paths, and say whether to publish and how fast to read."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--publish", action="store_true", help="直接发布；有未读准的内容或未处理的错误的，留作草稿并说明"
        )
        parser.add_argument(
            "--despite-errors", action="store_true", help="与 --publish 合用：原文的错误未处理也发布，网站上标为未处理"
        )
        parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1), help="同时读取的进程数")
        parser.add_argument("--user", help="以哪个账号的名义导入")

    def handle(self, *args: Any, paths: list[Path], workers: int, **options: Any) -> None:
        """Read what is not filed yet, file it and say what became of each."""
        by = _person(options["user"])
        tally: Counter[str] = Counter()
        with tempfile.TemporaryDirectory(prefix="import-") as scratch:
            files = list(self._files(paths, Path(scratch), tally))
            new = [file for file in files if not _is_known(file)]
            self.stderr.write(f"共 {len(files)} 个文件，{len(files) - len(new)} 个已导入，读取 {len(new)} 个。")
            limits = Limits(settings.READ_SECONDS, settings.READ_MEGABYTES, settings.READ_PAGES)
            despite = (Matter.ERROR,) if options["despite_errors"] else NOTHING
            for number, result in enumerate(read_all(new, max(1, workers), limits), start=1):
                word, message = _file(result, by, options["publish"], despite)
                tally[word] += 1
                self.stderr.write(f"{_bar(number, len(new))} {result[0].name}：{message}")
        self.stdout.write("，".join(f"{word} {count} 个" for word, count in tally.items()) or "没有新文件")
        if tally[HELD_BACK]:
            self.stdout.write(
                "未发布的已存为草稿，请在工作台核对后发布；原文确有的错误可用 --despite-errors 一并发布。"
            )
        if tally[FAILED]:
            sys.exit(SOME_FAILED)

    def _files(self, paths: list[Path], scratch: Path, tally: Counter[str]) -> Iterator[Path]:
        """Yield all files, those of ZIPs unpacked; what cannot be unpacked is named and counted as failed."""
        for path in paths:
            if not path.exists():
                raise CommandError(f"没有这个文件或文件夹：{path}")
            found = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
            for one in (one for file in found if not file.name.startswith(".") for one in _unpacked(file, scratch)):
                if isinstance(one, Path):
                    yield one
                else:
                    tally[FAILED] += 1
                    self.stderr.write(f"{one.name}：{one.message}")


def _unpacked(file: Path, scratch: Path) -> Iterator[Path | Damaged]:
    """Yield a file, or what a ZIP holds, laid down under the content's name so that nothing leads out."""
    with file.open("rb") as opened:
        if not is_archive(opened):
            yield file
            return
        try:
            for member in unpack(opened):
                yield member if isinstance(member, Damaged) else _laid_down(member, scratch)
        except BadArchive as trouble:
            yield Damaged(file.name, "", str(trouble))


def _laid_down(upload: Upload, scratch: Path) -> Path:
    folder = scratch / upload.sha256
    folder.mkdir(exist_ok=True)
    path = folder / Path(upload.name).name
    path.write_bytes(upload.content)
    return path


def _file(result: Result, by: User | None, publishing: bool, despite: Collection[Matter]) -> tuple[str, str]:
    """File what was read; return what became of it in a word and in a sentence."""
    _path, content, read = result
    if isinstance(read, Refusal):
        return FAILED, read.message
    try:
        job = receive_read(as_remembered(read), content, uploaded_by=by)
    except (AlreadyFiled, AlreadyWaiting) as known:
        return "已有", str(known)
    if job.revision is None:
        return ("待补充" if job.needs_identity else FAILED), job.message
    if not publishing:
        return "草稿", str(job.revision)
    try:
        return "已发布", str(publish(job.revision, by=None, despite=despite))
    except NotPossible as reason:
        return HELD_BACK, str(reason)


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
