"""Draw a course over the years as a line the size of a word; missing years interrupt it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

WIDTH, HEIGHT, MARGIN = 96, 24, 3


def sparkline(amounts: Sequence[Decimal | None], beside: Iterable[Decimal | None] = ()) -> list[str]:
    """Return the points of each unbroken stretch, as an SVG polyline wants them; nothing for a single year.

    ``beside`` are the amounts of other lines in the same drawing, which share its height.
    """
    known = [amount for amount in amounts if amount is not None]
    if len(known) < 2:
        return []
    drawn_with = [*known, *(amount for amount in beside if amount is not None)]
    low, high = min(drawn_with), max(drawn_with)
    stretches = groupby(enumerate(amounts), key=lambda point: point[1] is not None)
    return [
        " ".join(_point(number, len(amounts), amount, low, high) for number, amount in stretch if amount is not None)
        for drawn, stretch in stretches
        if drawn
    ]


def _point(number: int, count: int, amount: Decimal, low: Decimal, high: Decimal) -> str:
    x = MARGIN + (WIDTH - 2 * MARGIN) * number / (count - 1)
    rise = float((amount - low) / (high - low)) if high > low else 0.5
    return f"{x:.1f},{HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * rise:.1f}"
