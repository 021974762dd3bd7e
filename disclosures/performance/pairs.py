"""Set what a year's budget promised beside what the year's report says of the same indicator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.models import PerformanceIndicator
from disclosures.performance.project_years import RESULTS


@dataclass(frozen=True, slots=True)
class Pair:
    """One indicator as planned and as reported; either may be missing."""

    plan: PerformanceIndicator | None
    report: PerformanceIndicator | None

    @property
    def shown(self) -> PerformanceIndicator:
        """Return the printing to name it by."""
        one = self.report or self.plan
        assert one is not None
        return one

    @property
    def target_changed(self) -> bool:
        """Tell whether the report prints another target than the budget did."""
        return bool(self.plan and self.report and self.plan.target != self.report.target)


def pairs(indicators: Iterable[PerformanceIndicator]) -> list[Pair]:
    """Return one year's indicators of a project, matched by their names, in the order of the report."""
    plans: dict[str, PerformanceIndicator] = {}
    reports: list[PerformanceIndicator] = []
    for one in indicators:
        if one.revision.disclosure.kind in RESULTS:
            reports.append(one)
        else:
            plans[one.name_key or str(one.pk)] = one
    found = [Pair(plans.pop(one.name_key, None), one) for one in reports]
    return found + [Pair(one, None) for one in plans.values()]
