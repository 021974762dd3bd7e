"""Lay numbered marks over the pages that findings are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from disclosures.evidence import Box
from disclosures.models import Finding, RevisionFile
from disclosures.reading import UnreadableFile
from disclosures.reading.annotating import label_box
from disclosures.reading.picture import PageSize
from disclosures.sources.findings import ShownPlace
from disclosures.sources.pictures import AROUND, marked_page

# Marks of one cell share a label; they are told apart by no more than this many numbers.
MOST_NUMBERS = 4


@dataclass(frozen=True, slots=True)
class NumberedMark:
    """A rectangle on a page in points from its top left corner, with the numbers of what it is about on a flag."""

    label: str
    x: float
    y: float
    width: float
    height: float
    flag: Box

    @property
    def flag_width(self) -> float:
        """Return how wide the flag is."""
        return round(self.flag.x1 - self.flag.x0, 2)

    @property
    def flag_height(self) -> float:
        """Return how high the flag is."""
        return round(self.flag.bottom - self.flag.top, 2)


@dataclass(frozen=True, slots=True)
class NumberedPage:
    """A page to be shown as a picture with numbered marks."""

    page: int
    size: PageSize
    picture: str
    marks: tuple[NumberedMark, ...]


def numbered_pages(
    places: Iterable[tuple[int, ShownPlace]], size_of: Callable[[int], PageSize | None], picture: Callable[[int], str]
) -> list[NumberedPage]:
    """Return the pages with the marks of numbered places; pages that cannot be drawn are left out."""
    by_page: dict[int, dict[Box, list[int]]] = {}
    for number, place in places:
        if place.page is not None and place.box is not None:
            numbers = by_page.setdefault(place.page, {}).setdefault(place.box, [])
            if number not in numbers:
                numbers.append(number)
    sizes = {page: size_of(page) for page in sorted(by_page)}
    return [
        NumberedPage(page, size, picture(page), tuple(_mark(box, said) for box, said in by_page[page].items()))
        for page, size in sizes.items()
        if size is not None
    ]


def pages_of_finding(
    finding: Finding, places: Iterable[ShownPlace], picture: Callable[[int, int], str]
) -> list[NumberedPage]:
    """Return the pages of a stored finding, its places numbered from 1."""
    file = file_of(finding)
    if file is None:
        return []

    def size_of(page: int) -> PageSize | None:
        drawn = marked_page(file, page, None)
        return drawn.size if drawn else None

    return numbered_pages(((place.number, place) for place in places), size_of, lambda page: picture(file.pk, page))


def file_of(finding: Finding) -> RevisionFile | None:
    """Return the file that a finding is about, as far as that is known."""
    known = finding.file or (finding.table.file if finding.table else None)
    files = [known] if known else list(finding.revision.files.all()[:2])
    return files[0] if len(files) == 1 else None


def page_sizes(sizes: Callable[[bytes, int], PageSize], content: bytes) -> Callable[[int], PageSize | None]:
    """Return a function that says how large a page of a file is; nothing where it has no such page."""

    def size_of(page: int) -> PageSize | None:
        try:
            return sizes(content, page)
        except UnreadableFile:
            return None

    return size_of


def _mark(box: Box, numbers: list[int]) -> NumberedMark:
    label = ",".join(map(str, numbers[:MOST_NUMBERS])) + ("…" if len(numbers) > MOST_NUMBERS else "")
    flag = label_box(box, label)
    return NumberedMark(
        label=label,
        x=round(box.x0 - AROUND, 2),
        y=round(box.top - AROUND, 2),
        width=round(box.x1 - box.x0 + 2 * AROUND, 2),
        height=round(box.bottom - box.top + 2 * AROUND, 2),
        flag=Box(*flag.as_list()),
    )
