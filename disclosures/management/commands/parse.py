"""Read files and print what they say as JSON Lines, without a database (`manage.py parse FILE … --format json`)."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from disclosures.contract import contract, refusal
from disclosures.pipeline import read_disclosure
from disclosures.reading import UnreadableFile

SOME_UNREADABLE = 2


class Command(BaseCommand):
    """Print one JSON object a file, one line each; exit with 2 where some file could not be read."""

    help = "Read disclosure files and print what they say as JSON Lines. No database is touched."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take any number of files."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--format", choices=["json"], default="json", help="JSON Lines, as the parse contract says")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        """Read the files one by one; an unreadable one does not stop the others."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8")  # JSON Lines are UTF-8 whatever the terminal speaks
        unread = [path for path in files if not self._print_file(path)]
        if unread:
            sys.exit(SOME_UNREADABLE)

    def _print_file(self, path: Path) -> bool:
        """Print one file's line; False where it could not be read."""
        sha256 = None
        try:
            content = path.read_bytes()
            sha256 = hashlib.sha256(content).hexdigest()
            self._print(contract(read_disclosure(content, path.name, self._progress)))
        except UnreadableFile as trouble:
            self._refuse(path, sha256, trouble.code, trouble.message)
            return False
        except OSError:
            self._refuse(path, None, "unreadable.missing", "打不开这个文件，请检查路径和读取权限。")
            return False
        return True

    def _refuse(self, path: Path, sha256: str | None, code: str, message: str) -> None:
        self._print(refusal(path.name, sha256, code, message))
        self.stderr.write(f"{path.name}：{message}")

    def _print(self, line: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(line, ensure_ascii=False))

    def _progress(self, stage: str, done: int, total: int) -> None:
        """Say on standard error how far a long file is."""
        if done == total or done % 50 == 0:
            self.stderr.write(f"{stage} {done}/{total}", self.style.NOTICE)
