"""Say how targets were set, as facts with their lists: quantified, repeating a level, copied, met to the dot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.models.indicator_questions import IndicatorQuerySet

Narrow = Callable[[IndicatorQuerySet], IndicatorQuerySet]


@dataclass(frozen=True, slots=True)
class Quality:
    """One thing to know about targets: of which indicators it is a share, and which have it."""

    name: str
    label: str | Promise
    explanation: str | Promise
    among: Narrow
    narrow: Narrow


def _all(indicators: IndicatorQuerySet) -> IndicatorQuerySet:
    return indicators


QUALITIES = (
    Quality(
        "quantified",
        _("指标值是数字"),
        _("指标值为数值、百分比或区间的指标，占全部指标的比重。"),
        _all,
        IndicatorQuerySet.quantified,
    ),
    Quality(
        "repeats",
        _("名称与上级相同"),
        _("三级指标名称只重复二级指标名称的指标，占全部指标的比重。"),
        _all,
        IndicatorQuerySet.repeating_their_level,
    ),
    Quality(
        "copied",
        _("与上年相同"),
        _("名称和指标值与本单位上年公开的指标一字不差的指标，占全部指标的比重。"),
        _all,
        IndicatorQuerySet.copying_last_year,
    ),
    Quality(
        "exactly",
        _("完成值恰好等于指标值"),
        _("完成值与指标值是同一个数的指标，占有数字指标值且已有完成值的指标的比重。"),
        lambda indicators: indicators.quantified().with_result(),
        IndicatorQuerySet.met_exactly_at_target,
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
    """Yield the share of each quality among some indicators."""
    plain = indicators.order_by()
    for quality in QUALITIES:
        among = quality.among(plain)
        yield Share(quality, quality.narrow(among).count(), among.count())
