"""Gather what the view of one source shows: the figure, its place on the page, its filing, its corrections."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from disclosures.amounts import MoneyUnit, parse_number
from disclosures.comparison.result import CellState
from disclosures.evidence import Box
from disclosures.ingest.printed_values import money_unit_of
from disclosures.models import (
    Correction,
    Figure,
    LineItem,
    PerformanceIndicator,
    Project,
    Revision,
    RevisionFile,
    Section,
)
from disclosures.models import StatementTable as Table
from disclosures.models.corrections import Subject
from disclosures.sources.neighbours import ALONE, Neighbours, neighbours_of
from disclosures.sources.pictures import MarkedPage, marked_page
from disclosures.sources.places import NOWHERE, Heading, Place, place_of, place_of_words
from disclosures.vocabulary import FactState

Text = Figure | PerformanceIndicator | Project
# How many characters of its passage are shown before and after a sentence.
AROUND_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence that a figure was read from, with what the text says before and after it."""

    before: str
    sentence: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One figure with all that leads back to where it was printed; ``subject`` is its row.

    Of a file without pages, ``place`` is its cell in the printed table, ``passage`` its sentence in the text.
    """

    subject: LineItem | Text
    revision: Revision
    file: RevisionFile | None
    table: Table | None
    page: int | None
    picture: MarkedPage | None
    place: Place = NOWHERE
    neighbours: Neighbours = ALONE
    passage: Passage | None = None
    corrections: tuple[Correction, ...] = ()
    at: datetime | None = None

    @property
    def standing(self) -> dict[str, Correction]:
        """Return the corrections that nobody took back, by field; as it was ``at`` a moment where one is given."""
        return {one.field: one for one in self.corrections if one.stood(self.at)}

    @property
    def words(self) -> str:
        """Return what is marked on the page, in its own words."""
        return self.subject.sentence if isinstance(self.subject, Figure) else str(self.subject)

    @property
    def amount(self) -> Decimal | None:
        """Return the amount in yuan that counts: the corrected one, else the one read."""
        corrected = self.standing.get(Correction.Field.AMOUNT)
        return corrected.amount if corrected else getattr(self.subject, "amount", None)

    @property
    def missing(self) -> CellState:
        """Return why there is no amount: digits that could not be read are no blank."""
        unread = getattr(self.subject, "state", "") == FactState.UNREAD and Correction.Field.AMOUNT not in self.standing
        return CellState.NOT_READ if unread else CellState.BLANK

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
        corrections=tuple(Correction.objects.of_subject(item)),
        at=at,
    )


def source_of_text(subject: Text) -> Source:
    """Return the source of a figure in prose, an indicator or a project."""
    table = getattr(subject, "table", None)
    file = table.file if table else _only_file(subject)
    picture = marked_page(file, subject.page, _box(subject.box))
    return Source(
        subject=subject,
        revision=subject.revision,
        file=file,
        table=table,
        page=subject.page,
        picture=picture,
        place=place_of_words(table.grid, _words_of(subject)) if table and picture is None else NOWHERE,
        passage=_passage(subject) if isinstance(subject, Figure) and picture is None else None,
        corrections=tuple(Correction.objects.of_subject(subject)),
    )


def printed_unit(item: Subject) -> MoneyUnit:
    """Return the unit that an amount is printed in: the table's, unless the amount itself tells another."""
    if not isinstance(item, LineItem):
        return money_unit_of(item)
    named = MoneyUnit.named(item.table.money_unit)
    number, amount = parse_number(item.printed), item.amount
    told = [unit for unit in MoneyUnit if number and amount is not None and number * unit.value == amount]
    return named if named and (named in told or not told) else next(iter(told), MoneyUnit.YUAN)


def _words_of(subject: Text) -> list[str]:
    """Return what the row of a project or an indicator prints, its name first."""
    if isinstance(subject, PerformanceIndicator):
        return [subject.reading("level3"), subject.reading("target"), subject.reading("actual")]
    return [subject.reading("name")] if isinstance(subject, Project) else []


def _passage(figure: Figure) -> Passage | None:
    """Return a figure's sentence in its passage; nothing where the text was not kept."""
    section = Section.objects.of_revisions([figure.revision_id]).filter(text__contains=figure.sentence).first()
    if section is None or not figure.sentence:
        return None
    before, _sentence, after = section.text.partition(figure.sentence)
    return Passage(before[-AROUND_SENTENCE:], figure.sentence, after[:AROUND_SENTENCE])


def _only_file(subject: Text) -> RevisionFile | None:
    """Return the file that a text stands in, as far as that is known."""
    own = getattr(subject, "file", None)
    files = [own] if own else list(subject.revision.files.all()[:2])
    return files[0] if len(files) == 1 else None


def _box(stored: Sequence[float] | None) -> Box | None:
    return Box(*stored) if stored else None


def _boxes(headings: Sequence[Heading], page: int | None) -> list[Box]:
    return [heading.box for heading in headings if heading.box and heading.page == page]
