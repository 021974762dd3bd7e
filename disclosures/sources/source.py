"""Gather what the view of one source shows: the figure, its place on the page, its filing, its corrections."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from disclosures.amounts import MoneyUnit, parse_number
from disclosures.evidence import Box
from disclosures.models import Correction, Figure, LineItem, PerformanceIndicator, Project, Revision, RevisionFile
from disclosures.models import StatementTable as Table
from disclosures.sources.neighbours import ALONE, Neighbours, neighbours_of
from disclosures.sources.pictures import MarkedPage, marked_page
from disclosures.sources.places import NOWHERE, Heading, Place, place_of

Text = Figure | PerformanceIndicator | Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One figure with all that leads back to where it was printed; ``subject`` is its row."""

    subject: LineItem | Text
    revision: Revision
    file: RevisionFile | None
    table: Table | None
    page: int | None
    picture: MarkedPage | None
    place: Place = NOWHERE
    neighbours: Neighbours = ALONE
    corrections: tuple[Correction, ...] = ()
    at: datetime | None = None

    @property
    def standing(self) -> dict[str, Correction]:
        """Return the corrections that nobody took back, by field; as it was ``at`` a moment where one is given."""
        return {one.field: one for one in self.corrections if one.stood(self.at)}

    @property
    def amount(self) -> Decimal | None:
        """Return the amount in yuan that counts: the corrected one, else the one read."""
        corrected = self.standing.get(Correction.Field.AMOUNT)
        return corrected.amount if corrected else getattr(self.subject, "amount", None)

    @property
    def heading(self) -> str:
        """Return the row's name that counts."""
        corrected = self.standing.get(Correction.Field.HEADING)
        return corrected.value if corrected else getattr(self.subject, "heading", "")


def source_of_item(item: LineItem, within: Collection[int] | None = None, at: datetime | None = None) -> Source:
    """Return the source of a line item.

    ``within`` says which other line items the visitor may step to, ``at`` of which moment the corrections are.
    """
    place = place_of(item)
    rows, columns = (_boxes(headings, item.page) for headings in (place.row_headings, place.column_headings))
    return Source(
        subject=item,
        revision=item.revision,
        file=item.table.file,
        table=item.table,
        page=item.page,
        picture=marked_page(item.table.file, item.page, _box(item.box), rows, columns),
        place=place,
        neighbours=neighbours_of(item, within),
        corrections=tuple(Correction.objects.of_item(item)),
        at=at,
    )


def source_of_text(subject: Text) -> Source:
    """Return the source of a figure in prose, an indicator or a project."""
    table = getattr(subject, "table", None)
    file = table.file if table else _only_file(subject)
    return Source(
        subject=subject,
        revision=subject.revision,
        file=file,
        table=table,
        page=subject.page,
        picture=marked_page(file, subject.page, _box(subject.box)),
    )


def printed_unit(item: LineItem) -> MoneyUnit:
    """Return the unit that an amount is printed in: the table's, unless the amount itself tells another."""
    named = MoneyUnit.named(item.table.money_unit)
    number, amount = parse_number(item.printed), item.amount
    told = [unit for unit in MoneyUnit if number and amount is not None and number * unit.value == amount]
    return named if named and (named in told or not told) else next(iter(told), MoneyUnit.YUAN)


def _only_file(subject: Text) -> RevisionFile | None:
    """Return the file that a text stands in, as far as that is known."""
    own = getattr(subject, "file", None)
    files = [own] if own else list(subject.revision.files.all()[:2])
    return files[0] if len(files) == 1 else None


def _box(stored: Sequence[float] | None) -> Box | None:
    return Box(*stored) if stored else None


def _boxes(headings: Sequence[Heading], page: int | None) -> list[Box]:
    return [heading.box for heading in headings if heading.box and heading.page == page]
