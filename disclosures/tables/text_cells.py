"""Write the cells of projects and indicators: numbers with their signs, words as printed, each with its source."""

from __future__ import annotations

from urllib.parse import quote

from django.utils.html import escape, format_html

from disclosures.comparison.display import cell_reason
from disclosures.comparison.result import Cell, Comparison, Row
from disclosures.sources.addresses import Addresses, is_printed
from disclosures.tables.figure_cells import CellWriter
from disclosures.tables.money import correction_mark


class TextCellWriter(CellWriter):
    """Write a comparison whose figures come from projects and indicators."""

    def __init__(self, result: Comparison, addresses: Addresses) -> None:
        super().__init__(result, addresses)
        self.result = result

    def text(self, cell: Cell, row: Row, column: int) -> str:
        """Return a cell as its text, which opens its source; a group's count opens nothing."""
        if not cell.text and not cell.texts:
            return super().text(cell, row, column)
        shown = self._said(cell) if cell.text else super().text(cell._replace(texts=(), sources=()), row, column)
        if not cell.texts:
            return shown
        printed = is_printed(self.result, cell)
        item = cell.place if printed else ""
        address = self.source(f"{cell.place}") if printed else f"{self.derived}{quote(row.key)}.{column}"
        mark = correction_mark() if cell.corrected else ""
        link = f'<a class="to-source" data-source data-item="{item}" href="{address}"'
        return f'{link} title="{self.on_page(cell.page)}">{shown}</a>{mark}'

    @staticmethod
    def _said(cell: Cell) -> str:
        """Return what a cell says in words, with why they count nothing for eye and ear; groups all count nothing."""
        reason = cell_reason(cell) if cell.texts else ""
        if not reason:
            return f'<span class="said">{escape(cell.text)}</span>'
        return format_html(
            '<span class="said" title="{0}">{1}<span class="visually-hidden">（{0}）</span></span>', reason, cell.text
        )
