"""Lead from a column's heading to the table sorted by it: from large to small, then turned round, then as listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from disclosures.comparison.arrangement import have_order, is_turned, sorting_item
from disclosures.comparison.ordering import can_sort_rows, sorting_column
from disclosures.comparison.result import Comparison
from disclosures.comparison.selection import Order, Selection
from disclosures.comparison.sort_columns import SortedBy, say_sorted_by

# Where a page shows a selection of its own in another order.
AddressOf = Callable[[Selection], str]

# What a column is sorted by → what its heading does next, and how it says what it is now.
_NEXT = {Order.LISTED: Order.LARGEST, Order.LARGEST: Order.SMALLEST, Order.SMALLEST: Order.LISTED}
_DIRECTIONS = {Order.LISTED: "", Order.LARGEST: "descending", Order.SMALLEST: "ascending"}
_ARROWS = {
    direction: format_html('<span class="sort-arrow" aria-hidden="true">{}</span>', sign)
    for direction, sign in (("descending", "▼"), ("ascending", "▲"))
}
_WORDS = {
    Order.LISTED: gettext_lazy("恢复原来的次序"),
    Order.LARGEST: gettext_lazy("按此列从大到小排列"),
    Order.SMALLEST: gettext_lazy("按此列从小到大排列"),
}
# A key that no row has: an address is written once, and each heading puts its own column there.
_ANY = "_" * 40


def in_address(selection: Selection) -> str:
    """Return the address of a page that is a selection and nothing else."""
    return f"?{selection.to_query()}"


@dataclass(frozen=True, slots=True)
class SortLink:
    """A heading's link: where it leads, what that does, and in which direction the column is sorted now.

    The page opens again at the heading, which ``anchor`` names: it may be far to the right in a wide table.
    """

    anchor: str
    query: str
    words: str
    direction: str = ""

    @property
    def address(self) -> str:
        """Return where the link leads."""
        return f"{self.query}#{self.anchor}"

    @property
    def state(self) -> SafeString:
        """Return the attributes of the heading: its name, and the direction for those who do not see the arrow."""
        sorted_now = format_html(' aria-sort="{}"', self.direction) if self.direction else ""
        return format_html('id="{}"{}', self.anchor, sorted_now)

    def html(self, heading: str) -> SafeString:
        """Return the heading as a link, with the arrow before it, so that digits below each other stay in line."""
        arrow = _ARROWS.get(self.direction, "")
        return format_html('<a class="sort" href="{}" title="{}">{}{}</a>', self.address, self.words, arrow, heading)


class SortLinks:
    """Make the links of one result's headings; there are none where its values have no order."""

    def __init__(self, result: Comparison, address_of: AddressOf) -> None:
        self.selection, self._address_of = result.selection, address_of
        turned = is_turned(result)
        self.can_sort = turned or can_sort_rows(result)
        self._now: SortedBy | None = sorting_item(result) if turned else sorting_column(result)
        largest = address_of(self.selection.changed(order=Order.LARGEST, sorted_by=_ANY))
        self._before, _any, self._after = largest.partition(_ANY)

    def to(self, column: SortedBy, values: Iterable[Decimal | None]) -> SortLink | None:
        """Return a column's link; none where no value of it could be sorted."""
        if not self.can_sort or not have_order(values):
            return None
        now = self.selection.order if column == self._now else Order.LISTED
        then = _NEXT[now]
        named = say_sorted_by(column, self.selection.stages[0])
        query = f"{self._before}{named}{self._after}"
        if now != Order.LISTED:
            query = self._address_of(self.selection.changed(order=then, sorted_by=column))
        return SortLink(f"by-{named}", query, str(_WORDS[then]), _DIRECTIONS[now])
