"""Keep a text in its cell where it runs over the cell's border, as long labels and amounts of sheets do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from disclosures.reading.lattice import Area, Lattice
from disclosures.reading.letters import Letter, Run

# Letters drawn after each other with no larger gap than this share of their size are one text.
ONE_TEXT = 0.6
# Letters nearer than this share touch: no border stands between them.
TOUCHING = 0.04
# A border cuts a letter that reaches this share of its width beyond it on both sides.
CUT = 0.12
_NUMBER = re.compile(r"[-−(（]?[\d.,]+[)）%]?")

Owners = dict[tuple[int, int], Area]


def overflowing(lattice: Lattice, letters: Sequence[Letter], owners: Owners) -> dict[Letter, Area]:
    """Return the cells of letters that stand beyond the border of the cell that their text began or ended in.

    ``letters`` are in the order in which they were drawn, so that a text is one run even where the words of a
    neighbouring cell are drawn over it.
    """
    return {
        letter: home
        for text in _texts(letters)
        for crossing in _crossing(lattice, text, owners)
        if (home := _home(lattice, crossing, owners))
        for letter in crossing
    }


def _texts(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Yield the runs of letters drawn after each other on one baseline."""
    run: list[Letter] = []
    for letter in letters:
        if run and not _goes_on(run[-1], letter):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _goes_on(left: Letter, right: Letter) -> bool:
    size = max(left.size, right.size)
    level = abs(left.bottom - right.bottom) < 0.1 * size
    return level and right.run is Run.ACROSS and -0.2 * size <= right.x0 - left.x1 <= ONE_TEXT * size


def _crossing(lattice: Lattice, text: list[Letter], owners: Owners) -> Iterator[list[Letter]]:
    """Yield the parts of a text that stand in several cells without a border in a gap between their letters."""
    places = [owners.get(lattice.position(letter)) if lattice.holds(letter) else None for letter in text]
    if all(place == places[0] for place in places):
        return
    part = [text[0]]
    for (left, right), (before, after) in zip(pairwise(text), pairwise(places), strict=True):
        if before != after and not _run_over(lattice, left, right, before, after):
            yield part
            part = []
        part.append(right)
    yield part


def _run_over(lattice: Lattice, left: Letter, right: Letter, before: Area | None, after: Area | None) -> bool:
    """Tell whether a text runs over the border between two of its letters: it cuts one, or they touch."""
    if right.x0 - left.x1 < TOUCHING * right.size:
        return True
    borders = [lattice.area_box(area) for area in (before, after) if area]
    return any(_cuts(edge, letter) for box in borders for edge in (box.x0, box.x1) for letter in (left, right))


def _cuts(edge: float, letter: Letter) -> bool:
    reach = CUT * (letter.x1 - letter.x0)
    return letter.x0 + reach < edge < letter.x1 - reach


def _home(lattice: Lattice, text: list[Letter], owners: Owners) -> Area | None:
    """Return the cell that a text over several cells belongs to; None where it keeps to one.

    A text belongs to the cell that it begins in, an amount set to the right to the cell that it ends in, and one
    that reaches over both borders of a cell to the cell in the middle.
    """
    places = [owners.get(lattice.position(letter)) if lattice.holds(letter) else None for letter in text]
    inside = [place for place in dict.fromkeys(places) if place is not None]
    if not inside or (len(inside) == 1 and None not in places):
        return None
    if len(inside) == 1:
        return inside[0]
    first, last = lattice.area_box(inside[0]), lattice.area_box(inside[-1])
    at_left, at_right = text[0].x0 - first.x0, last.x1 - text[-1].x1
    if len(inside) > 2 and min(at_left, at_right) > text[0].size:
        return inside[len(inside) // 2]
    is_number = _NUMBER.fullmatch("".join(letter.text for letter in text))
    return inside[-1] if is_number and at_right < at_left else inside[0]
