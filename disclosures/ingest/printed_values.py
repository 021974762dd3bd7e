"""Find how a document prints a value that is kept as a number: in its row of the table, or in its sentence."""

from __future__ import annotations

import re
from decimal import Decimal

from disclosures.amounts import MoneyUnit, parse_amount, parse_number
from disclosures.evidence import Box
from disclosures.ingest.printed_grids import grids_as_stored
from disclosures.models import Figure, LineItem, PerformanceIndicator, Project
from disclosures.models.correctable import Correctable
from disclosures.models.corrected_fields import MONEY, NUMBERS, CorrectedField
from disclosures.vocabulary import FigureUnit

_UNITS = "|".join(sorted((unit.label for unit in MoneyUnit), key=len, reverse=True))
_NUMBER = re.compile(rf"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>{_UNITS}|%|％)?")


def printed_value(subject: LineItem | Correctable, field: CorrectedField) -> str:
    """Return what a document prints for a field of a row; nothing where that cannot be told."""
    if isinstance(subject, LineItem):
        return subject.printed if field == CorrectedField.AMOUNT else subject.heading
    if isinstance(subject, Figure):
        return _in_sentence(subject)
    if field in MONEY | NUMBERS:
        return _in_row(subject, field) if isinstance(subject, (Project, PerformanceIndicator)) else ""
    return str(subject.reading(field))


def money_unit_of(subject: LineItem | Correctable) -> MoneyUnit:
    """Return the unit that the table of a row names, else yuan."""
    table = getattr(subject, "table", None)
    return (MoneyUnit.named(table.money_unit) if table else None) or MoneyUnit.YUAN


def _in_row(subject: Project | PerformanceIndicator, field: CorrectedField) -> str:
    """Return the cell that holds a number: of the row, or of the whole form where it is about one project alone."""
    read, unit = subject.reading(field), money_unit_of(subject)
    if read is None or subject.table is None:
        return ""
    anywhere = ""
    for grid in grids_as_stored(subject.table.grid):
        for cell in (cell for row in grid.rows for cell in row):
            said = parse_amount(cell.text, unit) if field in MONEY else parse_number(cell.text.rstrip("%％分"))
            if said != read:
                continue
            if grid.page == subject.page and _stands_in(cell.box, subject.box):
                return cell.text.strip()
            anywhere = anywhere or cell.text.strip()
    return anywhere if isinstance(subject, Project) and subject.table.projects.count() == 1 else ""


def _stands_in(cell: Box | None, row: list[float] | None) -> bool:
    """Tell whether a cell stands at the height of a row; in files without pages all stand nowhere."""
    if cell is None or row is None:
        return cell is None and row is None
    return row[1] - 1 <= (cell.top + cell.bottom) / 2 <= row[3] + 1


def _in_sentence(figure: Figure) -> str:
    """Return the number of a sentence that was read as the figure, with its unit; else the whole sentence."""
    wanted = abs(Decimal(figure.reading(CorrectedField.VALUE)))
    for found in _NUMBER.finditer(figure.sentence):
        number = Decimal(found["number"].replace(",", ""))
        money = MoneyUnit.named(found["unit"])
        value = number * money.value if money and figure.unit == FigureUnit.YUAN else number
        if value == wanted:
            return found[0].strip()
    return figure.sentence
