"""Read files and print what they say as JSON Lines, without a database (`manage.py parse FILE … --format json`).

A ZIP is read as the files that it holds: one line for each.
"""

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
from disclosures.reading.archive import Member, is_archive, unpack

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
        printed = [self._print_path(path) for path in files]
        if not all(printed):
            sys.exit(SOME_UNREADABLE)

    def _print_path(self, path: Path) -> bool:
        """Print a file's line, or those of a ZIP's files; False where something could not be read."""
        try:
            content = path.read_bytes()
        except OSError:
            return self._refuse(path.name, None, "unreadable.missing", "打不开这个文件，请检查路径和读取权限。")
        if not is_archive(io.BytesIO(content)):
            return self._print_file(content, path.name)
        try:
            members = unpack(io.BytesIO(content))
            printed = [self._print_member(member, f"{path.name}/{member.path}") for member in members]
        except UnreadableFile as trouble:
            return self._refuse(path.name, sha256_of(content), trouble.code, trouble.message)
        return all(printed)

    def _print_member(self, member: Member, name: str) -> bool:
        if member.trouble:
            return self._refuse(name, None, member.trouble.code, member.trouble.message)
        return self._print_file(member.content, name)

    def _print_file(self, content: bytes, name: str) -> bool:
        """Print one file's line; False where it could not be read."""
        try:
            self._print(contract(read_disclosure(content, name, self._progress)))
        except UnreadableFile as trouble:
            return self._refuse(name, sha256_of(content), trouble.code, trouble.message)
        return True

    def _refuse(self, name: str, sha256: str | None, code: str, message: str) -> bool:
        self._print(refusal(name, sha256, code, message))
        self.stderr.write(f"{name}：{message}")
        return False

    def _print(self, line: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(line, ensure_ascii=False))

    def _progress(self, stage: str, done: int, total: int) -> None:
        """Say on standard error how far a long file is."""
        if done == total or done % 50 == 0:
            self.stderr.write(f"{stage} {done}/{total}", self.style.NOTICE)


def sha256_of(content: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(content).hexdigest()
