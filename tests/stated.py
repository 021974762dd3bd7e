"""What a document states, as multisets that an expected and a read result can be compared by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

Json = dict[str, Any]
Stated = Counter[tuple[object, ...]]

IDENTITY = ("unit", "unit_code", "supervising_department", "region", "fiscal_year", "kind", "scope")
TABLE = ("kind", "money_unit", "declared_empty")
DIMENSIONS = ("direction", "fiscal_year", "phase", "fund", "nature", "function", "economic", "item")
PROJECT = ("name", "total", "approved", "revised", "executed", "execution_rate", "score")
INDICATOR = (
    "project", "level1", "level2", "level3", "operator", "target_number", "unit", "actual_number", "weight", "score",
)  # fmt: skip
FIGURE = ("topic", "value", "unit")
NUMBERS = {
    "total", "approved", "revised", "executed", "execution_rate", "score", "target_number", "actual_number", "weight",
    "value",
}  # fmt: skip
WIDTHS = str.maketrans("（），：％", "(),:%")


def identity(result: Json) -> Json:
    return {name: result["disclosure"].get(name) for name in IDENTITY}


def tables(result: Json) -> list[tuple[object, ...]]:
    return [tuple(table.get(name) for name in TABLE) for table in result["tables"]]


def facts(result: Json) -> Stated:
    """The printed amounts with their dimensions; a heading counts where nothing else says what an amount is."""
    kinds = {table["index"]: table["kind"] for table in result["tables"]}
    printed = (fact for fact in result["facts"] if fact.get("state", "printed") == "printed")
    return Counter((kinds[fact["table"]], *dimensions(fact), Decimal(fact["amount"]).normalize()) for fact in printed)


def dimensions(fact: Json) -> tuple[object, ...]:
    coded = fact.get("function") or fact.get("economic") or fact.get("item")
    return *(fact.get(name) for name in DIMENSIONS), None if coded else fact.get("heading")


def projects(result: Json) -> Stated:
    return entries(result["projects"], PROJECT)


def indicators(result: Json) -> Stated:
    return entries(result["indicators"], INDICATOR)


def figures(result: Json) -> Stated:
    return entries(result["figures"], FIGURE)


def entries(stated: Iterable[Json], names: tuple[str, ...]) -> Stated:
    return Counter(tuple(plain(name, entry.get(name)) for name in names) for entry in stated)


def plain(name: str, value: object) -> object:
    """A number by its value, a text without spaces and differences of width."""
    if value is None or value == "":
        return None
    if name in NUMBERS:
        return Decimal(str(value)).normalize()
    return "".join(str(value).split()).translate(WIDTHS)
