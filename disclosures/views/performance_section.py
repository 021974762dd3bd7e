"""Fill the part of a unit's page about goals and results."""

from __future__ import annotations

from typing import Any

from disclosures.charts.performance import draw_points
from disclosures.models import Unit
from disclosures.performance.unit_section import unit_performance


def performance_section(unit: Unit, year: int | None) -> dict[str, Any]:
    """Return the plan and the report nearest to a year, with the chart of the points won and lost."""
    found = unit_performance(unit, year)
    points = found.result.points if found and found.result else ()
    return {"performance": found, "drawn_points": draw_points(points), "points": points}
