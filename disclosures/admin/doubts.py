"""Gather what is doubtful in a draft, the worst first, each doubt with its cells and the pictures of its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from disclosures.admin.doubt_cells import DoubtfulCell, cells_of, is_same
from disclosures.evidence import Box, Cell
from disclosures.ingest.printed_grids import grids_as_stored
from disclosures.ingest.publication import Matter, matter_of
from disclosures.ingest.remembered import asks_for_a_meaning
from disclosures.models import Finding, LineItem, Revision, RevisionFile, StatementTable
from disclosures.sources.pictures import MarkedPage, marked_page
from disclosures.tables.printed_grids import PrintedPiece, printed_pieces
from disclosures.vocabulary import Severity

# More pages than these are looked up in the file: each picture takes a moment to draw.
MOST_PICTURES = 6
# Stands for what is marked in a grid without being a line item.
_NO_ITEM = -1


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The pages of a table on which something is doubtful."""

    table: StatementTable
    pieces: tuple[PrintedPiece, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One open finding with all that is needed to settle it; the picture of the cell to be corrected comes first."""

    finding: Finding
    cells: tuple[DoubtfulCell, ...]
    pictures: tuple[MarkedPage, ...]
    tables: tuple[ShownTable, ...]

    @property
    def blocks(self) -> bool:
        """Tell whether it has to be settled before the draft is published."""
        return matter_of(self.finding) is not None

    @property
    def is_error(self) -> bool:
        """Tell whether something is wrong for sure: no single key may wave it through."""
        return self.finding.severity == Severity.ERROR

    @property
    def is_of_money(self) -> bool:
        """Tell whether an amount can be corrected, for which the unit matters."""
        return any(cell.unit for cell in self.cells)

    @property
    def asks_for_a_meaning(self) -> bool:
        """Tell whether the doubt ends once somebody says what its table or column is."""
        return asks_for_a_meaning(self.finding)


def open_findings(revision: Revision) -> list[Finding]:
    """Return what waits for an answer: what blocks publishing first, then errors, then doubts."""
    found = revision.findings.standing().needing_an_answer().answered_as("open").select_related("table", "file")
    matters, grave = [*Matter, None], list(Severity)
    return sorted(found, key=lambda one: (matters.index(matter_of(one)), grave.index(Severity(one.severity)), one.pk))


def doubt_of(finding: Finding) -> Doubt:
    """Return one finding with its cells, its pages and its tables."""
    cells = cells_of(finding)
    return Doubt(finding, cells, tuple(_pictures(finding, cells)), tuple(_tables(finding, cells)))


def _pictures(finding: Finding, cells: tuple[DoubtfulCell, ...]) -> Iterator[MarkedPage]:
    own = [cell.subject.page for cell in cells[:1]]
    named = [page for page, _box in finding.boxes] + [place["page"] for place in finding.places]
    pages = dict.fromkeys(page for page in [*own, *named] if page is not None) or dict.fromkeys(finding.pages[:1])
    for page in list(pages)[:MOST_PICTURES]:
        if picture := _picture(finding, cells, page):
            yield picture


def _picture(finding: Finding, cells: tuple[DoubtfulCell, ...], page: int) -> MarkedPage | None:
    """Return a page with what is named on it marked: strongly the first cell that can be corrected there."""
    here = [cell for cell in cells if cell.subject.page == page and cell.subject.box]
    boxes: list[Sequence[float]] = [cell.subject.box or () for cell in here]
    boxes += [box for number, box in finding.boxes if number == page]
    strong = boxes[0] if boxes else None
    others = [Box(*box) for box in boxes[1:] if not is_same(box, boxes[0])]
    return marked_page(_file(finding, here), page, Box(*strong) if strong else None, others, [])


def _file(finding: Finding, here: list[DoubtfulCell]) -> RevisionFile | None:
    tables = [cell.table for cell in here] + [finding.table]
    files = (table.file for table in tables if table is not None)
    return next(files, None) or finding.file or finding.revision.files.first()


def _tables(finding: Finding, cells: tuple[DoubtfulCell, ...]) -> Iterator[ShownTable]:
    tables = {table.pk: table for table in [*(cell.table for cell in cells), finding.table] if table is not None}
    for table in tables.values():
        marked = {**dict.fromkeys(_boxed(table, finding), _NO_ITEM), **_cells_in(table, cells)}
        pieces = printed_pieces(table.grid, marked)
        with_marks = [piece for piece in pieces if any(cell.source for row in piece.rows for cell in row)]
        yield ShownTable(table, tuple(with_marks or pieces))


def _cells_in(table: StatementTable, cells: tuple[DoubtfulCell, ...]) -> dict[tuple[int, int], int]:
    """Return the line items by their places in a table's grid."""
    items = [cell.subject for cell in cells if isinstance(cell.subject, LineItem)]
    return {
        (item.row, item.column_number): item.pk or _NO_ITEM
        for item in items
        if item.table_id == table.pk and item.row is not None and item.column_number is not None
    }


def _boxed(table: StatementTable, finding: Finding) -> Iterator[tuple[int, int]]:
    """Yield the places in a table's grid that lie in the boxes of a finding: single cells, or the cells of a row."""
    grids = grids_as_stored(table.grid)
    for grid, first in zip(grids, accumulate((len(one.rows) for one in grids), initial=0), strict=False):
        boxes = [Box(*box) for page, box in finding.boxes if page == grid.page]
        for row, printed in enumerate(grid.rows if boxes else ()):
            yield from ((first + row, at) for at, cell in enumerate(printed) if any(_lies_in(cell, b) for b in boxes))


def _lies_in(cell: Cell, box: Box) -> bool:
    if cell.box is None or not cell.text:
        return False
    across, down = (cell.box.x0 + cell.box.x1) / 2, (cell.box.top + cell.box.bottom) / 2
    return box.x0 <= across <= box.x1 and box.top <= down <= box.bottom
