"""Tell whether a printed line goes on in the next one: by its place on the page, or by wording where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from disclosures.evidence import Line
from disclosures.extraction.prose.outline import heading_of, ordinal_of
from disclosures.recognition.headings import Role, compact, role_of

_ENDS = re.compile(r"[。；;：:！？!?]$")
_FIRST_WORD = re.compile(r"[\d.,%]+|[A-Za-z]+|.")
_DEFAULT_SIZE = 12.0

# A first line is set in by two characters; a smaller step is the unevenness of justified lines.
INDENT = 1.2
# A line was broken where the next word would not have fitted; characters of slack for hanging punctuation.
SLACK = 1.6
# Fewer lines than these do not show where the edges of a page are.
FEW_LINES = 4
# In files without positions only a full line of prose can have been broken, and none is shorter than this.
SHORTEST_BROKEN = 15


@dataclass(frozen=True, slots=True)
class Edges:
    """The left and right edges of the text: of each page, and those of most pages (key None)."""

    left: dict[int | None, float]
    right: dict[int | None, float]

    def of(self, page: int | None) -> tuple[float, float]:
        """Return the edges of a page."""
        key = page if page in self.left else None
        return self.left[key], self.right[key]


def find_edges(lines: Iterable[Line]) -> Edges:
    """Return the edges of the prose on every page that has enough of it."""
    pages: dict[int | None, list[Line]] = {}
    for line in lines:
        if line.box is not None and role_of(line.text) is Role.PROSE:
            pages.setdefault(line.page, []).append(line)
    full = {page: held for page, held in pages.items() if len(held) >= FEW_LINES} or pages
    left = {page: min(line.box.x0 for line in held if line.box) for page, held in full.items()}
    right = {page: max(line.box.x1 for line in held if line.box) for page, held in full.items()}
    if full:
        left[None], right[None] = median(left.values()), median(right.values())
    return Edges(left, right)


def goes_on(before: Line, line: Line, edges: Edges) -> bool:
    """Tell whether a line belongs to the paragraph of the line before it."""
    if before.box is None or line.box is None or not edges.left:
        return _goes_on_by_wording(before.text, line.text)
    size = line.size or _DEFAULT_SIZE
    if _same_row(before, line):
        return role_of(before.text) is Role.PROSE and role_of(line.text) is Role.PROSE
    if line.box.x0 - edges.of(line.page)[0] > INDENT * size:
        return False
    room = edges.of(before.page)[1] - before.box.x1
    word = _FIRST_WORD.match(compact(line.text))
    width = size * sum(0.5 if char.isascii() else 1 for char in word.group()) if word else size
    return room < width + SLACK * size


def _same_row(before: Line, line: Line) -> bool:
    """Tell whether two texts share a row with a wide gap between them."""
    if before.page != line.page or before.box is None or line.box is None:
        return False
    middle = (line.box.top + line.box.bottom) / 2
    return before.box.top < middle < before.box.bottom and before.box.x1 <= line.box.x0


def _goes_on_by_wording(before: str, line: str) -> bool:
    """Tell whether a line without a place ends in the middle of a sentence that the next one ends."""
    ended = _ENDS.search(before) is not None or heading_of(before) is not None
    opens = line.lstrip().startswith(("#", "- ", "**")) or ordinal_of(compact(line)) is not None
    return len(compact(before)) >= SHORTEST_BROKEN and not ended and not opens
