"""Fill the part of a unit's page about goals and results."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from disclosures.charts.performance import draw_points
from disclosures.charts.unit_costs import draw_unit_costs
from disclosures.models import Unit
from disclosures.performance.unit_section import Side, UnitPerformance, unit_performance
from disclosures.sources.unit_goals import whole_unit_goal
from disclosures.views.unit_costs import costs_of_unit


def performance_section(unit: Unit, year: int | None) -> dict[str, Any]:
    """Return the plan and the report nearest to a year, the points won and lost, and the unit costs of all years."""
    found = unit_performance(unit, year)
    points = found.result.points if found and found.result else ()
    return {
        "performance": found and UnitPerformance(_with_goal(found.plan), _with_goal(found.result)),
        "drawn_points": draw_points(points),
        "points": points,
        "cost_drawings": draw_unit_costs(costs_of_unit(unit), least=2),
    }


def _with_goal(side: Side | None) -> Side | None:
    """Return a side with the whole unit's goal, which stands in a form of its own where no project carries it."""
    return side if side is None or side.goal else replace(side, goal=whole_unit_goal(side.revision))
