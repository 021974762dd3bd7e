"""Read the numbers of indicators as printed, in the unit of measure that they are printed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.judgement.values import quantities, range_in, rank_wanted
from disclosures.models import PerformanceIndicator
from disclosures.models.indicator_questions import QUANTIFIED
from disclosures.performance.measured import measured

WAN_SIGN, WAN = "万", Decimal(10_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """One indicator as one document prints it; its numbers are in ``measure``, None where there is not just one."""

    indicator: PerformanceIndicator
    target: Decimal | None = None
    actual: Decimal | None = None
    measure: str = ""

    @property
    def counts(self) -> bool:
        """Tell whether the target counts something."""
        return self.target is not None or bool(self.measure)

    @property
    def in_wan(self) -> bool:
        """Tell whether the target is printed in ten thousands."""
        return WAN_SIGN in self.indicator.target + self.indicator.measure

    def scaled(self) -> Printing:
        """Return the same counted in ten thousands."""
        target, actual = (None if one is None else one / WAN for one in (self.target, self.actual))
        return replace(self, target=target, actual=actual)


def printing(indicator: PerformanceIndicator) -> Printing:
    """Read the numbers of an indicator; words, ranks and the ends of a range are none to count with."""
    if indicator.target_kind not in QUANTIFIED or rank_wanted(indicator.target) is not None:
        return Printing(indicator=indicator)
    if (both := measured(indicator)) is not None:
        return Printing(indicator=indicator, target=both.target, actual=both.actual, measure=both.measure)
    if (ends := range_in(indicator.target)) is None:
        return Printing(indicator=indicator)
    answers = quantities(indicator.actual, indicator.measure)
    actual = answers[0].number if len(answers) == 1 else None
    return Printing(indicator=indicator, actual=actual, measure=ends[2] or indicator.measure)
