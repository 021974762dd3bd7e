"""Draw a page of a PDF as a picture, for people who want to see what a figure was read from."""

from __future__ import annotations

import io
from dataclasses import dataclass
from math import sqrt

import pypdfium2

from disclosures.reading.pdfium import ONE_AT_A_TIME
from disclosures.reading.refusal import UnreadableFile

# Pixels a point: small print stays legible when the page is doubled, and an A4 page is drawn in a moment.
SCALE = 2.0
# Posters are drawn coarser: a picture of more pixels than an A3 page needs a lot of memory and shows no more.
MAX_PIXELS = 4_200_000
# Disclosures are black on white with a few tints: a palette of this size is a third of the bytes, letters stay sharp.
COLOURS = 64
# Pillow's number for the octree; its other methods take ten times as long.
FAST_OCTREE = 2


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page in points, as the reader sees it: after its turn and cropping."""

    width: float
    height: float

    @property
    def scale(self) -> float:
        """Return how many pixels a point gets."""
        return min(SCALE, sqrt(MAX_PIXELS / (self.width * self.height)))


def page_size(content: bytes, number: int) -> PageSize:
    """Return the size of a page, counted from 1.

    Raises ``UnreadableFile`` where the file has no such page.
    """
    with ONE_AT_A_TIME, _opened(content) as document:
        return PageSize(*_page(document, number).get_size())


def page_picture(content: bytes, number: int) -> bytes:
    """Return a page, counted from 1, as PNG.

    Raises ``UnreadableFile`` where the file has no such page.
    """
    with ONE_AT_A_TIME, _opened(content) as document:
        page = _page(document, number)
        drawn = page.render(scale=PageSize(*page.get_size()).scale).to_pil()
    output = io.BytesIO()
    drawn.quantize(COLOURS, method=FAST_OCTREE).save(output, "PNG", compress_level=2)
    return output.getvalue()


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as trouble:
        raise UnreadableFile("damaged") from trouble


def _page(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    if not 1 <= number <= len(document):
        raise UnreadableFile("damaged")
    try:
        return document[number - 1]
    except pypdfium2.PdfiumError as trouble:
        raise UnreadableFile("damaged") from trouble
