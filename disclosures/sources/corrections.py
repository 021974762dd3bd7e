"""Say in words what a correction changed, of what, and in which office; the ledger and its sheets show the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from disclosures.amounts import MoneyUnit
from disclosures.ingest.printed_values import money_unit_of
from disclosures.models import Correction, Figure
from disclosures.models.corrected_fields import MONEY
from disclosures.sources.addresses import source_address
from disclosures.vocabulary import FigureUnit

# An amount has its two decimals unless its document prints more.
_CENTS = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCorrection:
    """A correction as it is listed; ``person`` is for the staff alone."""

    number: int
    made_at: datetime
    unit: str
    disclosure: str
    year: int
    table: str
    page: int | None
    name: str
    field: str
    printed: str
    value: str
    cause: str
    cause_label: str
    reason: str
    office: str
    person: str
    reverted_at: datetime | None
    source: str


def shown_corrections(corrections: Iterable[Correction], *, names: bool) -> list[ShownCorrection]:
    """Return corrections as they are listed, with the names of people where they are asked for."""
    return [_shown(one, names) for one in corrections]


def corrected_text(correction: Correction) -> str:
    """Return a corrected value as people read it: an amount in the unit that its table prints."""
    return _said(correction, correction.value, correction.amount)


def printed_text(correction: Correction) -> str:
    """Return what is printed; what was read where the printing of a number is not known."""
    if correction.printed or not correction.read:
        return correction.printed or _("（空白）")
    return _said(correction, correction.read, Decimal(correction.read) if correction.field in MONEY else None)


def office_of(person: Any) -> str:
    """Return in which office a person corrects: the units answered for, and the group; never a name."""
    if person is None:
        return ""
    units = "、".join(str(one.unit) for one in person.responsibilities.all())
    groups = "、".join(group.name for group in person.groups.all()) or (_("管理员") if person.is_superuser else "")
    return " ".join(part for part in (units, groups) if part) or _("本站")


def _shown(correction: Correction, names: bool) -> ShownCorrection:
    subject, filed = correction.subject, correction.revision.disclosure
    table = None if isinstance(subject, Figure) else subject.table
    return ShownCorrection(
        number=correction.pk,
        made_at=correction.made_at,
        unit=str(filed.unit),
        disclosure=str(filed),
        year=filed.fiscal_year_id,
        table=str(table) if table else _("文字说明"),
        page=subject.page,
        name=subject.sentence if isinstance(subject, Figure) else correction.subject_name,
        field=str(correction.get_field_display()),
        printed=printed_text(correction),
        value=corrected_text(correction),
        cause=correction.cause,
        cause_label=str(correction.get_cause_display()),
        reason=correction.reason,
        office=office_of(correction.made_by),
        person=str(correction.made_by or "") if names else "",
        reverted_at=correction.reverted_at,
        source=source_address(subject),
    )


def _said(correction: Correction, text: str, amount: Decimal | None) -> str:
    """Return a value in words; what is empty is blank, never nought."""
    if correction.field in MONEY:
        return _("（空白）") if amount is None else _money(amount, money_unit_of(correction.subject))
    if not text:
        return _("（空白）")
    if isinstance(correction.subject, Figure):
        return _counted(Decimal(text), correction.subject, correction.printed)
    return f"{text}%" if correction.field == Correction.Field.EXECUTION_RATE else text


def _money(amount: Decimal, unit: MoneyUnit) -> str:
    exact = (amount / unit.value).normalize()
    shown = exact if exact.as_tuple().exponent < -2 else exact.quantize(_CENTS)  # type: ignore[operator]
    return f"{shown:,f} {unit.label}"


def _counted(number: Decimal, figure: Figure, printed: str) -> str:
    """Return a figure of the text in the unit that its sentence prints."""
    if figure.unit == FigureUnit.YUAN:
        named = [unit for unit in MoneyUnit if printed.endswith(unit.label)]
        return _money(number, max(named, key=lambda unit: len(unit.label), default=MoneyUnit.YUAN))
    return f"{number:,f}%" if figure.unit == FigureUnit.PERCENT else f"{number:,f}"
