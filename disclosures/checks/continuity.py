"""Compare two readings of one unit: last year's file with this year's, and a budget with its final accounts.

Nothing here asks a database: who has both readings calls it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.checks.document import Document, is_row_total
from disclosures.checks.printed import Printed
from disclosures.checks.rule import Breach, Comparison, Holds, Outcome
from disclosures.checks.sums import copied
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import Direction, DisclosureKind, Fund, Item, Phase, Severity, TableKind

_MISREAD = 1000  # budgets grow or shrink tenfold at most; a unit misread is ten thousand
_SPENT = re.compile(r"执行|决算")
_OPENING = (Item.CARRIED_IN,)
_CLOSING = (Item.CARRIED_OUT,)
_SUMMARIES = (TableKind.REVENUE_EXPENDITURE, TableKind.APPROPRIATION)
_PUBLIC = (
    Item.THREE_PUBLIC,
    Item.OVERSEAS_TRAVEL,
    Item.RECEPTION,
    Item.VEHICLES,
    Item.VEHICLE_PURCHASE,
    Item.VEHICLE_OPERATION,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of one unit: ``earlier`` is of the year before, or the budget of the same year."""

    earlier: Document
    later: Document


def closing_becomes_opening(pair: Pair) -> Iterator[Outcome]:
    """Yield what was carried out of last year's final accounts with what was carried into this year's."""
    if not _both(pair, DisclosureKind.FINAL_ACCOUNTS) or pair.later.year != (pair.earlier.year or 0) + 1:
        return
    for kind in _SUMMARIES:
        closing = _carried(pair.earlier, kind, _CLOSING)
        opening = _carried(pair.later, kind, _OPENING)
        if closing is not None and opening is not None:
            yield copied(opening, closing)


def _both(pair: Pair, kind: DisclosureKind) -> bool:
    return pair.earlier.identity.kind is kind and pair.later.identity.kind is kind


def _carried(document: Document, kind: TableKind, items: tuple[Item, ...]) -> Printed | None:
    found = [
        fact
        for fact in document.in_year(document.in_kind(kind))
        if fact.item in items and fact.fund in (Fund.ALL, Fund.FISCAL)
    ]
    return document.printed(found[0]) if len(found) == 1 else None


def last_years_column_is_last_years_table(pair: Pair) -> Iterator[Outcome]:
    """Yield the prior-year amounts of three public expenses with those that last year's file printed."""
    if pair.earlier.identity.kind is not pair.later.identity.kind:
        return
    before = {_key(fact): fact for fact in _public(pair.earlier)}
    for fact in _public(pair.later):
        other = before.get(_key(fact))
        if fact.fiscal_year == pair.earlier.year and other is not None:
            yield copied(pair.later.printed(fact), pair.earlier.printed(other))


def _public(document: Document) -> Iterator[Fact]:
    return (fact for fact in document.in_kind(TableKind.THREE_PUBLIC) if fact.item in _PUBLIC)


def _key(fact: Fact) -> tuple[int, Phase | None, Item | None]:
    return (fact.fiscal_year, fact.phase, fact.item)


def prior_amounts_of_prose_are_last_years(pair: Pair) -> Iterator[Outcome]:
    """Yield this year's amount less its stated change with last year's amount of the same topic."""
    if pair.earlier.identity.kind is not pair.later.identity.kind:
        return
    for topic in ("total_expenditure", "three_public", "operating_costs", "procurement"):
        changes = [one for one in pair.later.stated_changes(topic) if not _is_of_another_stage(pair, one)]
        before = [*pair.earlier.tabled(topic), *pair.earlier.stated(topic)]
        implied = [
            _implied(now, change, other)
            for change in changes[:1]
            for now in pair.later.stated(topic)
            for other in before
        ]
        if implied:
            yield min(implied, key=lambda one: abs(one.difference))


def _is_of_another_stage(pair: Pair, change: Printed) -> bool:
    """Tell whether a budget is compared with what was spent last year: last year's budget does not print that."""
    return pair.later.identity.kind is DisclosureKind.BUDGET and _SPENT.search(change.label) is not None


def _implied(now: Printed, change: Printed, before: Printed) -> Comparison:
    prior = Printed("推算的上年数", now.value - change.value, max(now.step, change.step), now.unit, now.page, now.box)
    return copied(prior, before, Severity.WARNING)


def approved_budget_is_the_published_one(pair: Pair) -> Iterator[Outcome]:
    """Yield the 年初预算 that final accounts print with what the budget of that year published."""
    if pair.earlier.identity.kind is not DisclosureKind.BUDGET or pair.earlier.year != pair.later.year:
        return
    before = {fact.item: fact for fact in _public(pair.earlier) if fact.phase == Phase.APPROVED}
    for fact in _public(pair.later):
        other = before.get(fact.item)
        if fact.phase == Phase.APPROVED and fact.fiscal_year == pair.later.year and other is not None:
            yield copied(pair.later.printed(fact), pair.earlier.printed(other), Severity.WARNING)


def unit_is_the_same(pair: Pair) -> Iterator[Outcome]:
    """Yield a unit whose expenditure is ten thousand times last year's: a money unit was misread or misprinted."""
    now, before = _spent(pair.later), _spent(pair.earlier)
    if now is None or before is None or not before.value or not now.value:
        return
    times = max(now.value / before.value, before.value / now.value)
    if times < _MISREAD:
        yield Holds()
        return
    message = f"{now.where}：支出{now.shown}与上一份文件的{before.shown}相差约{times:,.0f}倍，请核对金额单位。"
    formula = f"{now.shown} ÷ {before.shown}"
    yield Breach(message=message, places=(now.place, before.place), formula=formula)


def _spent(document: Document) -> Printed | None:
    facts = document.in_year(document.in_kind(TableKind.REVENUE_EXPENDITURE))
    totals = [
        fact for fact in facts if is_row_total(fact) and fact.direction == Direction.EXPENDITURE and fact.nature is None
    ]
    return document.printed(totals[0]) if totals else None
