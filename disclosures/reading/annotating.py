"""Draw numbered boxes on the pages of a PDF, and put further pages behind them."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from disclosures.evidence import Box
from disclosures.reading.pdfium import ONE_AT_A_TIME
from disclosures.reading.refusal import UnreadableFile

Colour = tuple[int, int, int]

LINE_WIDTH = 1.2
# A box stands this far outside the cell, so that it hides no digit.
AROUND = 1.5
LABEL_SIZE = 7.5
LABEL_FONT = b"Helvetica-Bold"
# Digits of Helvetica Bold are this wide, as a share of the size; a label holds digits, commas and dots only.
DIGIT_WIDTH = 0.556
# Amounts stand at the right of their cells, so a label in a cell stands at its left; beside a line of text it stands
# before the line. Boxes narrower than this are cells.
WIDEST_CELL = 160.0
# A page's turn → how letters have to stand to be upright to the reader.
UPRIGHT: Mapping[int, tuple[int, int, int, int]] = {
    0: (1, 0, 0, 1),
    90: (0, 1, -1, 0),
    180: (-1, 0, 0, -1),
    270: (0, -1, 1, 0),
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A box on a page, counted from 1, with the number that the list says it under."""

    page: int
    box: Box
    label: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as pdfium measures it: from the bottom left corner, before its turn."""

    left: float
    bottom: float
    width: float
    height: float
    turn: int

    def point(self, x: float, top: float) -> tuple[float, float]:
        """Return where a point that the reader sees is in the page's own coordinates."""
        x_own, y_own = {
            0: (x, self.height - top),
            90: (top, x),
            180: (self.width - x, top),
            270: (self.width - top, self.height - x),
        }[self.turn]
        return self.left + x_own, self.bottom + y_own


def label_box(box: Box, label: str) -> Box:
    """Return where the label of a box stands, measured as the box is: where it hides as little as possible."""
    width, height = DIGIT_WIDTH * LABEL_SIZE * len(label) + 3, LABEL_SIZE + 1
    left = box.x0 - AROUND if box.x1 - box.x0 < WIDEST_CELL else max(box.x0 - AROUND - width, 0.0)
    top = (box.top + box.bottom - height) / 2
    return Box(left, top, left + width, top + height)


def annotated(content: bytes, marks: Iterable[Numbered], appendix: bytes) -> bytes:
    """Return a PDF with boxes and their labels drawn on its pages, and the pages of another PDF behind them.

    Raises ``UnreadableFile`` where the file cannot be opened.
    """
    by_page: dict[int, list[Numbered]] = {}
    for mark in marks:
        by_page.setdefault(mark.page, []).append(mark)
    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as trouble:
            raise UnreadableFile("damaged") from trouble
        try:
            for number, drawn in by_page.items():
                if 1 <= number <= len(document):
                    _draw(document, number, drawn)
            with pypdfium2.PdfDocument(appendix) as behind:
                document.import_pages(behind)
            output = io.BytesIO()
            document.save(output)
        finally:
            document.close()
    return output.getvalue()


def _draw(document: pypdfium2.PdfDocument, number: int, marks: list[Numbered]) -> None:
    page = document[number - 1]
    sheet = _sheet(page)
    for mark in marks:
        _draw_box(page, sheet, mark)
        _draw_label(document, page, sheet, mark)
    page.gen_content()
    page.close()


def _sheet(page: pypdfium2.PdfPage) -> _Sheet:
    """Return a page's measures; boxes of turned pages were measured on the whole page (see ``drawing``)."""
    turn = page.get_rotation()
    left, bottom, right, top = page.get_mediabox() if turn else page.get_cropbox()
    return _Sheet(left, bottom, right - left, top - bottom, turn)


def _rectangle(sheet: _Sheet, box: Box) -> Any:
    """Return a shape at a box that the reader sees."""
    corners = sheet.point(box.x0, box.top), sheet.point(box.x1, box.bottom)
    (x0, x1), (y0, y1) = (sorted(values) for values in zip(*corners, strict=True))
    return pdfium.FPDFPageObj_CreateNewRect(x0, y0, x1 - x0, y1 - y0)


def _draw_box(page: pypdfium2.PdfPage, sheet: _Sheet, mark: Numbered) -> None:
    box = mark.box
    shape = _rectangle(sheet, Box(box.x0 - AROUND, box.top - AROUND, box.x1 + AROUND, box.bottom + AROUND))
    pdfium.FPDFPageObj_SetStrokeColor(shape, *mark.colour, 255)
    pdfium.FPDFPageObj_SetStrokeWidth(shape, LINE_WIDTH)
    pdfium.FPDFPath_SetDrawMode(shape, pdfium.FPDF_FILLMODE_NONE, True)
    pdfium.FPDFPage_InsertObject(page, shape)


def _draw_label(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, sheet: _Sheet, mark: Numbered) -> None:
    """Write the number on a patch of its colour."""
    place = label_box(mark.box, mark.label)
    patch = _rectangle(sheet, place)
    pdfium.FPDFPageObj_SetFillColor(patch, *mark.colour, 255)
    pdfium.FPDFPath_SetDrawMode(patch, pdfium.FPDF_FILLMODE_WINDING, False)
    pdfium.FPDFPage_InsertObject(page, patch)
    text = pdfium.FPDFPageObj_NewTextObj(document, LABEL_FONT, LABEL_SIZE)
    encoded = f"{mark.label}\0".encode("utf-16-le")
    letters = (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
    pdfium.FPDFText_SetText(text, letters)
    pdfium.FPDFPageObj_SetFillColor(text, 255, 255, 255, 255)
    start = sheet.point(place.x0 + 1.5, place.bottom - 1.8)
    pdfium.FPDFPageObj_Transform(text, *UPRIGHT[sheet.turn], *start)
    pdfium.FPDFPage_InsertObject(page, text)
