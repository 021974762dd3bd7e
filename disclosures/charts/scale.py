"""Lay out an axis of values: from a round number below all of them to a round number above, 0 included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

# So many steps an axis has at least; of these parts of a power of ten the largest that gives them is a step.
FEWEST_STEPS = 4
ROUND_STEPS = (5.0, 2.5, 2.0, 1.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where an axis begins and ends, and how far its lines are apart."""

    low: float
    high: float
    step: float

    @classmethod
    def of(cls, values: Iterable[float]) -> Scale:
        """Return the axis that holds values and 0."""
        known = [0.0, *values]
        low, high = min(known), max(known)
        high = high if high > low else low + 1
        span = high - low
        power = 10.0 ** floor(log10(span / FEWEST_STEPS))
        step = next((part * power for part in (10.0, *ROUND_STEPS) if span / (part * power) >= FEWEST_STEPS), power)
        return cls(floor(low / step) * step, ceil(high / step) * step, step)

    @property
    def range(self) -> list[float]:
        """Return both ends, a little beyond the lines so that none of them nor a point on it is cut."""
        beyond = (self.high - self.low) * 0.02
        return [self.low - beyond, self.high + beyond]

    def height(self, value: float) -> float:
        """Return how high a value stands, from 0 at the beginning of the axis to 1 at its end."""
        low, high = self.range
        return (value - low) / (high - low)
