"""Compare what the money was for: projects, performance indicators, and how many of them there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.performance.indicators import compare_indicators
from disclosures.comparison.performance.overview import compare_overviews
from disclosures.comparison.performance.projects import compare_projects
from disclosures.comparison.pinned import Pins
from disclosures.comparison.result import Comparison
from disclosures.comparison.selection import Selection

COMPARE: Mapping[Dimension, Callable[[Selection, Pins | None], Comparison]] = {
    Dimension.PROJECTS: compare_projects,
    Dimension.INDICATORS: compare_indicators,
    Dimension.PERFORMANCE: compare_overviews,
}
