"""Gather a unit's goals and results: what the year's budget promised beside what the year's accounts report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from disclosures.models import PerformanceIndicator, Project, Revision, Unit
from disclosures.models.indicator_questions import IndicatorQuerySet
from disclosures.performance.points import Points, points_by_level
from disclosures.performance.project_years import RESULTS
from disclosures.performance.quality import Share, shares
from disclosures.performance.unit_costs import UnitCost, unit_costs
from disclosures.vocabulary import DisclosureKind, Verdict

PLANS = (DisclosureKind.BUDGET, DisclosureKind.PERFORMANCE_TARGET)
# The section is an overview; the list of indicators has them all.
SHOWN_INDICATORS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One year's plan or report, from one disclosure."""

    revision: Revision
    goal: str
    projects: Sequence[Project]
    indicators: Sequence[PerformanceIndicator]
    indicator_count: int
    qualities: Sequence[Share] = ()
    verdicts: Mapping[str, int] | None = None
    points: Sequence[Points] = ()
    losses: Sequence[PerformanceIndicator] = ()
    full_though_missed: int = 0
    unit_costs: Sequence[UnitCost] = ()

    @property
    def year(self) -> int:
        """Return the year that the disclosure is of."""
        return self.revision.disclosure.fiscal_year_id

    @property
    def has_unit_costs(self) -> bool:
        """Tell whether the document states any number to divide an expense by."""
        return any(one.counted is not None for one in self.unit_costs)

    @property
    def met(self) -> int:
        """Return how many indicators were met."""
        return (self.verdicts or {}).get(Verdict.MET, 0)

    @property
    def missed(self) -> int:
        """Return how many indicators were missed."""
        return (self.verdicts or {}).get(Verdict.MISSED, 0)

    @property
    def unjudged(self) -> int:
        """Return how many indicators cannot be judged."""
        return (self.verdicts or {}).get(Verdict.UNJUDGED, 0)


@dataclass(frozen=True, slots=True)
class UnitPerformance:
    """Both sides; either is None where no disclosure of the unit has indicators or projects of its kind."""

    plan: Side | None
    result: Side | None


def unit_performance(unit: Unit, year: int | None) -> UnitPerformance | None:
    """Return a unit's plan and report of a year, or nearest to it, else the newest; None where there is neither."""
    filed = _telling(unit)
    plan, result = (_nearest(filed, kinds, year) for kinds in (PLANS, RESULTS))
    if plan is None and result is None:
        return None
    return UnitPerformance(_plan(plan) if plan else None, _result(result) if result else None)


def _telling(unit: Unit) -> list[Revision]:
    """Return the unit's published revisions that hold indicators or projects, newest year first."""
    told = PerformanceIndicator.objects.of_unit(unit).in_revisions() | Project.objects.of_unit(unit).in_revisions()
    filed = Revision.objects.published().for_units([unit]).select_related("disclosure").newest_year_first()
    return [one for one in filed if one.pk in told]


def _nearest(filed: Sequence[Revision], kinds: Sequence[DisclosureKind], year: int | None) -> Revision | None:
    candidates = [one for one in filed if one.disclosure.kind in kinds]
    if year is None:
        return next(iter(candidates), None)
    return min(candidates, key=lambda one: abs(one.disclosure.fiscal_year_id - year), default=None)


def _plan(revision: Revision) -> Side:
    indicators = _indicators(revision)
    return Side(
        revision=revision,
        goal=_goal(revision),
        projects=_projects(revision),
        indicators=list(indicators[:SHOWN_INDICATORS]),
        indicator_count=indicators.count(),
        qualities=list(shares(indicators))[:2],
        unit_costs=unit_costs(revision),
    )


def _result(revision: Revision) -> Side:
    indicators = _indicators(revision)
    return Side(
        revision=revision,
        goal=_goal(revision),
        projects=_projects(revision),
        indicators=[],
        indicator_count=indicators.count(),
        verdicts=indicators.counted_by_verdict(),
        points=points_by_level(indicators),
        losses=list(indicators.losing_points()),
        full_though_missed=indicators.full_though_missed().count(),
        unit_costs=unit_costs(revision),
    )


def _indicators(revision: Revision) -> IndicatorQuerySet:
    return PerformanceIndicator.objects.of_revisions([revision]).of_the_year().select_related("project").order_by("id")


def _projects(revision: Revision) -> list[Project]:
    """Return the projects of the tables; where none are, those that the text names."""
    named = list(Project.objects.of_revisions([revision]).select_related("match"))
    return [one for one in named if one.table_id] or named


def _goal(revision: Revision) -> str:
    """Return the whole unit's goal: of its own form where there is one."""
    overall = Project.objects.of_revisions([revision]).of_whole_unit()
    return max((one.annual_goal for one in overall), key=len, default="")
