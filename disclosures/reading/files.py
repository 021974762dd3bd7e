"""Choose the reader for a file by its content and refuse what cannot be read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from disclosures.evidence import SourceDocument
from disclosures.reading.kinds import kind_of
from disclosures.reading.old_word import read_old_word
from disclosures.reading.outcome import Progress, Reading
from disclosures.reading.pdf import read_pdf
from disclosures.reading.refusal import UnreadableFile
from disclosures.reading.scans import read_picture
from disclosures.reading.text import read_text
from disclosures.reading.web import read_mail_page, read_web_page
from disclosures.reading.word import read_word
from disclosures.reading.workbook import read_workbook
from disclosures.reading.xml_workbook import read_xml_workbook

MAX_BYTES = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of one kind are read, and the media type that they are reported as."""

    media_type: str
    read: Callable[[bytes, Progress | None], Reading]


READERS = {
    "pdf": Reader("application/pdf", read_pdf),
    "workbook": Reader("application/vnd.ms-excel", read_workbook),
    "document": Reader("application/vnd.openxmlformats-officedocument.wordprocessingml.document", read_word),
    "old_word": Reader("application/msword", read_old_word),
    "page": Reader("text/html", read_web_page),
    "mail_page": Reader("multipart/related", read_mail_page),
    "xml_workbook": Reader("application/vnd.ms-excel", read_xml_workbook),
    "picture": Reader("image/*", read_picture),
    "text": Reader("text/plain", read_text),
}


def read(content: bytes, name: str, progress: Progress | None = None) -> SourceDocument:
    """Read a file by its content, whatever its name says.

    Raises ``UnreadableFile`` where the file as a whole cannot be read.
    """
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise UnreadableFile("empty")
    if len(content) > MAX_BYTES:
        raise UnreadableFile("too_large", limit=MAX_BYTES // (1024 * 1024))
    kind = kind_of(content)
    if kind not in READERS:
        raise UnreadableFile(kind)
    reader = READERS[kind]
    reading = reader.read(content, progress)
    if not reading.blocks:
        raise UnreadableFile("empty")
    sha256 = hashlib.sha256(content).hexdigest()
    return SourceDocument(name, sha256, reader.media_type, reading.page_count, reading.blocks, reading.findings)
