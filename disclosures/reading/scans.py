"""Read scans, pages of a PDF and pictures alike, where the extra for optical recognition is installed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2
from PIL import Image, ImageSequence, UnidentifiedImageError

from disclosures.evidence import Box, Finding
from disclosures.reading import ocr
from disclosures.reading.outcome import Progress, Reading
from disclosures.reading.pages import PageReading, read_drawing
from disclosures.reading.pdfium import ONE_AT_A_TIME
from disclosures.reading.refusal import UnreadableFile
from disclosures.reading.turning import turned_block, turned_finding
from disclosures.vocabulary import Severity

# Pixels a point of a page drawn for recognition: small print has some 25 pixels a letter.
SCALE = 200 / 72
MAX_PIXELS = 12_000_000
# A picture file of more pages than this is no disclosure.
MAX_PICTURES = 300


def read_scanned_page(content: bytes, number: int) -> PageReading:
    """Return what a page of a PDF that is a picture shows."""
    picture, long_side = _drawn(content, number)
    larger = long_side / ocr.LONG_SIDE

    def as_printed(box: Box) -> Box:
        return Box(box.x0 * larger, box.top * larger, box.x1 * larger, box.bottom * larger)

    reading = _read(picture, number)
    return replace(
        reading,
        blocks=tuple(turned_block(block, as_printed) for block in reading.blocks),
        findings=tuple(turned_finding(finding, as_printed) for finding in reading.findings),
    )


def read_picture(content: bytes, progress: Progress | None = None) -> Reading:
    """Return the blocks of a picture file, of every page that it has; refused where the extra is not installed."""
    if not ocr.is_installed():
        raise UnreadableFile("scanned")
    try:
        pages = list(_pictures(content, progress))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as trouble:
        raise UnreadableFile("damaged") from trouble
    return Reading(
        tuple(block for page in pages for block in page.blocks),
        len(pages),
        tuple(finding for page in pages for finding in page.findings),
    )


def _pictures(content: bytes, progress: Progress | None) -> Iterator[PageReading]:
    with Image.open(io.BytesIO(content)) as opened:
        total = getattr(opened, "n_frames", 1)
        if total > MAX_PICTURES:
            raise UnreadableFile("too_many_pages", pages=total, limit=MAX_PICTURES)
        for number, picture in enumerate(ImageSequence.Iterator(opened), 1):
            if picture.width * picture.height > MAX_PIXELS:
                picture.thumbnail((4000, 4000))
            yield _read(picture, number)
            if progress:
                progress("reading", number, total)


def _read(picture: Any, number: int) -> PageReading:
    """Return a recognised page, with the finding that it has to be looked at."""
    found = ocr.recognised(picture)
    reading = read_drawing(found.drawing, number)
    if not found.drawing.letters:
        return reading
    unsure = f"，其中{len(found.unsure)}处没有把握" if found.unsure else ""
    message = f"第{number}页是图片，文字由识别软件读出{unsure}。请逐个数字与原件核对后再发布。"
    boxes = tuple((number, box) for box in found.unsure)
    finding = Finding("unread.ocr", Severity.WARNING, message, (number,), boxes=boxes)
    return replace(reading, findings=(finding, *reading.findings))


def _drawn(content: bytes, number: int) -> tuple[Any, float]:
    """Return a page as a picture, and the length of its long side in points."""
    with ONE_AT_A_TIME, pypdfium2.PdfDocument(content) as document:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(SCALE, (MAX_PIXELS / (width * height)) ** 0.5)
        return page.render(scale=scale).to_pil(), max(width, height)
