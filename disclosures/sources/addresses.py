"""Name the addresses of sources: in the site, or inside a shared link that opens nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

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
        place = urlencode({"at": f"{row.key}.{column}"})
        if self.share:
            return f"{self._named('figure')}?{place}"
        return f"{self._named('figure')}?{result.selection.to_query()}&{place}"

    def _named(self, name: str, *arguments: int) -> str:
        if self.share:
            return reverse(f"disclosures:shared_{name}", args=[self.share, *arguments])
        return reverse(f"disclosures:{name}", args=arguments)


def is_printed(result: Comparison, cell: Cell) -> bool:
    """Tell whether a cell shows a printed amount itself, not one computed from several."""
    return result.selection.measure == Measure.AMOUNT and len(cell.sources) == 1
