"""Read a page that is a picture: its letters by optical recognition, its rules by their shape.

RapidOCR and what it brings are an extra (requirements-ocr.txt); its models are part of it, nothing is loaded from
anywhere. A figure read this way is never published unseen: each page comes with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from disclosures.evidence import Box
from disclosures.reading.drawing import Drawing, Stroke
from disclosures.reading.letters import Letter, Run

# The long side of a page in points; a picture does not say how large it was printed.
LONG_SIDE = 842.0
# Lines shorter than this many points are strokes of letters.
SHORTEST_RULE = 18.0
# Below this, recognition itself is not sure of a line.
SURE = 0.95
# The size of a letter as a share of the height of its line.
LETTER = 0.72
_SPACED_NUMBER = re.compile(r"[-−]?\d{1,3}(?:,\d{3})*(?:\.\d+)?|[-−]?\d+(?:\.\d+)?")


class Recognised(NamedTuple):
    """A page as recognised, and the boxes of the lines that recognition is not sure of."""

    drawing: Drawing
    unsure: tuple[Box, ...]


def is_installed() -> bool:
    """Tell whether the extra is there."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognised(picture: Any) -> Recognised:
    """Return what a picture (of Pillow) shows, its long side taken for that of an A4 page."""
    array = import_module("numpy").asarray(picture.convert("RGB"))
    scale = max(picture.width, picture.height) / LONG_SIDE
    letters: list[Letter] = []
    unsure: list[Box] = []
    for text, corners, certainty, characters in _lines(array):
        box = _box(corners, scale)
        letters.extend(_letters(text, box, [(sign, _box(edges, scale)) for sign, edges in characters]))
        if certainty < SURE:
            unsure.append(box)
    strokes = [*_strokes(array, scale, across=True), *_strokes(array, scale, across=False)]
    drawing = Drawing(picture.width / scale, picture.height / scale, letters, strokes, has_pictures=True)
    return Recognised(drawing, tuple(unsure))


@cache
def _engine() -> Any:
    """Return the recogniser. It is not to tell which way up a line is: it would turn 99 into 66."""
    settings = {
        "Global.use_cls": False,
        "Global.return_word_box": True,
        "Global.return_single_char_box": True,
        "Global.max_side_len": 4000,
        "Global.log_level": "critical",
    }
    return import_module("rapidocr").RapidOCR(params=settings)


def _lines(array: Any) -> Iterator[tuple[str, Any, float, list[tuple[str, Any]]]]:
    """Yield each recognised line: its text, its corners, how sure it is, and its characters with their corners."""
    found = _engine()(array[:, :, ::-1], use_cls=False)
    if found.boxes is None:
        return
    for text, corners, certainty, words in zip(found.txts, found.boxes, found.scores, found.word_results, strict=True):
        yield text, corners, float(certainty), [(word[0], word[2]) for word in words]


def _box(corners: Any, scale: float) -> Box:
    """Return the rectangle round corners, in points."""
    xs, ys = [float(corner[0]) for corner in corners], [float(corner[1]) for corner in corners]
    return Box(min(xs) / scale, min(ys) / scale, max(xs) / scale, max(ys) / scale)


def _letters(text: str, line: Box, characters: list[tuple[str, Box]]) -> Iterator[Letter]:
    """Yield the letters of a line; those of a number side by side, as recognition sees spaces at its commas."""
    size = LETTER * (line.bottom - line.top)
    number = text.replace(" ", "")
    if _SPACED_NUMBER.fullmatch(number):
        width = (line.x1 - line.x0) / len(number)
        edges = [(sign, line.x0 + index * width, line.x0 + (index + 1) * width) for index, sign in enumerate(number)]
    else:
        edges = [(sign, box.x0, box.x1) for sign, box in characters if not sign.isspace()]
    for sign, x0, x1 in edges:
        yield Letter(sign, x0, line.top, x1, line.bottom, size, Run.ACROSS)


def _strokes(array: Any, scale: float, *, across: bool) -> Iterator[Stroke]:
    """Yield the ruled lines of a picture in one direction: what stays where only long runs of dark points do."""
    cv2 = import_module("cv2")
    dark = cv2.threshold(cv2.cvtColor(array, cv2.COLOR_RGB2GRAY), 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    length = int(SHORTEST_RULE * scale)
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (length, 1) if across else (1, length))
    opened = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
    _, _, areas, _ = cv2.connectedComponentsWithStats(opened)
    for x, y, width, height, _ in areas[1:].tolist():
        yield Stroke(x / scale, y / scale, (x + width) / scale, (y + height) / scale, False)
