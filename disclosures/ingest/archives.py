"""Unpack a ZIP of disclosures safely: no path leaves it, no bomb inflates, no name is garbled."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from django.conf import settings
from django.template.defaultfilters import filesizeformat

from disclosures.ingest.uploads import Upload
from disclosures.reading.kinds import MEMBERS

# What archivers leave behind that no clerk meant to upload.
_LEFT_OUT = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_LEADING_OUT = ("/", ".", "..")
# Set where a name is UTF-8; Windows in China writes GBK without it, which zipfile then takes for CP437.
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1


class BadArchive(Exception):
    """A ZIP that is not unpacked; the message says in Chinese why and what to do."""


def is_archive(file: IO[bytes]) -> bool:
    """Tell whether a file is a ZIP that is no document itself, as Word's and Excel's are."""
    file.seek(0)
    if not zipfile.is_zipfile(file):
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    return "mimetype" not in names and not names & set(MEMBERS)


def unpack(file: IO[bytes], bundle: str = "") -> Iterator[Upload]:
    """Yield the files of a ZIP, each with the folder it lies in.

    Raises ``BadArchive`` before the first where the whole is not to be unpacked, and where a member is damaged.
    """
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        members = [member for member in archive.infolist() if _is_wanted(member)]
        _refuse(members)
        for member in members:
            path = PurePosixPath(_name(member))
            yield Upload(_content(archive, member), path.name, _folder(path), bundle)


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    parts = [part for part in PurePosixPath(_name(member)).parts if part not in _LEADING_OUT]
    return not member.is_dir() and bool(parts) and not any(part in _LEFT_OUT or part[0] == "." for part in parts)


def _refuse(members: list[zipfile.ZipInfo]) -> None:
    if not members:
        raise BadArchive("压缩包里没有文件。")
    if len(members) > settings.MAX_ARCHIVE_FILES:
        raise BadArchive(
            f"压缩包里有 {len(members)} 个文件，超过 {settings.MAX_ARCHIVE_FILES} 个的上限。请分成几个压缩包。"
        )
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise BadArchive("压缩包设有密码。请取消密码后重新压缩。")
    if sum(member.file_size for member in members) > settings.MAX_ARCHIVE_BYTES:
        raise BadArchive(f"压缩包解压后超过 {filesizeformat(settings.MAX_ARCHIVE_BYTES)}。请分成几个压缩包。")


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return a member's bytes, one more than an upload may have at most: its declared size may be a lie."""
    try:
        with archive.open(member) as packed:
            return packed.read(settings.MAX_UPLOAD_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as trouble:
        raise BadArchive(
            f"压缩包已损坏，读到“{_name(member)}”时中断；此前的文件已收下。请重新压缩后上传。"
        ) from trouble


def _name(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename


def _folder(path: PurePosixPath) -> str:
    """Return the folder without what would lead out of it; it is shown and never opened."""
    return "/".join(part for part in path.parent.parts if part not in _LEADING_OUT)
