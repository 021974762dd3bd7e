"""Take from a PDF page what is drawn on it: letters, strokes and pictures, placed as the reader sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTLine, LTRect

from disclosures.reading.interpreter import page_device
from disclosures.reading.letters import Letter, Run

# Rectangles this thin are drawn lines: borders of exported sheets are 0.3 to 2 points wide.
THIN = 3.0
# The ends of a straight side differ by less than this.
STRAIGHT = 0.1
# A baseline that rises by more than this share of its length is aslant.
ASLANT = 0.1


class Stroke(NamedTuple):
    """A straight line or a rectangle; a side of another path counts as a line."""

    x0: float
    top: float
    x1: float
    bottom: float
    outlined: bool

    @property
    def width(self) -> float:
        """Return the extent from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Return the extent from top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn on a page; ``is_whole`` is false where the file lost a part of it."""

    width: float
    height: float
    letters: list[Letter]
    strokes: list[Stroke]
    has_pictures: bool
    is_whole: bool = True
    has_unseen_text: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of a page that is shown: how far its corner is from the page's own, and its size."""

    left: float
    top: float
    width: float
    height: float
    page_height: float

    def placed(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Return a rectangle of PDF coordinates measured from the top left corner that is shown."""
        return x0 - self.left, self.page_height - y1 - self.top, x1 - self.left, self.page_height - y0 - self.top


def page_drawing(page: Any) -> Drawing:
    """Return what a pdfplumber page shows.

    It is taken from the layout below pdfplumber's objects: building those takes a third of the time of a page.
    """
    shown = _shown(page)
    device = page_device(page)
    drawn = list(_leaves(device.get_result()))
    letters = [_letter(item, shown) for item in drawn if isinstance(item, LTChar) and _is_read(item)]
    return Drawing(
        shown.width,
        shown.height,
        [letter for letter in letters if 0 <= letter.x <= shown.width and 0 <= letter.y <= shown.height],
        [stroke for item in drawn if isinstance(item, LTCurve) for stroke in _strokes(item, shown)],
        any(isinstance(item, LTImage) for item in drawn),
        device.is_whole,
        device.invisible > 0,
    )


def _shown(page: Any) -> Shown:
    """Return the part of a page that is shown; pdfplumber turns the crop box of a turned page the wrong way."""
    left, top, right, bottom = (float(edge) for edge in page.mediabox)
    crop = page.mediabox if page.rotation else page.cropbox
    x0, y0, x1, y1 = max(crop[0], left), max(crop[1], top), min(crop[2], right), min(crop[3], bottom)
    return Shown(x0 - left, y0 - top, x1 - x0, y1 - y0, bottom - top)


def _leaves(container: LTContainer[Any]) -> Iterator[Any]:
    """Yield the items of a layout, those inside forms too, in the order in which they were drawn."""
    for item in container:
        if isinstance(item, LTContainer):
            yield from _leaves(item)
        else:
            yield item


def _is_read(char: LTChar) -> bool:
    """Tell whether a character is part of the text: no space, and none of a watermark set aslant over the page."""
    along, up = abs(char.matrix[0]), abs(char.matrix[1])
    return not char.get_text().isspace() and min(along, up) <= ASLANT * max(along, up)


def _letter(char: LTChar, shown: Shown) -> Letter:
    x0, top, x1, bottom = shown.placed(char.x0, char.y0, char.x1, char.y1)
    run = Run.ACROSS if char.upright else Run.UP if char.matrix[1] > 0 else Run.DOWN
    return Letter(char.get_text(), x0, top, x1, bottom, char.size, run)


def _strokes(path: LTCurve, shown: Shown) -> Iterator[Stroke]:
    """Yield a path as strokes: a line or rectangle as it is, a dot as its box, of other paths the straight sides."""
    box = shown.placed(path.x0, path.y0, path.x1, path.y1)
    if isinstance(path, LTLine | LTRect) or max(path.width, path.height) <= THIN:
        yield Stroke(*box, outlined=bool(path.stroke))
        return
    points: Sequence[tuple[float, float]] = path.pts
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(x0 - x1) < STRAIGHT or abs(y0 - y1) < STRAIGHT:
            yield Stroke(*shown.placed(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), outlined=True)
