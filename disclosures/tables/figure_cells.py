"""Write the figures of a comparison as markup: plain strings, since a page may hold ten thousand of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from disclosures.comparison.display import cell_reason, cell_text
from disclosures.comparison.measures import Measure
from disclosures.comparison.result import Cell, Comparison, Row
from disclosures.sources.addresses import Addresses, quickly
from disclosures.tables.money import correction_mark


class CellWriter:
    """Write one comparison's cells; ``addresses`` say where its figures open."""

    def __init__(self, result: Comparison, addresses: Addresses) -> None:
        self.measure, self.money = result.selection.measure, result.selection.money
        self.source = quickly(lambda number: escape(addresses.source(number)))
        self.derived = escape(addresses.figures(result))
        self.absent = cache(self._absent)
        self.on_page = cache(_on_page)

    def cells(self, places: Iterable[tuple[Cell, Row, int]]) -> SafeString:
        """Return cells of a table."""
        written = (f'<td class="figure">{self.text(cell, row, column)}</td>' for cell, row, column in places)
        return mark_safe("".join(written))

    def html(self, cell: Cell, row: Row, column: int) -> SafeString:
        """Return one figure."""
        return mark_safe(self.text(cell, row, column))

    def text(self, cell: Cell, row: Row, column: int) -> str:
        """Return a figure that opens its source, or the sign of why there is none with its reason for eye and ear.

        Nothing in it needs escaping but the words about absence: the rest are numbers, keys and our own addresses.
        """
        absent = cell.value is None
        shown = self.absent(cell._replace(**SAME)) if absent else cell_text(cell, self.measure, self.money)
        if not cell.sources:
            return shown
        printed = self.measure == Measure.AMOUNT and len(cell.sources) == 1
        address = self.source(cell.sources[0]) if printed else f"{self.derived}{quote(row.key)}.{column}"
        link = f'<a class="to-source" data-source data-item="{cell.line_item}" href="{address}"'
        mark = correction_mark() if cell.corrected else ""
        return f'{link} title="{self.on_page(cell.page)}">{shown}</a>{mark}'

    def _absent(self, cell: Cell) -> str:
        return format_html(
            '<span class="absent" title="{0}"><span aria-hidden="true">{1}</span>'
            '<span class="visually-hidden">{0}</span></span>',
            cell_reason(cell),
            cell_text(cell, self.measure, self.money),
        )


# What tells absent cells apart, but not what they show.
SAME: Mapping[str, Any] = {
    **{"amount": None, "against": None, "line_item": None, "page": None, "table": None},
    "sources": (),
}


def _on_page(page: int | None) -> str:
    return escape(_("原文第%(page)d页") % {"page": page}) if page else ""
