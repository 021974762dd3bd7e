"""Assert that printed sums inside a table add up: codes, sorts of spending, both sides, three public expenses."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from disclosures.checks.document import Document, Facts, code_of, grouped
from disclosures.checks.rule import Comparison
from disclosures.checks.sums import total
from disclosures.codes import is_departmental, is_functional, is_government, parent_code
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import Direction, Item, Nature

# What makes up the whole of a row; 其中：政府采购 lies across these.
SORTS = (Nature.BASIC, Nature.PROJECT, Nature.TO_SUPERIOR, Nature.BUSINESS, Nature.TO_SUBORDINATE)
BASIC_SORTS = (Nature.PERSONNEL, Nature.OPERATING)
EXPENSES = (Item.OVERSEAS_TRAVEL, Item.RECEPTION, Item.VEHICLES)
VEHICLES = (Item.VEHICLE_PURCHASE, Item.VEHICLE_OPERATION)
TOTALS = (Item.CURRENT_YEAR_TOTAL, Item.TOTAL)


def children_add_up(document: Document) -> Iterator[Comparison]:
    """Yield every code with the codes below it, and every total row with the uppermost codes."""
    for column in _coded_columns(document.facts):
        coded = {code_of(fact): fact for fact in column}
        below: dict[str | None, list[Fact]] = {}
        for code, fact in coded.items():
            below.setdefault(_nearest(code, coded), []).append(fact)
        top = tuple(below.pop(None, ()))
        for code, parts in below.items():
            yield from total(document, "应等于下级科目之和", coded[code], parts)
        for whole in _total_rows(document.facts_of[column[0].table], column[0]):
            yield from total(document, "应等于各类之和", whole, top)


def _coded_columns(facts: Facts) -> Iterator[Facts]:
    """Yield the columns whose rows have one code each, all of them well formed.

    Columns that mean the same to us (面向中小企业 has no word of its own) are told apart by their headers. A code
    that stands there twice belongs to the rows of several units, and one that is none may stand below any other:
    such columns are left alone.
    """
    for alike in grouped((fact for fact in facts if code_of(fact)), _coded_column):
        columns = [alike] if _distinct(alike) else grouped(alike, lambda fact: fact.column)
        yield from (column for column in columns if _distinct(column) and all(map(_well_formed, column)))


def _distinct(column: Facts) -> bool:
    return len({code_of(fact) for fact in column}) == len(column)


def _well_formed(fact: Fact) -> bool:
    code = code_of(fact) or ""
    return is_functional(code) or is_departmental(code) or is_government(code)


def _nearest(code: str | None, coded: dict[str | None, Fact]) -> str | None:
    """Return the printed code that a code stands below, whatever levels are left out between them."""
    above = parent_code(code) if code else None
    while above is not None and above not in coded:
        above = parent_code(above)
    return above


def _column(fact: Fact) -> tuple[Hashable, ...]:
    """Return what the amounts of one column have in common."""
    return (fact.table, fact.direction, fact.fiscal_year, fact.phase, fact.fund, fact.nature)


def _coded_column(fact: Fact) -> tuple[Hashable, ...]:
    """Keep functional, departmental and government codes apart, and the sources of a revenue table."""
    family = "function" if fact.function or fact.name_function else (fact.economic or "")[:1]
    return (*_column(fact), fact.item, family)


def _total_rows(facts: Facts, sample: Fact) -> Iterator[Fact]:
    """Yield the rows that total a column of codes, if its codes are all that they total.

    Where something was carried out of the year 支出总计 holds more than the codes, and only 本年支出合计 is their
    sum. A row that names spending without a code (单位预留机动经费) belongs to the total and to no code.
    """
    column = [fact for fact in facts if not code_of(fact) and _column(fact) == _column(sample)]
    if any(fact.item is None and fact.amount for fact in column):
        return
    items = TOTALS if sample.item is None else (sample.item,)
    found = {item: [fact for fact in column if fact.item == item] for item in items}
    current = found.get(Item.CURRENT_YEAR_TOTAL)
    totals = current or found[items[-1]]
    if items == TOTALS and not current and _carries_over(facts, sample.table):
        return
    alike = len({fact.amount for fact in totals}) == 1
    yield from (fact for fact in totals if alike or fact.column == sample.column)


def _carries_over(facts: Facts, table: int) -> bool:
    return any(fact.table == table and fact.direction == Direction.BALANCE and fact.amount for fact in facts)


def basic_plus_project_is_total(document: Document) -> Iterator[Comparison]:
    """Yield every row's total with its sorts of spending, and 基本支出 with its personnel and operating parts."""
    for table in document.facts_of.values():
        natures = {fact.nature for fact in table}
        for row in grouped(table, _row):
            by_nature = {fact.nature: fact for fact in row}
            if len(by_nature) < len(row):
                continue  # two rows alike, so that it is not certain which amounts stand together
            basic = tuple(by_nature[sort] for sort in BASIC_SORTS if sort in by_nature)
            if natures.issuperset(BASIC_SORTS) and Nature.BASIC in by_nature:
                whole = by_nature[Nature.BASIC]
                yield from total(document, "应等于人员经费与公用经费之和", whole, basic)
            if None in by_nature and _splits_spending(natures):
                sorts = tuple(by_nature[sort] for sort in SORTS if sort in by_nature)
                parts = sorts if Nature.BASIC in natures else (*basic, *sorts)
                whole = by_nature[None]
                yield from total(document, "应等于基本支出、项目支出等之和", whole, parts)


