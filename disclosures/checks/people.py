"""Assert the totals of basic expenditure by people and operation, of procurement, and of changes printed in a table."""

from __future__ import annotations

from collections.abc import Iterator

from disclosures.checks.document import Document, Facts, grouped
from disclosures.checks.rule import Comparison
from disclosures.checks.sums import total
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import Item, Nature, TableKind

_PERSONNEL_CLASSES = ("301", "303")
_BASIC_TABLES = (TableKind.BASIC_EXPENDITURE_DEPARTMENTAL, TableKind.GENERAL_PUBLIC_ECONOMIC)
_PURCHASES = (Item.PROCUREMENT_GOODS, Item.PROCUREMENT_WORKS, Item.PROCUREMENT_SERVICES)


def people_and_operation_make_up_basic(document: Document) -> Iterator[Comparison]:
    """Yield 人员经费合计 with 301 and 303, 公用经费合计 with the other classes."""
    for table in document.of_kind(*_BASIC_TABLES):
        facts = [fact for fact in document.facts_of.get(table.index, ()) if fact.amount is not None]
        classes = [
            fact for fact in facts if fact.economic and len(fact.economic) == 3 and fact.nature in (Nature.BASIC, None)
        ]
        if len({fact.economic for fact in classes}) < len(classes):
            continue
        people = tuple(fact for fact in classes if fact.economic in _PERSONNEL_CLASSES)
        rest = tuple(fact for fact in classes if fact.economic not in _PERSONNEL_CLASSES)
        for whole in _with_item(facts, Item.PERSONNEL_TOTAL):
            yield from total(document, "应等于301与303之和", whole, people)
        for whole in _with_item(facts, Item.OPERATING_TOTAL):
            yield from total(document, "应等于302、307、310等之和", whole, rest)


def _with_item(facts: list[Fact], item: Item) -> Facts:
    return tuple(fact for fact in facts if fact.item == item)


def purchases_make_up_procurement(document: Document) -> Iterator[Comparison]:
    """Yield 政府采购合计 with goods, works and services."""
    wanted = {Item.PROCUREMENT, *_PURCHASES}
    facts = (fact for fact in document.facts if fact.item in wanted and fact.amount is not None)
    for found in grouped(facts, lambda fact: (fact.table, fact.fiscal_year, fact.phase, fact.fund, fact.column)):
        items = {fact.item: fact for fact in found}
        parts = tuple(items[item] for item in _PURCHASES if item in items)
        if len(items) == len(found) and Item.PROCUREMENT in items and len(parts) > 1:
            yield from total(document, "应等于货物、工程、服务采购之和", items[Item.PROCUREMENT], parts)
