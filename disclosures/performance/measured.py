"""Set an indicator's result beside its target as two numbers of one measure, where both have one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from disclosures.judgement.values import Quantity, quantities
from disclosures.models import PerformanceIndicator
from disclosures.vocabulary import Operator, VerdictReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Target and result in one measure; ``actual`` is None where no result is printed yet."""

    indicator: PerformanceIndicator
    target: Decimal
    actual: Decimal | None
    measure: str

    @property
    def is_ceiling(self) -> bool:
        """Tell whether less is better: by the sign, or where none is printed by how it was judged."""
        signed = self.indicator.operator in (Operator.AT_MOST, Operator.LESS_THAN)
        return signed or self.indicator.verdict_reason == VerdictReason.BY_CEILING

    @property
    def reached(self) -> Decimal | None:
        """Return the result in percent of the target."""
        if self.actual is None or not self.target:
            return None
        return (self.actual * 100 / self.target).quantize(Decimal("0.1"), ROUND_HALF_UP)


def measured(indicator: PerformanceIndicator) -> Measured | None:
    """Return an indicator's numbers, or None where its target is not a single number."""
    wanted = quantities(indicator.target, indicator.measure)
    if len(wanted) != 1:
        return None
    return Measured(
        indicator=indicator,
        target=wanted[0].number,
        actual=_answer(indicator.actual, wanted[0]),
        measure=wanted[0].measure,
    )


def all_measured(indicators: Iterable[PerformanceIndicator]) -> list[Measured]:
    """Return those of some indicators that have both numbers."""
    found = [measured(indicator) for indicator in indicators]
    return [one for one in found if one is not None and one.reached is not None]


def _answer(actual: str, wanted: Quantity) -> Decimal | None:
    """Return the one number of a result that answers the target."""
    found = [one for one in quantities(actual) if one.comparable_with(wanted)]
    same = [one for one in found if one.measure == wanted.measure] or found
    numbers = {one.number for one in same}
    return numbers.pop() if len(numbers) == 1 else None
