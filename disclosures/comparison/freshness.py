"""Say which state of the data a comparison would be taken from, without taking it."""

from __future__ import annotations

from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import Selection
from disclosures.models import Correction, ProjectMatch, Revision


def freshness(selection: Selection) -> tuple[object, ...]:
    """Return what changes whenever the result of a selection may: its units' filings and all corrections.

    Corrections are few, and finding those of some units costs more than drawing a page anew once in a while. Projects
    are joined and parted as well.
    """
    years = {year - before for year in selection.years for before in (0, 1)}
    filed = Revision.objects.for_units(selection.units).for_years(years).freshness()
    joined = [ProjectMatch.objects.freshness()] if selection.dimension == Dimension.PROJECTS else []
    return (*filed, *Correction.objects.freshness(), *joined)
