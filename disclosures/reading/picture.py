"""Draw a page of a PDF as a picture, for people who want to see what a figure was read from."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from math import sqrt

import pypdfium2
from PIL.Image import Dither, Image, Quantize, Resampling

from disclosures.reading.pdfium import ONE_AT_A_TIME
from disclosures.reading.refusal import UnreadableFile

# Pixels a point: small print stays legible when the page is doubled, and an A4 page is drawn in a moment.
SCALE = 2.0
# Posters are drawn coarser: a picture of more pixels than an A3 page needs a lot of memory and shows no more.
MAX_PIXELS = 4_200_000
# Disclosures are black on white with a few tints: a palette of this size is a third of the bytes, letters stay sharp.
COLOURS = 64
# The palette is chosen from every so many pixels each way: a page has few colours, and choosing takes the longest.
SAMPLED = 3
# Pillow's numbers: the octree, as its other methods take ten times as long; the nearest pixel and no dots of two
# colours for a third, as both keep letters sharp.
FAST_OCTREE, NEAREST, NO_DITHER = 2, 0, 0
# Runs of one colour are most of a page: looking for nothing else is faster than zlib's usual way, and packs tighter.
PACKING = {"compress_level": 1, "compress_type": zlib.Z_RLE}


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
        drawn = page.render(scale=PageSize(*page.get_size()).scale, rev_byteorder=True).to_pil()
        drawn.load()
    output = io.BytesIO()
    _few_colours(drawn).save(output, "PNG", **PACKING)
    return output.getvalue()


def _few_colours(drawn: Image) -> Image:
    """Return a picture in the colours that are most of it; two colours are never dotted for a third."""
    sampled = drawn.resize((max(drawn.width // SAMPLED, 1), max(drawn.height // SAMPLED, 1)), Resampling.NEAREST)
    # Pillow's other methods take ten times as long.
    palette = sampled.quantize(COLOURS, method=Quantize.FASTOCTREE)
    return drawn.quantize(palette=palette, dither=Dither.NONE)


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
