"""Tell what kind of file bytes are, by their content and never by a name."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable

from disclosures.reading.refusal import UnreadableFile

# A package that inflates to more than this, or by more than this factor once it is large, is no disclosure.
MAX_INFLATED = 600 * 1024 * 1024
MAX_RATIO = 200
LARGE = 50 * 1024 * 1024

# File beginnings → kind.
SIGNATURES: dict[bytes, str] = {
    b"PK\x03\x04": "package",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "compound",
    b"{\\rtf": "old_word",
    b"MIME-Version:": "mail_page",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"BM": "picture",
    b"II*\x00": "picture",
    b"MM\x00*": "picture",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"\x1f\x8b": "archive",
    b"PK\x05\x06": "empty",
}
# Members of a zip package → kind.
MEMBERS: dict[str, str] = {
    "xl/workbook.xml": "workbook",
    "xl/workbook.bin": "workbook",
    "word/document.xml": "document",
    "ppt/presentation.xml": "presentation",
    "OFD.xml": "ofd",
}
# Declared types of OpenDocument packages → kind.
OPEN_DOCUMENTS: dict[bytes, str] = {
    b"application/vnd.oasis.opendocument.spreadsheet": "workbook",
    b"application/vnd.oasis.opendocument.text": "old_word",
}
# Streams of a compound (OLE) file → kind; the first that it has.
STREAMS: dict[str, str] = {
    "EncryptedPackage": "encrypted",
    "WordDocument": "old_word",
    "Workbook": "workbook",
    "Book": "workbook",
    "PowerPoint Document": "presentation",
}
# What an Excel 2003 workbook saved as XML names itself by.
_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p)[\s>]", re.IGNORECASE)


def kind_of(content: bytes) -> str:
    """Return a file's kind, one of ``files.READERS``, or a reason to refuse it."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            return INSIDE[kind](content) if kind in INSIDE else kind
    if _SPREADSHEET in content[:4096]:
        return "xml_workbook"
    return "page" if _is_markup(content) else "text"


def _is_markup(content: bytes) -> bool:
    """Tell whether text begins with a tag of a web page."""
    start = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and bool(_MARKUP.search(start))


def _package_kind(content: bytes) -> str:
    """Return the kind of a zip package after a look at how far it would inflate."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = package.infolist()
            _refuse_bombs(members, len(content))
            if any(member.flag_bits & 1 for member in members):
                return "encrypted"
            names = {member.filename for member in members}
            if "mimetype" in names:
                return OPEN_DOCUMENTS.get(package.read("mimetype").strip(), "archive")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError) as trouble:
        raise UnreadableFile("damaged") from trouble
    return next((kind for name, kind in MEMBERS.items() if name in names), "archive")


def is_bomb(inflated: int, size: int) -> bool:
    """Tell whether a package of this size inflates to more than any document does."""
    return inflated > MAX_INFLATED or (inflated > LARGE and inflated > MAX_RATIO * size)


def _refuse_bombs(members: list[zipfile.ZipInfo], size: int) -> None:
    if is_bomb(sum(member.file_size for member in members), size):
        raise UnreadableFile("inflated", limit=MAX_INFLATED // (1024 * 1024))


def _compound_kind(content: bytes) -> str:
    """Return the kind of an old Office file by the names of its streams."""
    return next((kind for name, kind in STREAMS.items() if name.encode("utf-16-le") in content), "unknown")


INSIDE: dict[str, Callable[[bytes], str]] = {"package": _package_kind, "compound": _compound_kind}
