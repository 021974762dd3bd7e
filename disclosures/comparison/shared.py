"""Say what a shared link shows: its selection, what it is pinned to, and the result."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import QueryDict

from disclosures.comparison import addresses
from disclosures.comparison.compare import compare
from disclosures.comparison.pinned import Pins
from disclosures.comparison.result import Comparison
from disclosures.comparison.selection import MoneyScale, Order, Selection
from disclosures.comparison.sort_columns import say_sorted_by
from disclosures.models import SharedComparison


def pins_of(link: SharedComparison) -> Pins | None:
    """Return what a link is pinned to; nothing for a live one."""
    return Pins(tuple(link.pinned_revisions), link.pinned_at) if link.pinned_at else None


def selection_of(link: SharedComparison) -> Selection:
    """Return what a link selects."""
    return Selection.from_query(QueryDict(link.query))


def as_read(link: SharedComparison, asked: QueryDict) -> Selection:
    """Return what a link selects, in the money unit and the order that a reader asks for; never anything else."""
    said = QueryDict(link.query, mutable=True)
    money, order = (addresses.last(asked, name, addresses.ANYTHING) for name in ("money", "order"))
    if money in MoneyScale.values:
        said["money"] = money
    if order in Order.values:
        said["order"], said["sort"] = order, addresses.last(asked, "sort", addresses.ANYTHING)
    return Selection.from_query(said)


def address_below(link: SharedComparison, selection: Selection) -> str:
    """Return how an address below a link's own asks for the money unit and the order of a selection."""
    own, shown = selection_of(link), Selection.from_query(QueryDict(selection.to_query()))
    said = {} if shown.money == own.money else {"money": shown.money.value}
    if (shown.order, shown.sorted_by) != (own.order, own.sorted_by):
        said["order"] = shown.order.value
        if shown.sorted_by is not None:
            said["sort"] = say_sorted_by(shown.sorted_by, shown.stages[0])
    return f"?{urlencode(said)}" if said else "./"


def result_of(link: SharedComparison, asked: QueryDict | None = None) -> Comparison:
    """Return what a link shows, in the order that a reader asks for where there is one."""
    return compare(selection_of(link) if asked is None else as_read(link, asked), pins_of(link))
