"""Find what a disclosure prints as carried in and out beside a year's revenue and expenditure."""

from __future__ import annotations

from collections.abc import Sequence

from disclosures.amounts import from_fen
from disclosures.comparison.result import Cell, CellState, Comparison
from disclosures.comparison.stages import PRINTED
from disclosures.models import LineItem
from disclosures.vocabulary import Fund, Item, TableKind

FLOWING_IN = (Item.CARRIED_IN, Item.SURPLUS_USED)
FLOWING_OUT = (Item.SURPLUS_DISTRIBUTED, Item.CARRIED_OUT)
_SAID: Sequence[str] = ("item", "id", "page", "amount_fen", "correction__id", "correction__value_fen")


def balances(result: Comparison, items: Sequence[Item]) -> list[tuple[str, Cell]]:
    """Return the amounts above 0 that the first column's revision prints of items, of all funds together."""
    column = result.columns[0]
    found = (
        LineItem.objects.filter(
            revision=column.revision,
            table__kind=TableKind.REVENUE_EXPENDITURE,
            phase=PRINTED[column.stage].phase,
            fund=Fund.ALL,
            item__in=items,
            function="",
        )
        .as_corrected(result.pins.at if result.pins else None)
        .order_by("-pk")
        .values_list(*_SAID)
    )
    cells = {Item(item): _cell(*said) for item, *said in found}
    return [(str(item.label), cells[item]) for item in items if item in cells and (cells[item].amount or 0) > 0]


def _cell(pk: int, page: int | None, fen: int | None, correction: int | None, corrected: int | None) -> Cell:
    amount = from_fen(fen if correction is None else corrected)
    return Cell(CellState.PRINTED, amount, amount, line_item=pk, page=page, sources=(pk,))
