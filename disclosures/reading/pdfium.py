"""Read with pdfium what pdfminer cannot: pages without letters, and damaged files."""

from __future__ import annotations

import io
from threading import Lock

import pypdfium2

from disclosures.reading.letters import Letter, Run

# Pdfium knows nothing of threads; a web server has several.
ONE_AT_A_TIME = Lock()


def rewritten(content: bytes) -> bytes | None:
    """Return a damaged PDF as pdfium understands it, or None where it cannot be opened."""
    with ONE_AT_A_TIME:
        return _rewritten(content)


def _rewritten(content: bytes) -> bytes | None:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return None
    try:
        if not len(document):
            return None
        output = io.BytesIO()
        document.save(output)
        return output.getvalue()
    finally:
        document.close()


def pdfium_letters(content: bytes, number: int) -> list[Letter]:
    """Return the visible characters of a page, counted from 1, as pdfium reads them."""
    with ONE_AT_A_TIME:
        return _pdfium_letters(content, number)


def _pdfium_letters(content: bytes, number: int) -> list[Letter]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return []
    try:
        page = document[number - 1]
        letters = _letters(page)
        page.close()
        return letters
    except pypdfium2.PdfiumError:
        return []
    finally:
        document.close()


def _letters(page: pypdfium2.PdfPage) -> list[Letter]:
    width, height = page.get_size()
    turn = page.get_rotation()
    text = page.get_textpage()
    letters = []
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1)
        if not char or char.isspace():
            continue
        x0, top, x1, bottom = _shown(text.get_charbox(index, loose=True), turn, width, height)
        letters.append(Letter(char, x0, top, x1, bottom, bottom - top, Run.ACROSS))
    text.close()
    return letters


def _shown(
    box: tuple[float, float, float, float], turn: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """Return a box of PDF coordinates as the reader sees it: from the top left, after the page's turn."""
    left, bottom, right, top = box
    if turn == 90:
        return bottom, left, top, right
    if turn == 180:
        return width - right, bottom, width - left, top
    if turn == 270:
        return width - top, height - right, width - bottom, height - left
    return left, height - top, right, height - bottom
