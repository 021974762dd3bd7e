"""Add up the points that self-evaluations won and lost, by level."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from disclosures.models.indicator_questions import IndicatorQuerySet


@dataclass(frozen=True, slots=True)
class Points:
    """What one second level could win, and what of it was lost."""

    level1: str
    level2: str
    weight: Decimal
    lost: Decimal
    indicators: int

    @property
    def won(self) -> Decimal:
        """Return the points scored."""
        return self.weight - self.lost

    @property
    def name(self) -> str:
        """Return the level's name without the closing 指标."""
        return (self.level2 or self.level1).removesuffix("指标")


def points_by_level(indicators: IndicatorQuerySet) -> list[Points]:
    """Return the points by level 1 and 2, in the order that the forms have."""
    found = [Points(*row) for row in indicators.points_by_level()]
    return sorted(found, key=lambda one: (_place(one.level1), one.level2))


def _place(level1: str) -> int:
    """Return where a level stands in the usual form: 成本, 产出, 效益, 满意度; others follow."""
    usual = ("成本", "产出", "效益", "满意度")
    return next((number for number, stem in enumerate(usual) if level1.startswith(stem)), len(usual))
