"""Name the addresses of sources in templates, and set their amounts; `addresses` is in the page's context."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template
from django.contrib.auth.models import User
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from disclosures.comparison.display import money_text
from disclosures.comparison.selection import MoneyScale
from disclosures.models import Correction
from disclosures.models.correctable import Correctable
from disclosures.sources.corrections import corrected_text, office_of, printed_text
from disclosures.sources.pictures import MarkedPage
from disclosures.tables.money import correction_mark as mark
from disclosures.tables.money import field_mark as mark_of_fields
from disclosures.tables.printed_grids import PrintedCell

register = template.Library()

# As wide as a character, so that the mark of a blank cell can be seen.
EMPTY = "\u3000"


@register.simple_tag(takes_context=True)
def source_url(context: Context, line_item: int) -> str:
    """Return where a line item's cell is shown."""
    address: str = context["addresses"].source(line_item)
    return address


@register.simple_tag(takes_context=True)
def text_url(context: Context, kind: str, pk: int) -> str:
    """Return where a figure in the text, a project or an indicator is shown."""
    address: str = context["addresses"].text(kind, pk)
    return address


@register.simple_tag(takes_context=True)
def file_url(context: Context, file: int) -> str:
    """Return the file as filed."""
    address: str = context["addresses"].original(file)
    return address


@register.simple_tag(takes_context=True)
def picture_url(context: Context, picture: MarkedPage) -> str:
    """Return the picture of a page."""
    address: str = context["addresses"].picture(picture.file.pk, picture.page)
    return address


@register.simple_tag
def printed_cell(cell: PrintedCell) -> SafeString:
    """Show a printed cell without breaks around it: an amount opens its source, a sought one is marked."""
    if cell.role == "cell":
        return format_html("<mark>{}</mark>", cell.text or EMPTY)
    if cell.source is None or not cell.text:
        return format_html("{}", cell.text)
    address = reverse("disclosures:source", args=[cell.source])
    return format_html('<a class="to-source" data-source href="{}">{}</a>', address, cell.text)


@register.simple_tag
def correction_mark(printed: str = "") -> SafeString:
    """Show the sign of a corrected figure or name."""
    return mark(printed)


@register.simple_tag
def field_mark(row: Correctable, *fields: str) -> SafeString:
    """Show the sign of a corrected field of a project, an indicator or a figure; nothing where none was corrected."""
    return mark_of_fields(row, *fields)


@register.filter
def corrected(correction: Correction) -> str:
    """Return a corrected value as people read it."""
    return corrected_text(correction)


@register.filter
def was_printed(correction: Correction) -> str:
    """Return what a correction takes the place of."""
    return printed_text(correction)


@register.filter
def made_by(correction: Correction, reader: Any) -> str:
    """Return in which office a correction was made; for the staff, by whom."""
    return _who(correction.made_by, reader)


@register.filter
def reverted_by(correction: Correction, reader: Any) -> str:
    """Return in which office a correction was taken back; for the staff, by whom."""
    return _who(correction.reverted_by, reader)


def _who(person: User | None, reader: Any) -> str:
    office = office_of(person)
    return f"{office} {person}".strip() if person and getattr(reader, "is_staff", False) else office


@register.filter
def yuan(amount: Decimal) -> str:
    """Return an amount in yuan, whatever unit the page is set to: it is what was read."""
    return f"{money_text(amount, MoneyScale.YUAN)} {MoneyScale.YUAN.label}"
