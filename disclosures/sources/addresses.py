"""Name the addresses of sources: in the site, or inside a shared link that opens nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse

from disclosures.comparison.measures import Measure
from disclosures.comparison.result import Cell, Comparison, Row


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where figures, pages and files open; ``share`` is the slug of the link that the visitor came by."""

    share: str = ""

    def source(self, line_item: int) -> str:
        """Return where a line item's cell is shown."""
        return self._named("source", line_item)

    def picture(self, file: int, page: int) -> str:
        """Return the picture of a page."""
        return self._named("page_picture", file, page)

    def original(self, file: int) -> str:
        """Return the file as filed."""
        return self._named("file", file)

    def cell(self, result: Comparison, row: Row, column: int) -> str:
        """Return where a figure of a comparison opens; nothing where it has no source."""
        cell = result.cell(row, column)
        if not cell.sources:
            return ""
        if is_printed(result, cell):
            return self.source(cell.sources[0])
        return f"{self.figures(result)}{quote(row.key)}.{column}"

    def figures(self, result: Comparison) -> str:
        """Return where the computed figures of a comparison open; ``<row>.<column>`` follows."""
        query = "" if self.share else f"{result.selection.to_query()}&"
        return f"{self._named('figure')}?{query}at="

    def _named(self, name: str, *arguments: int) -> str:
        if self.share:
            return reverse(f"disclosures:shared_{name}", args=[self.share, *arguments])
        return reverse(f"disclosures:{name}", args=arguments)


# A number that no address holds by chance.
_ANY = 10**17 + 3


def quickly(address: Callable[[int], str]) -> Callable[[int], str]:
    """Return what names the same addresses without the router: a page has thousands, which differ by a number."""
    before, after = address(_ANY).split(str(_ANY))
    return lambda number: f"{before}{number}{after}"


def is_printed(result: Comparison, cell: Cell) -> bool:
    """Tell whether a cell shows a printed amount itself, not one computed from several."""
    return result.selection.measure == Measure.AMOUNT and len(cell.sources) == 1