def _splits_spending(natures: set[Nature | None]) -> bool:
    """Tell whether a table has columns for all its spending: 基本支出 (or its parts) and 项目支出."""
    return Nature.PROJECT in natures and (Nature.BASIC in natures or natures.issuperset(BASIC_SORTS))


def _row(fact: Fact) -> tuple[Hashable, ...]:
    """Return what the amounts of one row have in common across the sorts of spending."""
    name = code_of(fact) or (fact.item, fact.heading)
    return (fact.direction, fact.fiscal_year, fact.phase, fact.fund, name, fact.row)


def revenue_equals_expenditure(document: Document) -> Iterator[Comparison]:
    """Yield 收入总计 with 支出总计 of every table that prints one of each.

    Statements of funds print both in one row, with what was carried in and out: those columns are not equal.
    """
    carried = {(fact.table, fact.row) for fact in document.facts if fact.direction == Direction.BALANCE and fact.amount}
    sums = (fact for fact in document.facts if fact.item == Item.TOTAL and (fact.table, fact.row) not in carried)
    totals = (fact for fact in sums if fact.nature is None and not code_of(fact))
    for found in grouped(totals, lambda fact: (fact.table, fact.fiscal_year, fact.phase, fact.fund)):
        revenue = tuple(fact for fact in found if fact.direction == Direction.REVENUE)
        spending = tuple(fact for fact in found if fact.direction == Direction.EXPENDITURE)
        if len(revenue) == len(spending) == 1:
            yield from total(document, "（收入）应等于支出总计", revenue[0], spending)


def three_public_parts_add_up(document: Document) -> Iterator[Comparison]:
    """Yield “三公”经费 with its three expenses, and the vehicles with their purchase and operation."""
    parts = {*EXPENSES, *VEHICLES, Item.THREE_PUBLIC}
    expenses = (fact for fact in document.facts if fact.item in parts and not code_of(fact))
    for found in grouped(expenses, _column):
        for row in _one_of_each(found):
            vehicles = tuple(row[item] for item in VEHICLES if item in row)
            if Item.VEHICLES in row:
                whole = row[Item.VEHICLES]
                yield from total(document, "应等于购置费与运行费之和", whole, vehicles)
            if Item.THREE_PUBLIC in row:
                named = tuple(row[item] for item in EXPENSES if item in row)
                three = named if Item.VEHICLES in row else (*named, *vehicles)
                whole = row[Item.THREE_PUBLIC]
                yield from total(document, "应等于三项经费之和", whole, three)


def _one_of_each(found: Facts) -> Iterator[dict[Item | None, Fact]]:
    """Yield the expenses that stand together: a whole list, or one row each where several rows print them."""
    listed = {fact.item: fact for fact in found}
    if len(listed) == len(found):
        yield listed
        return
    for row in grouped(found, lambda fact: (fact.row,)):
        printed = {fact.item: fact for fact in row}
        if len(printed) == len(row) and row[0].row is not None:
            yield printed
