"""Find the table cells that print what a topic of the prose is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from disclosures.extraction.readings import Fact
from disclosures.vocabulary import Direction, Fund, Item, Nature, TableKind

Wanted = Callable[[Fact], bool]

_SUMMARIES = frozenset({TableKind.REVENUE_EXPENDITURE, TableKind.REVENUE, TableKind.EXPENDITURE})
_SPENDING = frozenset(
    {
        TableKind.REVENUE_EXPENDITURE,
        TableKind.EXPENDITURE,
        TableKind.APPROPRIATION,
        TableKind.APPROPRIATION_EXPENDITURE,
        TableKind.GENERAL_PUBLIC_EXPENDITURE,
        TableKind.GENERAL_PUBLIC_ECONOMIC,
        TableKind.GOVERNMENT_FUNDS,
        TableKind.STATE_CAPITAL,
        TableKind.BASIC_EXPENDITURE_DEPARTMENTAL,
        TableKind.BASIC_EXPENDITURE_GOVERNMENT,
        TableKind.BASIC_EXPENDITURE_SUMMARY,
        TableKind.PROJECT_EXPENDITURE,
    }
)
_GENERAL = frozenset({TableKind.APPROPRIATION, TableKind.GENERAL_PUBLIC_EXPENDITURE, TableKind.GENERAL_PUBLIC_ECONOMIC})
TOTALS = (Item.TOTAL, Item.CURRENT_YEAR_TOTAL)
_PUBLIC_ITEMS = (
    Item.THREE_PUBLIC,
    Item.OVERSEAS_TRAVEL,
    Item.RECEPTION,
    Item.VEHICLES,
    Item.VEHICLE_PURCHASE,
    Item.VEHICLE_OPERATION,
    Item.CONFERENCES,
    Item.TRAINING,
)
_PURCHASES = (Item.PROCUREMENT, Item.PROCUREMENT_GOODS, Item.PROCUREMENT_WORKS, Item.PROCUREMENT_SERVICES)
_REVIEWED = frozenset({TableKind.REVIEW_BASE_DATA})


@dataclass(frozen=True, slots=True)
class Printing:
    """Where a topic is printed: kinds of table, and which of their facts."""

    kinds: frozenset[TableKind]
    wanted: Wanted


def _total(direction: Direction) -> Wanted:
    return lambda fact: fact.direction == direction and fact.item in TOTALS and fact.nature is None and not _coded(fact)


def _coded(fact: Fact) -> bool:
    return bool(fact.function or fact.economic or fact.name_function)


def _nature(nature: Nature) -> Wanted:
    return lambda fact: fact.nature == nature and not _coded(fact) and fact.item is not None


def _general_public(fact: Fact) -> bool:
    total = fact.direction == Direction.EXPENDITURE and fact.item in TOTALS and fact.nature is None
    source = fact.item == Item.GENERAL_PUBLIC
    return not _coded(fact) and ((total and fact.fund in (Fund.GENERAL_PUBLIC, Fund.FISCAL)) or source)


def _item(item: Item) -> Wanted:
    return lambda fact: fact.item == item and not _coded(fact)


PRINTINGS: dict[str, Printing] = {
    "total_revenue": Printing(_SUMMARIES, _total(Direction.REVENUE)),
    "total_expenditure": Printing(_SUMMARIES, _total(Direction.EXPENDITURE)),
    "general_public": Printing(_GENERAL | {TableKind.REVENUE_EXPENDITURE, TableKind.REVENUE}, _general_public),
    "basic": Printing(_SPENDING, _nature(Nature.BASIC)),
    "project": Printing(_SPENDING, _nature(Nature.PROJECT)),
    "operating_costs": Printing(
        frozenset({TableKind.THREE_PUBLIC, TableKind.OPERATING_COSTS}),
        lambda fact: not _coded(fact) and fact.item == Item.OPERATING_COSTS,
    ),
    **{str(item.value): Printing(frozenset({TableKind.THREE_PUBLIC}), _item(item)) for item in _PUBLIC_ITEMS},
    **{str(item.value): Printing(_REVIEWED | {TableKind.PROCUREMENT}, _item(item)) for item in _PURCHASES},
}


def printing_of(topic: str) -> Printing | None:
    """Return where a topic is printed in tables; None where tables do not print it."""
    family, _, code = topic.partition(":")
    if family == "function":
        return Printing(
            _SPENDING,
            lambda fact: (
                code in (fact.function, fact.name_function)
                and fact.economic is None
                and fact.nature is None
                and fact.direction == Direction.EXPENDITURE
            ),
        )
    return PRINTINGS.get(topic)
