"""Find what a doubt can be corrected in: the cells, rows and sentences that its finding names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import MoneyUnit
from disclosures.ingest.printed_values import printed_value
from disclosures.ingest.unread_cells import unread_cells
from disclosures.models import Correction, Figure, Finding, LineItem, PerformanceIndicator, Project, StatementTable
from disclosures.models.corrected_fields import MONEY, NEVER_BLANK, CorrectedField
from disclosures.models.corrections import TARGETS, Subject, standing_corrections
from disclosures.sources.addresses import source_address
from disclosures.sources.finding_places import amount_of
from disclosures.sources.source import printed_unit
from disclosures.tables.topics import topic_label
from disclosures.vocabulary import FigureUnit

# Boxes are stored to a hundredth of a point; what is farther apart than this is another cell.
SAME_CELL = 0.5

_Field = CorrectedField
# What is likely wrong in a row that a rule doubts; any other field is corrected where its source is shown.
_OF_INDICATORS: Mapping[str, tuple[CorrectedField, ...]] = {
    "unread.indicator": (_Field.LEVEL3, _Field.TARGET),
    "performance.weights": (_Field.WEIGHT,),
    "performance.caption_weights": (_Field.WEIGHT,),
    "performance.score_range": (_Field.SCORE, _Field.WEIGHT),
    "performance.target_score": (_Field.ACTUAL, _Field.SCORE),
    "performance.full_score": (_Field.SCORE,),
    "performance.deviation": (_Field.DEVIATION_REASON,),
}
_OF_PROJECTS: Mapping[str, tuple[CorrectedField, ...]] = {
    "performance.funds": (_Field.APPROVED, _Field.REVISED, _Field.EXECUTED),
    "performance.execution_rate": (_Field.EXECUTION_RATE, _Field.REVISED, _Field.EXECUTED),
    "performance.fund_score": (_Field.EXECUTION_RATE, _Field.SCORE),
    "performance.total_score": (_Field.SCORE,),
}


@dataclass(frozen=True, slots=True)
class DoubtfulCell:
    """One value that a doubt is about; money is corrected in the unit that it is printed in.

    ``key`` tells it from the others: the line item's, or the place of a cell that is none as long as it is unread.
    """

    key: str
    subject: Subject
    field: CorrectedField
    unit: MoneyUnit | None
    current: Decimal | str | None

    @property
    def value(self) -> str:
        """Return the value that counts, as the clerk would type it."""
        if not isinstance(self.current, Decimal):
            return self.current or ""
        typed = format(self.current / (self.unit.value if self.unit else 1), "f")
        return typed.rstrip("0").rstrip(".") if "." in typed else typed

    @property
    def name(self) -> str:
        """Return what the row or sentence is called."""
        if isinstance(self.subject, LineItem):
            return self.subject.heading
        return topic_label(self.subject.topic) if isinstance(self.subject, Figure) else str(self.subject)

    @property
    def what(self) -> str:
        """Return which of the row's values it is."""
        return self.subject.column if isinstance(self.subject, LineItem) else str(self.field.label)

    @property
    def printed(self) -> str:
        """Return what the document prints there."""
        return printed_value(self.subject, self.field)

    @property
    def table(self) -> StatementTable | None:
        """Return the table that it stands in."""
        return getattr(self.subject, "table", None)

    @property
    def may_be_blank(self) -> bool:
        """Tell whether there may really be nothing in its place."""
        return self.field not in NEVER_BLANK

    @property
    def is_words(self) -> bool:
        """Tell whether words are typed rather than a number."""
        return self.unit is None and isinstance(self.current, str)

    @property
    def other_fields_at(self) -> str:
        """Return where the row's other values are corrected; nothing where it has only this one."""
        has_more = isinstance(self.subject, PerformanceIndicator | Project)
        return source_address(self.subject) if has_more else ""


def cells_of(finding: Finding) -> tuple[DoubtfulCell, ...]:
    """Return what a finding names: the cells of tables first, then rows of indicators and projects, then sentences."""
    items = _items(finding)
    standing = standing_corrections(items)
    found = [line_item_cell(item, standing.get(item.pk, {}).get(_Field.AMOUNT)) for item in items]
    found = found or [DoubtfulCell(one.key, one.item, _Field.AMOUNT, one.unit, None) for one in unread_cells(finding)]
    return (*found, *_rows(finding), *_sentences(finding))


