"""Say how targets were set, as facts with their lists: quantified, repeating a level, copied, met to the dot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.models.indicator_questions import (
    COPIES_LAST_YEAR,
    HAS_NAME_AND_LEVEL,
    HAS_RESULT,
    HAS_TARGET,
    IS_QUANTIFIED,
    MET_EXACTLY,
    REPEATS_ITS_LEVEL,
    TOLD_LAST_YEAR,
    IndicatorQuerySet,
)


@dataclass(frozen=True, slots=True)
class Quality:
    """One thing to know about targets: of which indicators it is a share, and which of these have it.

    ``nothing`` says that there are none of which it could be a share.
    """

    name: str
    label: str | Promise
    explanation: str | Promise
    nothing: str | Promise
    among: Q
    condition: Q

    def narrow(self, indicators: IndicatorQuerySet) -> IndicatorQuerySet:
        """Return the list that the share counts."""
        return indicators.having(self.among & self.condition)


QUALITIES = (
    Quality(
        "quantified",
        _("指标值是数字"),
        _("指标值含有数字（一个数、百分比、区间或几个数）的指标，占写明指标值的指标的比重。"),
        _("没有写明指标值的指标"),
        HAS_TARGET,
        IS_QUANTIFIED,
    ),
    Quality(
        "repeats",
        _("名称与上级相同"),
        _("三级指标名称只重复二级指标名称的指标，占两级名称都写明的指标的比重。"),
        _("没有写明两级名称的指标"),
        HAS_NAME_AND_LEVEL,
        REPEATS_ITS_LEVEL,
    ),
    Quality(
        "copied",
        _("与上年相同"),
        _("名称和指标值与本单位上年公开的指标一字不差的指标，占上年有同名指标的指标的比重。"),
        _("没有上年可比"),
        TOLD_LAST_YEAR,
        COPIES_LAST_YEAR,
    ),
    Quality(
        "exactly",
        _("完成值恰好等于指标值"),
        _("完成值与指标值是同一个数的指标，占有数字指标值且已有完成值的指标的比重。"),
        _("没有既有数字指标值又有完成值的指标"),
        IS_QUANTIFIED & HAS_RESULT,
        MET_EXACTLY,
    ),
)
BY_NAME = {quality.name: quality for quality in QUALITIES}


@dataclass(frozen=True, slots=True)
class Share:
    """How many indicators have a quality, of how many."""

    quality: Quality
    number: int
    among: int

    @property
    def percent(self) -> Decimal | None:
        """Return the share in percent, or None where there is nothing to be a share of."""
        if not self.among:
            return None
        return (Decimal(self.number) * 100 / self.among).quantize(Decimal("0.1"), ROUND_HALF_UP)


def shares(indicators: IndicatorQuerySet) -> Iterator[Share]:
    """Yield the share of each quality among some indicators, all counted in one pass."""
    conditions: dict[str, Q] = {}
    for one in QUALITIES:
        conditions |= {f"{one.name}_among": one.among, f"{one.name}_number": one.among & one.condition}
    counted = indicators.counted(conditions)
    for one in QUALITIES:
        yield Share(one, counted[f"{one.name}_number"], counted[f"{one.name}_among"])
