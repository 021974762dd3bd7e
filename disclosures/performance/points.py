"""Add up the points that self-evaluations won and lost, by level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from disclosures.models.indicator_questions import IndicatorQuerySet

# What forms call their levels, as far as they agree; a filter and the points by level merge by the same words.
LEVELS_1 = ("成本", "产出", "效益", "满意度")
LEVELS_2 = ("数量", "质量", "时效", "经济成本", "社会成本", "经济效益", "社会效益", "生态", "可持续影响", "满意度")
# A level that forms put under several first levels stands under the last of them.
AND = "、"


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
    """Return the points by level 1 and 2, in the order that the forms have; a level of two names is one."""
    printed: dict[str, list[Points]] = defaultdict(list)
    for row in indicators.points_by_level():
        one = _one_level(*row)
        printed[one.name].append(one)
    found = [_added(alike) for alike in printed.values()]
    return sorted(found, key=lambda one: (_place(one.level1.rpartition(AND)[2]), one.name))


def _one_level(level1: str, level2: str, *counted: Any) -> Points:
    """Name the levels by what the forms agree on: 满意度, where one prints 社会公众或服务对象满意度指标."""
    return Points(_stem(level1, LEVELS_1), _stem(level2, LEVELS_2), *counted)


def _stem(level: str, stems: Sequence[str]) -> str:
    return next((stem for stem in stems if stem in level), level.removesuffix("指标"))


def _added(alike: Sequence[Points]) -> Points:
    weight = sum((one.weight for one in alike), Decimal(0))
    lost = sum((one.lost for one in alike), Decimal(0))
    above = sorted({one.level1 for one in alike}, key=_place)
    return Points(AND.join(above), alike[0].level2, weight, lost, sum(one.indicators for one in alike))


def _place(level1: str) -> int:
    """Return where a level stands in the usual form: 成本, 产出, 效益, 满意度; others follow."""
    return next((number for number, stem in enumerate(LEVELS_1) if level1.startswith(stem)), len(LEVELS_1))
