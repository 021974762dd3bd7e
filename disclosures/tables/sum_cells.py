"""Write the sums over a comparison's units: each opens its parts, and says how many units gave them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from disclosures.comparison.arrangement import sorting_item, weight
from disclosures.comparison.display import cell_text
from disclosures.comparison.result import Comparison, Row
from disclosures.comparison.sums import Sum, SumColumn, Sums
from disclosures.sources.addresses import SUM, Addresses
from disclosures.tables.figure_cells import CellWriter
from disclosures.tables.money import correction_mark


class PlacedSum(NamedTuple):
    """A sum with where it stands: its row, and the number of its column among the sums."""

    sum: Sum
    row: Row
    number: int


class SumWriter:
    """Write one comparison's sums; ``addresses`` say where they open."""

    def __init__(self, result: Comparison, addresses: Addresses) -> None:
        self.measure, self.money = result.selection.measure, result.selection.money
        self.absent = CellWriter(result, addresses).absent
        self.figures = addresses.figures(result)

    def cells(self, placed: Iterable[PlacedSum]) -> SafeString:
        """Return sums as cells of a table."""
        return format_html_join("", '<td class="figure sum">{}</td>', ((self.html(one),) for one in placed))

    def html(self, placed: PlacedSum) -> SafeString:
        """Return one sum, which opens its parts; where it lacks some, it says so to the eye and to the ear."""
        summed, cell = placed.sum, placed.sum.cell
        shown = mark_safe(self.absent(cell)) if cell.value is None else cell_text(cell, self.measure, self.money)
        if not summed.parts:
            return format_html("{}", shown)
        address = f"{self.figures}{quote(placed.row.key)}.{SUM}{placed.number}"
        return format_html(
            '<a class="to-source" data-source href="{}">{}</a>{}{}',
            address,
            shown,
            correction_mark() if cell.corrected else "",
            format_html(' <small class="coverage">{}</small>', summed.coverage) if summed.is_partial else "",
        )


def shown_sums(sums: Sums, shown: Iterable[int]) -> list[tuple[int, SumColumn]]:
    """Return the columns of sums that add any column that is shown, with their numbers."""
    kept = set(shown)
    return [(number, column) for number, column in enumerate(sums.columns) if not kept.isdisjoint(column.numbers)]


def sorted_sums(sums: Sums, shown: Iterable[int]) -> list[tuple[int, SumColumn]]:
    """Return the sums that stand as rows above the units, in the order of the item that sorts the units below them."""
    found, result = shown_sums(sums, shown), sums.result
    item = sorting_item(result)
    row = next((row for row in result.rows if row.key == item), None)
    if row is None:
        return found
    return sorted(found, key=lambda one: weight(sums.at(row, one[1]).cell.value, result.selection.order))
