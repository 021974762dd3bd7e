"""Lay marks over the picture of a page: the cell strongly, its headings lightly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from disclosures.evidence import Box
from disclosures.ingest.page_pictures import has_pictures, size_of_page
from disclosures.models import RevisionFile
from disclosures.reading import UnreadableFile
from disclosures.reading.picture import PageSize

# A mark is drawn this many points outside its cell, so that it hides no rule.
AROUND = 1.5
# The excerpt for a side panel shows this much of the page round the marks, never less than the least in all;
# headings farther away than the most would make the print too small to read.
MARGIN = 18.0
LEAST_WIDTH, LEAST_HEIGHT = 260.0, 170.0
MOST_WIDTH, MOST_HEIGHT = 380.0, 300.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle on a page; ``role`` is cell, row or column."""

    role: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page to be shown as a picture with marks; the boxes are in points from its top left corner."""

    file: RevisionFile
    page: int
    size: PageSize
    marks: tuple[Mark, ...]

    @property
    def whole(self) -> str:
        """Return the whole page as an SVG viewBox."""
        return f"0 0 {self.size.width:.2f} {self.size.height:.2f}"

    @property
    def excerpt(self) -> str:
        """Return the part of the page round the cell with its nearest headings, as an SVG viewBox."""
        across = _span([mark for mark in self.marks if mark.role != "column"], "x", "width", MOST_WIDTH)
        down = _span([mark for mark in self.marks if mark.role != "row"], "y", "height", MOST_HEIGHT)
        left, width = _stretch(*across, LEAST_WIDTH, self.size.width)
        top, height = _stretch(*down, LEAST_HEIGHT, self.size.height)
        return f"{left:.2f} {top:.2f} {width:.2f} {height:.2f}"


def _span(marks: Sequence[Mark], start: str, length: str, most: float) -> tuple[float, float]:
    """Return from where to where marks reach; those too far from the last one, the cell, are left out."""
    ends = [(getattr(mark, start), getattr(mark, start) + getattr(mark, length)) for mark in marks]
    first, last = ends[-1] if ends else (0.0, 0.0)
    near = [(begin, end) for begin, end in ends if max(last, end) - min(first, begin) <= most]
    return min([first, *(begin for begin, _end in near)]), max([last, *(end for _begin, end in near)])


def marked_page(
    file: RevisionFile | None, page: int | None, cell: Box | None, rows: Sequence[Box] = (), columns: Sequence[Box] = ()
) -> MarkedPage | None:
    """Return a page with its marks; nothing where the file has no pages that can be drawn."""
    if file is None or page is None or not has_pictures(file):
        return None
    try:
        size = size_of_page(file, page)
    except (UnreadableFile, FileNotFoundError):
        return None
    boxes = (*_roles("row", rows), *_roles("column", columns), *_roles("cell", [cell] if cell else []))
    return MarkedPage(file, page, size, tuple(_mark(role, box) for role, box in boxes))


def _roles(role: str, boxes: Iterable[Box]) -> list[tuple[str, Box]]:
    return [(role, box) for box in boxes]


def _mark(role: str, box: Box) -> Mark:
    around = AROUND if role == "cell" else 0
    return Mark(
        role,
        round(box.x0 - around, 2),
        round(box.top - around, 2),
        round(box.x1 - box.x0 + 2 * around, 2),
        round(box.bottom - box.top + 2 * around, 2),
    )


def _stretch(start: float, end: float, least: float, whole: float) -> tuple[float, float]:
    """Return where an excerpt begins and how long it is: the marks with a margin, within the page."""
    length = min(max(end - start + 2 * MARGIN, least), whole)
    begin = min(max((start + end - length) / 2, 0.0), whole - length)
    return begin, length
