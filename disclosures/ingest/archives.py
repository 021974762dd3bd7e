"""Take the files of a ZIP in as uploads of one bundle, within the limits of this site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from django.conf import settings

from disclosures.ingest.uploads import Upload
from disclosures.reading import UnreadableFile
from disclosures.reading import archive as reading
from disclosures.reading.archive import is_archive

__all__ = ["BadArchive", "Damaged", "is_archive", "unpack"]


class BadArchive(Exception):
    """A ZIP that is not unpacked; the message says in Chinese why and what to do."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file of a ZIP that cannot be unpacked; it stops no other."""

    name: str
    folder: str
    message: str


def unpack(file: IO[bytes], bundle: str = "") -> Iterator[Upload | Damaged]:
    """Yield the files of a ZIP, each with the folder it lies in.

    Raises ``BadArchive`` before the first where the whole is not to be unpacked.
    """
    limits = reading.Limits(settings.MAX_ARCHIVE_FILES, settings.MAX_ARCHIVE_BYTES, settings.MAX_UPLOAD_BYTES)
    try:
        for member in reading.unpack(file, limits):
            if member.trouble:
                yield Damaged(member.path.name, _folder(member), member.trouble.message)
            else:
                yield Upload(member.content, member.path.name, _folder(member), bundle)
    except UnreadableFile as trouble:
        raise BadArchive(trouble.message) from trouble


def _folder(member: reading.Member) -> str:
    """Return the folder that a member lies in; it is shown and never opened."""
    return "/".join(member.path.parent.parts)