def line_item_cell(item: LineItem, correction: Correction | None) -> DoubtfulCell:
    """Return the amount of a line item, as it was corrected."""
    amount = correction.amount if correction else item.amount
    return DoubtfulCell(str(item.pk), item, _Field.AMOUNT, printed_unit(item), amount)


def is_same(one: Sequence[float], other: Sequence[float]) -> bool:
    """Tell whether two boxes are of the same cell."""
    return all(abs(a - b) <= SAME_CELL for a, b in zip(one, other, strict=True))


def _items(finding: Finding) -> list[LineItem]:
    """Return the line items that a finding points at: by their boxes, or by name and print where there are none."""
    items = finding.revision.line_items.select_related("table__file", "revision__disclosure")
    if finding.boxes:
        near = items.filter(page__in=[page for page, _box in finding.boxes])
        return [item for item in near if _is_at(item, finding.boxes)]
    if finding.table_id is None:
        return []
    return [item for item in items.filter(table=finding.table_id) if _is_named(item, finding.places)]


def _is_named(item: LineItem, places: Iterable[Mapping[str, str]]) -> bool:
    """Tell whether a place's label is a line item's name, perhaps after its code, and its print the item's amount."""
    return bool(item.heading and item.printed) and any(
        f" {place['label']}".endswith(f" {item.heading}") and place["printed"].startswith(item.printed)
        for place in places
    )


def _is_at(row: Subject, boxes: Iterable[tuple[int, Sequence[float]]]) -> bool:
    own: Sequence[float] = row.box or ()
    return bool(own) and any(page == row.page and is_same(own, box) for page, box in boxes)


def _rows(finding: Finding) -> Iterator[DoubtfulCell]:
    """Yield what is likely wrong in the rows of indicators and projects that a finding points at."""
    pages = [page for page, _box in finding.boxes]
    indicators = finding.revision.indicators.select_related("table__file", "revision__disclosure").on_pages(pages)
    projects = finding.revision.projects.select_related("table__file", "revision__disclosure").on_pages(pages)
    rows = [row for row in [*indicators, *projects] if _is_at(row, finding.boxes)] or _only_project(finding, projects)
    for row in rows:
        fields = _OF_INDICATORS if isinstance(row, PerformanceIndicator) else _OF_PROJECTS
        yield from (_row_cell(row, field) for field in fields.get(finding.code, ()))


def _only_project(finding: Finding, projects: Iterable[Project]) -> list[PerformanceIndicator | Project]:
    """Return the project of the form whose cells a finding names, where the form is about no other."""
    own = [one for one in projects if one.table_id is not None and one.table_id == finding.table_id]
    return [*own] if len(own) == 1 else []


def _row_cell(row: PerformanceIndicator | Project, field: CorrectedField) -> DoubtfulCell:
    key = f"{TARGETS[type(row)]}-{row.pk}-{field.value}"
    return DoubtfulCell(key, row, field, printed_unit(row) if field in MONEY else None, getattr(row, field))


def _sentences(finding: Finding) -> Iterator[DoubtfulCell]:
    """Yield the figures of the text that a finding names: a sentence holds several, so they are told by their value."""
    figures = list(finding.revision.figures.select_related("file").on_pages([page for page, _box in finding.boxes]))
    for place in finding.places:
        spot = [(place["page"], place["box"])] if place["box"] else []
        named = (
            one for one in figures if _is_at(one, spot) and amount_of(one.value) == amount_of(place["printed"]) != ""
        )
        if (figure := next(named, None)) is not None:
            yield _figure_cell(figure)


def _figure_cell(figure: Figure) -> DoubtfulCell:
    printed = printed_value(figure, _Field.VALUE)
    units = (unit for unit in sorted(MoneyUnit, key=lambda one: -one.value) if printed.endswith(unit.label))
    unit = next(units, MoneyUnit.YUAN) if figure.unit == FigureUnit.YUAN else None
    return DoubtfulCell(f"figure-{figure.pk}-value", figure, _Field.VALUE, unit, Decimal(figure.value))
