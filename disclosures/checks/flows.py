"""Assert that sources make up revenue, that funds make up a row, and that totals hold the year and what is carried."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from disclosures.checks.document import Document, Facts, code_of, grouped, is_spending
from disclosures.checks.printed import sum_of
from disclosures.checks.rule import Comparison
from disclosures.checks.sums import summed, total
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import Direction, Fund, Item, TableKind

APPROPRIATED = (Item.GENERAL_PUBLIC, Item.GOVERNMENT_FUNDS, Item.STATE_CAPITAL)
REGULAR = (Item.GENERAL_PUBLIC_REGULAR, Item.GENERAL_PUBLIC_NONTAX)
OTHERS = (
    Item.SPECIAL_ACCOUNT,
    Item.SUPERIOR_GRANTS,
    Item.SUPERIOR_DEPARTMENT_GRANTS,
    Item.SERVICE_REVENUE,
    Item.BUSINESS_REVENUE,
    Item.SUBORDINATE_REMITTANCES,
    Item.OTHER_REVENUE,
)
EARNED = tuple(item for item in OTHERS if item is not Item.SPECIAL_ACCOUNT)
BROUGHT = (Item.CARRIED_IN, Item.SURPLUS_USED)
LEFT = (Item.CARRIED_OUT, Item.SURPLUS_DISTRIBUTED)
PUBLIC_FUNDS = (Fund.GENERAL_PUBLIC, Fund.GOVERNMENT_FUNDS, Fund.STATE_CAPITAL)
OTHER_FUNDS = (Fund.SPECIAL_ACCOUNT, Fund.OWN)
_REVENUE_TABLES = (TableKind.REVENUE_EXPENDITURE, TableKind.REVENUE, TableKind.APPROPRIATION)

Items = dict[Item | None, Fact]


def sources_make_up_revenue(document: Document) -> Iterator[Comparison]:
    """Yield the revenue of the year, of a table or of a row, with its sources; 财政拨款 with its funds."""
    for items in _revenue_rows(document):
        if Item.APPROPRIATION in items and len(funds := _of(items, APPROPRIATED)) > 1:
            yield from total(document, "应等于各项拨款之和", items[Item.APPROPRIATION], funds)
        if Item.GENERAL_PUBLIC in items and len(kinds := _of(items, REGULAR)) > 1:
            yield from total(document, "应等于经费拨款与非税收入之和", items[Item.GENERAL_PUBLIC], kinds)
        whole = items.get(Item.CURRENT_YEAR_TOTAL) or items.get(Item.TOTAL)
        if whole is not None and whole.amount is not None:
            carried = () if whole.item == Item.CURRENT_YEAR_TOTAL else _of(items, BROUGHT)
            yield from _closest(document, "应等于各项收入之和", whole, _source_lists(items, carried))


def _revenue_rows(document: Document) -> Iterator[Items]:
    """Yield the sources that stand together: those of a whole list, or of one row where columns name them."""
    for table in document.of_kind(*_REVENUE_TABLES):
        facts = [fact for fact in document.facts_of.get(table.index, ()) if not is_spending(fact)]
        by_row = table.kind is TableKind.REVENUE
        for found in grouped(facts, _revenue_row if by_row else _revenue_list):
            money = [fact for fact in found if fact.amount is not None and fact.fund == found[0].fund]
            items = {fact.item: fact for fact in money}
            if len(items) == len(money):
                yield items


def _revenue_row(fact: Fact) -> tuple[Hashable, ...]:
    return (fact.fiscal_year, fact.phase, code_of(fact), fact.row)


def _revenue_list(fact: Fact) -> tuple[Hashable, ...]:
    left = fact.item in LEFT
    return (fact.fiscal_year, fact.phase, code_of(fact), left)


def _of(items: Items, wanted: tuple[Item, ...]) -> Facts:
    return tuple(items[item] for item in wanted if item in items)


def _source_lists(items: Items, carried: Facts) -> Iterator[Facts]:
    """Yield what may be all sources: 单位资金 stands for the earned ones, or beside them as a source of its own."""
    public = _of(items, (Item.APPROPRIATION,)) or _of(items, APPROPRIATED) or _of(items, REGULAR)
    own = _of(items, (Item.OWN_FUNDS,))
    special = _of(items, (Item.SPECIAL_ACCOUNT,))
    earned = _of(items, EARNED)
    lists = [(*public, *special, *earned), (*public, *special, *own), (*public, *special, *earned, *own)]
    for parts in lists:
        if len(parts) > 1:
            yield (*parts, *carried)
            yield parts


def _closest(document: Document, truth: str, whole: Fact, lists: Iterator[Facts]) -> Iterator[Comparison]:
    """Yield the comparison with those parts that come nearest: which of them are parts of others is not printed."""
    found = [one for parts in lists for one in total(document, truth, whole, parts)]
    if found:
        yield min(found, key=lambda compared: abs(compared.difference))


def funds_make_up_row(document: Document) -> Iterator[Comparison]:
    """Yield the total of a row with its columns by fund, unless the row also spends what was carried in."""
    carried = {(fact.table, fact.row) for fact in document.facts if fact.direction == Direction.BALANCE and fact.amount}
    rows = (fact for fact in document.facts if is_spending(fact) and fact.amount is not None)
    for row in grouped(rows, _spending_row):
        by_fund = {fact.fund: fact for fact in row}
        if len(by_fund) < len(row) or row[0].row is None or (row[0].table, row[0].row) in carried:
            continue
        public = tuple(by_fund[fund] for fund in PUBLIC_FUNDS if fund in by_fund)
        others = tuple(by_fund[fund] for fund in OTHER_FUNDS if fund in by_fund)
        fiscal = tuple(by_fund[fund] for fund in (Fund.FISCAL,) if fund in by_fund)
        if fiscal and len(public) > 1:
            yield from total(document, "应等于各类财政拨款之和", fiscal[0], public)
        parts = (*(fiscal or public), *others)
        if Fund.ALL in by_fund and len(parts) > 1:
            yield from total(document, "应等于各类资金之和", by_fund[Fund.ALL], parts)


def _spending_row(fact: Fact) -> tuple[Hashable, ...]:
    return (fact.table, fact.row, fact.fiscal_year, fact.phase, fact.nature, fact.item, code_of(fact), fact.heading)


def totals_hold_what_is_carried(document: Document) -> Iterator[Comparison]:
    """Yield 总计 with the amount of the year and what was carried in, or carried out."""
    for table in document.of_kind(TableKind.REVENUE_EXPENDITURE, TableKind.APPROPRIATION):
        for found in grouped(document.facts_of.get(table.index, ()), lambda fact: (fact.fiscal_year, fact.phase)):
            plain = tuple(fact for fact in found if not code_of(fact) and fact.nature is None)
            yield from _flow(document, plain, Direction.REVENUE, BROUGHT, "应等于本年收入与结转、结余之和")
            yield from _flow(document, plain, Direction.EXPENDITURE, LEFT, "应等于本年支出与结转、结余之和")


def _flow(
    document: Document, facts: Facts, direction: Direction, carried: tuple[Item, ...], truth: str
) -> Iterator[Comparison]:
    side = [fact for fact in facts if fact.direction == direction and fact.amount is not None]
    totals = [fact for fact in side if fact.item == Item.TOTAL]
    currents = [fact for fact in side if fact.item == Item.CURRENT_YEAR_TOTAL]
    if len(totals) != 1 or len(currents) != 1:
        return
    moved = [document.printed(fact) for fact in _carried(facts, carried)]
    whole, current = document.printed(totals[0]), document.printed(currents[0])
    if moved or sum_of([whole]) == sum_of([current]):
        yield summed(truth, whole, (current, *moved))


def _carried(facts: Facts, items: tuple[Item, ...]) -> Iterator[Fact]:
    """Yield what was carried: the row of all funds where there is one, or else the rows by fund."""
    for item in items:
        found = [fact for fact in facts if fact.item == item and fact.amount is not None]
        wide = [fact for fact in found if fact.fund in (Fund.ALL, Fund.FISCAL)]
        yield from wide[:1] or found
