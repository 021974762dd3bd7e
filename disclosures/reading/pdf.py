"""Read a PDF into lines and grids, page by page, in reading order."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from disclosures.evidence import Finding
from disclosures.reading import ocr
from disclosures.reading.outcome import Progress, Reading
from disclosures.reading.pages import PageReading, read_page
from disclosures.reading.pdfium import pdfium_letters, rewritten
from disclosures.reading.refusal import UnreadableFile
from disclosures.reading.scans import read_scanned_page
from disclosures.vocabulary import Severity

MAX_PAGES = 2000
# What pdfminer and pdfplumber raise on broken files: their own errors, and those of the Python they are written in.
BROKEN = (
    PdfminerException,
    MalformedPDFException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

# pdfminer warns of fonts without a bounding box and the like, thousands of times a file.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_pdf(content: bytes, progress: Progress | None = None) -> Reading:
    """Return the blocks of a PDF in reading order.

    Raises ``UnreadableFile`` where no page can be read at all.
    """
    mended, document = _opened(content)
    with document:
        total = len(document.pages)
        if total > MAX_PAGES:
            raise UnreadableFile("too_many_pages", pages=total, limit=MAX_PAGES)
        pages = list(_pages(document, mended, progress))
    if not any(page.blocks for page in pages):
        raise UnreadableFile("scanned" if any(page.pictures for page in pages) else "empty")
    return Reading(
        tuple(block for page in pages for block in page.blocks),
        total,
        (*_cut_short(content, mended), *(finding for page in pages for finding in page.findings)),
    )


def _opened(content: bytes) -> tuple[bytes, Any]:
    """Return an opened document with at least one page; a damaged one is first written anew by pdfium."""
    document = _open(content)
    if document is not None:
        return content, document
    mended = rewritten(content)
    document = _open(mended) if mended else None
    if mended is None or document is None:
        raise UnreadableFile("damaged")
    return mended, document


def _open(content: bytes) -> Any:
    """Return the opened document, or None where it is damaged or has no pages."""
    try:
        document = pdfplumber.open(io.BytesIO(content))
        return document if document.pages else None
    except PdfminerException as trouble:
        if trouble.args and isinstance(trouble.args[0], PDFPasswordIncorrect):
            raise UnreadableFile("encrypted") from trouble
        return None
    except BROKEN:
        return None


def _pages(document: Any, content: bytes, progress: Progress | None) -> Iterator[PageReading]:
    """Yield what each page shows; a page is closed when read, or memory grows by 2.5 MB a page."""
    for number, page in enumerate(document.pages, 1):
        try:
            reading = read_page(page, number, partial(pdfium_letters, content, number))
            if reading.pictures and not reading.blocks and ocr.is_installed():
                reading = read_scanned_page(content, number)
        except BROKEN:
            reading = PageReading((), (), is_whole=False)
        yield reading if reading.is_whole else replace(reading, findings=(*reading.findings, _unread_page(number)))
        page.close()
        if progress:
            progress("reading", number, len(document.pages))


def _unread_page(number: int) -> Finding:
    return Finding("unread.page", Severity.ERROR, f"第{number}页已损坏，没有读出或没有读全。", (number,))


def _cut_short(content: bytes, mended: bytes) -> Iterator[Finding]:
    """Yield a finding where a file had to be mended, or its end mark is missing: it may lack pages."""
    if mended is not content or b"%%EOF" not in content[-2048:]:
        yield Finding("unread.end", Severity.WARNING, "文件有损坏或不完整，可能缺少页面，请与原文件核对。")
