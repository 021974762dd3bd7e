"""Find what units filed about projects and indicators: by stage the files that may tell, and why they do not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2s
from itertools import product

from django.utils.translation import gettext as _

from disclosures.comparison.comparability import basis_of, with_notes
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.figures import Figures, needed_stages
from disclosures.comparison.filed import Filed, Filing, Place, filed_by
from disclosures.comparison.measures import Measure
from disclosures.comparison.ordering import in_order
from disclosures.comparison.pinned import Pins
from disclosures.comparison.result import Cell, Cells, CellState, Column, Comparison, Row
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import COMPARABLE_KINDS, PRINTED, TOLD_IN
from disclosures.models import Unit
from disclosures.vocabulary import DisclosureKind, TableKind

_FORMS = (
    TableKind.PERFORMANCE_OVERALL,
    TableKind.PERFORMANCE_PROJECT,
    TableKind.REVIEW_OVERALL,
    TableKind.REVIEW_PROJECT,
)
# The tables that print what a dimension compares: by their state an absence is explained.
TABLES: Mapping[Dimension, tuple[TableKind, ...]] = {
    Dimension.PROJECTS: (*_FORMS, TableKind.PROJECT_EXPENDITURE),
    Dimension.INDICATORS: _FORMS,
    Dimension.PERFORMANCE: (*_FORMS, TableKind.PROJECT_EXPENDITURE),
}
# Ten letters tell a few thousand rows apart and keep an address short.
DIGEST_SIZE = 5
_OVER_YEARS = (Measure.CHANGE, Measure.CHANGE_PERCENT)


Files = Mapping[DisclosureKind, Filed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the units of a selection filed for each year's budget and accounts, the statutory file before others."""

    selection: Selection
    units: Mapping[int, Unit]
    filed: Mapping[Filing, Files]
    pins: Pins | None = None

    @property
    def corrected_at(self) -> datetime | None:
        """Return the moment whose corrections count; today's where none is given."""
        return self.pins.at if self.pins else None

    @property
    def filings(self) -> Mapping[int, Filing]:
        """Return by revision for which year's budget or accounts it tells."""
        return {one.revision: filing for filing, files in self.filed.items() for one in files.values()}

    @property
    def places(self) -> list[Place]:
        """Return the columns that are shown."""
        shown = self.selection
        known = [unit for unit in shown.units if unit in self.units]
        return [Place(unit, year, stage) for unit in known for year in shown.years for stage in shown.stages]

    def absence(self, place: Place) -> Cell:
        """Return the cell that says why nothing is told of something."""
        files = self.filed.get(place.filing, {}).values()
        tables = [table for one in files for table in one.tables.values()]
        if not files:
            return Cell(CellState.NOT_DISCLOSED)
        if not tables:
            return Cell(CellState.NO_TABLE)
        if any(table.unread for table in tables):
            return Cell(CellState.NOT_READ)
        return Cell(CellState.DECLARED_EMPTY if all(table.declared_empty for table in tables) else CellState.NOT_LISTED)

    def compared(self, rows: Sequence[Row], cell: Callable[[Row, Place], Cell]) -> Comparison:
        """Return the comparison of some rows, whose cells are asked for one by one."""
        places = self.places
        cells = Cells({row.key: [cell(row, place) for place in places] for row in rows})
        return in_order(
            Comparison(
                selection=self.selection,
                columns=self._columns(places),
                rows=tuple(rows),
                revisions=frozenset(self.filings),
                pins=self.pins,
                cells=cells,
            )
        )

    def _columns(self, places: Sequence[Place]) -> tuple[Column, ...]:
        mains = [self._main(place) for place in places]
        columns = with_notes([self._column(place, main) for place, main in zip(places, mains, strict=True)])
        kinds = {kind for kind, _filed in filter(None, mains)}
        return tuple(_said_apart(column, main, kinds) for column, main in zip(columns, mains, strict=True))

    def _main(self, place: Place) -> tuple[DisclosureKind, Filed] | None:
        """Return the file that a column leads to: the first that has the tables, else the first."""
        files = self.filed.get(place.filing, {}).items()
        return next((one for one in files if one[1].tables), next(iter(files), None))

    def _column(self, place: Place, main: tuple[DisclosureKind, Filed] | None) -> Column:
        figures = Figures(units=self.units, filed={}, places={}, counts={})
        return Column(
            unit=place.unit,
            unit_name=self.units[place.unit].name,
            year=place.year,
            stage=place.stage,
            disclosure=main[1].disclosure if main else None,
            revision=main[1].revision if main else None,
            scope=main[1].scope if main else "",
            basis=basis_of(self.selection, figures, place, None),
        )


def _said_apart(column: Column, main: tuple[DisclosureKind, Filed] | None, kinds: set[DisclosureKind]) -> Column:
    """A form published apart may tell other things than the budget or the accounts themselves."""
    if main is None or main[0] in COMPARABLE_KINDS or len(kinds) == 1:
        return column
    note = _("取自单独公开的%(kind)s文件") % {"kind": main[0].label}
    return replace(column, notes=(*column.notes, note))


def digest(*parts: str) -> str:
    """Return what a row is known by in addresses: the same for the same words, whatever else is compared."""
    return blake2s("\n".join(parts).encode(), digest_size=DIGEST_SIZE).hexdigest()


def told_by(selection: Selection, pins: Pins | None) -> Told:
    """Return what the units of a selection filed, and for the years before where changes are asked for."""
    earlier = {year - 1 for year in selection.years} if selection.measure in _OVER_YEARS else set()
    years = sorted({*selection.years, *earlier})
    kinds = dict.fromkeys(PRINTED[stage].kind for stage in needed_stages(selection))
    told_in = [told for kind in kinds for told in TOLD_IN[kind]]
    found = filed_by(selection, years, told_in, TABLES[selection.dimension], pins)
    filed: dict[Filing, dict[DisclosureKind, Filed]] = {}
    for place in product(selection.units, years, kinds):
        filing = Filing(*place)
        files = {told: filing._replace(kind=told) for told in TOLD_IN[filing.kind]}
        if known := {told: found[one] for told, one in files.items() if one in found}:
            filed[filing] = known
    units = Unit.objects.select_related("supervising_department").in_bulk(selection.units)
    return Told(selection=selection, units=units, filed=filed, pins=pins)
