"""Gather what is doubtful in a draft, the worst first, each doubt with its cells and the picture of its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Box
from disclosures.ingest.publication import blocks_publishing
from disclosures.models import Correction, Finding, LineItem, Revision
from disclosures.models.corrections import standing_corrections
from disclosures.sources.pictures import MarkedPage, marked_page
from disclosures.sources.source import printed_unit
from disclosures.tables.printed_grids import PrintedPiece, printed_pieces
from disclosures.vocabulary import Severity

# Boxes are stored to a hundredth of a point; what is farther apart than this is another cell.
SAME_CELL = 0.5


@dataclass(frozen=True, slots=True)
class DoubtfulCell:
    """One amount that a doubt is about, to be corrected in the unit that it is printed in."""

    item: LineItem
    unit: MoneyUnit
    amount: Decimal | None

    @property
    def value(self) -> str:
        """Return the amount that counts, as the clerk would type it."""
        if self.amount is None:
            return ""
        typed = format(self.amount / self.unit.value, "f")
        return typed.rstrip("0").rstrip(".") if "." in typed else typed


@dataclass(frozen=True, slots=True)
class Doubt:
    """One open finding with all that is needed to settle it."""

    finding: Finding
    blocks: bool
    cells: tuple[DoubtfulCell, ...]
    picture: MarkedPage | None
    pieces: tuple[PrintedPiece, ...]

    @property
    def marked(self) -> set[int]:
        """Return the line items to be marked in the grid."""
        return {cell.item.pk for cell in self.cells}


def open_findings(revision: Revision) -> list[Finding]:
    """Return what waits for an answer: what blocks publishing first, then errors, then doubts."""
    found = revision.findings.needing_an_answer().answered_as("open").select_related("table", "file")
    grave = list(Severity)
    return sorted(found, key=lambda one: (not blocks_publishing(one), grave.index(Severity(one.severity)), one.pk))


def doubt_of(finding: Finding) -> Doubt:
    """Return one finding with its cells, its page and its table."""
    items = _items(finding)
    standing = standing_corrections(items)
    cells = tuple(_cell(item, standing.get(item.pk, {}).get(Correction.Field.AMOUNT)) for item in items)
    return Doubt(finding, blocks_publishing(finding), cells, _picture(finding), _pieces(finding, items))


def _cell(item: LineItem, correction: Correction | None) -> DoubtfulCell:
    return DoubtfulCell(item, printed_unit(item), correction.amount if correction else item.amount)


def _items(finding: Finding) -> list[LineItem]:
    """Return the line items that a finding points at: by their boxes, or by name and print where there are none."""
    items = finding.revision.line_items.select_related("table__file", "revision__disclosure")
    if finding.boxes:
        near = items.filter(page__in=[page for page, _box in finding.boxes])
        return [item for item in near if item.box and _is_at(item, finding.boxes)]
    if finding.table_id is None:
        return []
    return [item for item in items.filter(table=finding.table_id) if _is_named(item, finding.places)]


def _is_named(item: LineItem, places: Iterable[Mapping[str, str]]) -> bool:
    """Tell whether a place's label is a line item's name, perhaps after its code, and its print the item's amount."""
    return bool(item.heading and item.printed) and any(
        f" {place['label']}".endswith(f" {item.heading}") and place["printed"].startswith(item.printed)
        for place in places
    )


def _is_at(item: LineItem, boxes: Iterable[tuple[int, Sequence[float]]]) -> bool:
    own: Sequence[float] = item.box or ()
    return any(
        page == item.page and all(abs(one - other) <= SAME_CELL for one, other in zip(own, box, strict=True))
        for page, box in boxes
    )


def _picture(finding: Finding) -> MarkedPage | None:
    file = finding.file or (finding.table.file if finding.table else None) or finding.revision.files.first()
    page = finding.boxes[0][0] if finding.boxes else next(iter(finding.pages), None)
    boxes = [Box(*box) for number, box in finding.boxes if number == page]
    return marked_page(file, page, boxes[0] if boxes else None, boxes[1:], [])


def _pieces(finding: Finding, items: Sequence[LineItem]) -> tuple[PrintedPiece, ...]:
    if finding.table is None:
        return ()
    here = [item for item in items if item.table_id == finding.table_id]
    sources = {
        (item.row, item.column_number): item.pk
        for item in here
        if item.row is not None and item.column_number is not None
    }
    return tuple(printed_pieces(finding.table.grid, sources))
