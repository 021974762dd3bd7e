"""Unpack a ZIP of disclosures safely: no path leaves it, no bomb inflates, no name is garbled."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from disclosures.reading.kinds import MEMBERS, is_bomb
from disclosures.reading.refusal import UnreadableFile

# A ZIP within a ZIP is unpacked; one within that is no way to file a disclosure.
DEEPEST = 1
# What archivers leave behind that nobody meant to file.
_LEFT_OUT = ("__MACOSX", "Thumbs.db", "desktop.ini")
_LEADING_OUT = ("/", ".", "..")
# Set where a name is UTF-8; Windows in China writes GBK without it, which zipfile then takes for CP437.
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a ZIP may hold: files, bytes of all of them, and bytes of one."""

    files: int = 500
    inflated: int = 500 * 1024 * 1024
    member: int = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a ZIP; ``path`` keeps the folders and leads nowhere, ``trouble`` says why it could not be unpacked.

    A file larger than it may be comes with one byte more than that: its declared size may be a lie.
    """

    path: PurePosixPath
    content: bytes
    trouble: UnreadableFile | None = None


def is_archive(file: IO[bytes]) -> bool:
    """Tell whether a file is a ZIP that is no document itself, as Word's and Excel's are."""
    file.seek(0)
    if not zipfile.is_zipfile(file):
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except _BROKEN:
        return False
    return "mimetype" not in names and not names & set(MEMBERS)


def unpack(file: IO[bytes], limits: Limits | None = None) -> Iterator[Member]:
    """Yield the files of a ZIP in the order of their names: text, then tables, where they are numbered so.

    Raises ``UnreadableFile`` before the first where the whole is not to be unpacked.
    """
    yield from _unpacked(file, limits or Limits(), PurePosixPath(), DEEPEST)


def _unpacked(file: IO[bytes], limits: Limits, folder: PurePosixPath, depth: int) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as trouble:
        raise UnreadableFile("damaged") from trouble
    with archive:
        wanted = [member for member in archive.infolist() if _is_wanted(member)]
        _refuse(wanted, limits, file.seek(0, io.SEEK_END))
        for member in sorted(wanted, key=_name):
            unpacked = _member(archive, member, folder, limits)
            if is_archive(inner := io.BytesIO(unpacked.content)):
                yield from _nested(inner, unpacked.path, limits, depth)
            else:
                yield unpacked


def _nested(file: IO[bytes], path: PurePosixPath, limits: Limits, depth: int) -> Iterator[Member]:
    """Yield the files of a ZIP within a ZIP, or why it is not unpacked."""
    try:
        if not depth:
            raise UnreadableFile("archive_nested")
        yield from _unpacked(file, limits, path, depth - 1)
    except UnreadableFile as trouble:
        yield Member(path, b"", trouble)


def _refuse(members: list[zipfile.ZipInfo], limits: Limits, size: int) -> None:
    """Raise where a ZIP is empty, locked or larger than it may be."""
    inflated = sum(member.file_size for member in members)
    if not members:
        raise UnreadableFile("archive_empty")
    if len(members) > limits.files:
        raise UnreadableFile("archive_files", files=len(members), limit=limits.files)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableFile("archive_encrypted")
    if inflated > limits.inflated or is_bomb(inflated, size):
        raise UnreadableFile("archive_inflated", limit=limits.inflated // (1024 * 1024))


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: PurePosixPath, limits: Limits) -> Member:
    path = folder.joinpath(*_parts(member))
    try:
        with archive.open(member) as packed:
            return Member(path, packed.read(limits.member + 1))
    except _BROKEN:
        return Member(path, b"", UnreadableFile("damaged"))


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    parts = _parts(member)
    return not member.is_dir() and bool(parts) and not any(part in _LEFT_OUT or part[0] == "." for part in parts)


def _parts(member: zipfile.ZipInfo) -> list[str]:
    """Return the folders and the name of a member without what would lead out of the ZIP."""
    path = PurePosixPath(_name(member).replace("\\", "/"))
    return [part for part in path.parts if part not in _LEADING_OUT]


def _name(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename
