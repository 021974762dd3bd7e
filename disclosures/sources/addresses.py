"""Name the addresses of sources: in the site, or inside a shared link that opens nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse

from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.result import Cell, Comparison, Row
from disclosures.models import LineItem
from disclosures.models.corrections import TARGETS, Subject


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where figures, pages and files open; ``share`` is the slug of the link that the visitor came by."""

    share: str = ""

    def source(self, line_item: int) -> str:
        """Return where a line item's cell is shown."""
        return self._named("source", line_item)

    def text(self, kind: str, pk: int) -> str:
        """Return where a project or an indicator is shown."""
        return self._named("text_source", kind, pk)

    def picture(self, file: int, page: int) -> str:
        """Return the picture of a page."""
        return self._named("page_picture", file, page)

    def original(self, file: int) -> str:
        """Return the file as filed."""
        return self._named("file", file)

    def cell(self, result: Comparison, row: Row, column: int) -> str:
        """Return where a figure of a comparison opens; nothing where it has no source."""
        cell = result.cell(row, column)
        if not cell.sources and not cell.texts:
            return ""
        if is_printed(result, cell):
            return self.text(*cell.texts[0]) if cell.texts else self.source(cell.sources[0])
        return f"{self.figures(result)}{quote(row.key)}.{column}"

    def figures(self, result: Comparison) -> str:
        """Return where the computed figures of a comparison open; ``<row>.<column>`` follows."""
        query = "" if self.share else f"{result.selection.to_query()}&"
        return f"{self._named('figure')}?{query}at="

    def _named(self, name: str, *arguments: int | str) -> str:
        if self.share:
            return reverse(f"disclosures:shared_{name}", args=[self.share, *arguments])
        return reverse(f"disclosures:{name}", args=arguments)


def source_address(subject: Subject) -> str:
    """Return where it is shown what a row was read from."""
    if isinstance(subject, LineItem):
        return reverse("disclosures:source", args=[subject.pk])
    return reverse("disclosures:text_source", args=[TARGETS[type(subject)], subject.pk])


# A verdict is said of what is printed in one place.
AS_PRINTED = (Measure.AMOUNT, Measure.VERDICT)
# What stands before the number of a column of sums.
SUM = "s"


# A number that no address holds by chance.
_ANY = 10**17 + 3


def quickly(address: Callable[[int], str]) -> Callable[[int | str], str]:
    """Return what names the same addresses without the router: a page has thousands, which differ by a number.

    A project's or an indicator's address has its kind before the number.
    """
    before, after = around(address)
    return lambda place: f"{before}{place}{after}"


def around(address: Callable[[int], str]) -> tuple[str, str]:
    """Return what stands before and after the number in addresses."""
    before, after = address(_ANY).split(str(_ANY))
    return before, after


def is_printed(result: Comparison, cell: Cell) -> bool:
    """Tell whether a cell shows what is printed in one place, not something computed or counted."""
    selection = result.selection
    as_printed = selection.measure in AS_PRINTED and selection.dimension != Dimension.PERFORMANCE
    return as_printed and len(cell.sources) + len(cell.texts) == 1
