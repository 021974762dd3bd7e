"""What units spent by functional class, and its comparison in some order."""

from __future__ import annotations

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import Level, Order
from disclosures.comparison.sort_columns import SortedBy
from disclosures.models import Unit


def spent(amounts: dict[str, int | None]) -> dict[str, list[dict[str, object]]]:
    rows = [{"function": code, "item": "" if code else "total", "amount": value} for code, value in amounts.items()]
    return {"expenditure": rows}


def asked(units: tuple[Unit, ...], column: SortedBy | None, order: Order = Order.LARGEST, **more: object) -> Comparison:
    chosen = Selection(units=tuple(unit.pk for unit in units), years=(2024,), dimension=Dimension.FUNCTIONAL)
    return compare(chosen.changed(**{"level": Level.ITEM, "order": order, "sorted_by": column, **more}))
