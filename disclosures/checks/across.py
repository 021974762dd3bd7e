"""Assert that tables agree with one another: totals, classes, basic expenditure, economic codes, procurement."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from disclosures.checks.document import Document, Facts, code_of, grouped, is_row_total, is_spending
from disclosures.checks.printed import ZERO
from disclosures.checks.rule import Comparison, Outcome
from disclosures.checks.sums import copied, total
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import Direction, Fund, Item, Nature, TableKind

_GENERAL = (Fund.GENERAL_PUBLIC,)
_DEPARTMENTAL = (TableKind.BASIC_EXPENDITURE_DEPARTMENTAL,)
_GOVERNMENT = (TableKind.BASIC_EXPENDITURE_GOVERNMENT,)
_FUNCTIONAL = (TableKind.GENERAL_PUBLIC_EXPENDITURE,)
_MEASURES = (None, Nature.BASIC, Nature.PERSONNEL, Nature.OPERATING, Nature.PROJECT)

# A functional item whose money is by its nature one economic item. Where basic expenditure prints both, they are one
# amount; an institution may charge part elsewhere, so that a difference is a doubt and no error.
SAME_MONEY = {
    "2080505": ("30108",),
    "2080506": ("30109",),
    "2210201": ("30113",),
}
# 事业单位 print their people under 50501 and what they run on under 50502.
INSTITUTION = {"50501": ("301",), "50502": ("302",)}


def summary_repeats_revenue(document: Document) -> Iterator[Outcome]:
    """Yield the revenue of the summary with that of the revenue table."""
    summary = _totals(document, (TableKind.REVENUE_EXPENDITURE,), Direction.REVENUE)
    detail = list(_totals(document, (TableKind.REVENUE,), Direction.REVENUE))
    if summary and detail:
        yield _nearest(document, detail[0], summary)


def summary_repeats_expenditure(document: Document) -> Iterator[Outcome]:
    """Yield the total, the classes and the sorts of spending of the summary with those of the expenditure table."""
    yield from _tables_agree(document, (TableKind.REVENUE_EXPENDITURE,), (TableKind.EXPENDITURE,), None)


def appropriation_repeats_general_public(document: Document) -> Iterator[Outcome]:
    """Yield 一般公共预算 in the appropriation table with the table of general public expenditure."""
    yield from _tables_agree(document, (TableKind.APPROPRIATION,), _FUNCTIONAL, _GENERAL)


def _tables_agree(
    document: Document, upper: tuple[TableKind, ...], lower: tuple[TableKind, ...], funds: tuple[Fund, ...] | None
) -> Iterator[Outcome]:
    """Yield every total and class of one table with the same of another one."""
    above = [fact for fact in _spending(document, upper) if funds is None or fact.fund in funds]
    below = _spending(document, lower)
    for nature in _MEASURES:
        totals = [fact for fact in above if fact.nature == nature and is_row_total(fact)]
        for fact in [one for one in below if one.nature == nature and is_row_total(one)][:1]:
            if totals:
                yield _nearest(document, fact, totals)
        classes = {fact.function: fact for fact in above if fact.nature == nature and _is_class(fact)}
        for fact in below:
            if fact.nature == nature and _is_class(fact) and fact.function in classes:
                yield copied(document.printed(classes[fact.function]), document.printed(fact))


def _is_class(fact: Fact) -> bool:
    return fact.function is not None and len(fact.function) == 3 and fact.economic is None


def _spending(document: Document, kinds: tuple[TableKind, ...]) -> Facts:
    """Return the spending of the document's year that tables of some kinds print; a kind printed twice is left out."""
    if len(document.of_kind(*kinds)) != 1:
        return ()
    return tuple(fact for fact in document.in_year(document.in_kind(*kinds)) if is_spending(fact))


def _totals(document: Document, kinds: tuple[TableKind, ...], direction: Direction) -> list[Fact]:
    facts = document.in_year(document.in_kind(*kinds))
    return [fact for fact in facts if is_row_total(fact) and fact.direction == direction and fact.nature is None]


def _nearest(document: Document, fact: Fact, others: Iterable[Fact]) -> Comparison:
    """Return the comparison with the nearest: 本年合计 or 总计, which of them is meant is not printed."""
    printed = document.printed(fact)
    return min((copied(document.printed(one), printed) for one in others), key=lambda one: abs(one.difference))


def basic_is_the_same_by_economy(document: Document) -> Iterator[Outcome]:
    """Yield basic expenditure by function with its total by departmental and by government codes."""
    general = [fact for fact in _spending(document, _FUNCTIONAL) if is_row_total(fact) and fact.nature == Nature.BASIC]
    for kinds in (_DEPARTMENTAL, _GOVERNMENT):
        for table in document.of_kind(*kinds):
            facts = document.in_year(document.facts_of.get(table.index, ()))
            wanted = [fact for fact in facts if is_row_total(fact) and fact.nature == Nature.BASIC and fact.amount]
            if general and wanted:
                yield _nearest(document, wanted[0], general)


def people_are_the_same_by_function(document: Document) -> Iterator[Outcome]:
    """Yield 人员经费 and 公用经费 of the summary with the basic table, where all basic money is general public."""
    summary = [fact for fact in _spending(document, (TableKind.REVENUE_EXPENDITURE,)) if is_row_total(fact)]
    basic = document.in_year(document.in_kind(*_DEPARTMENTAL))
    wholes = {fact.nature: fact for fact in summary if fact.nature in (Nature.PERSONNEL, Nature.OPERATING)}
    parts = {fact.nature: fact for fact in basic if fact.nature in wholes and not code_of(fact)}
    if len(wholes) < 2 or len(parts) < 2 or not _all_general(document, wholes.values(), parts.values()):
        return
    for nature, fact in parts.items():
        yield copied(document.printed(wholes[nature]), document.printed(fact))


def _all_general(document: Document, wholes: Iterable[Fact], parts: Iterable[Fact]) -> bool:
    """Tell whether two splits are of one amount: otherwise other funds pay for a part."""
    gap = sum((one.amount or ZERO for one in wholes), ZERO) - sum((one.amount or ZERO for one in parts), ZERO)
    return abs(gap) <= document.unit(next(iter(wholes))).value


def government_codes_hold_departmental(document: Document) -> Iterator[Outcome]:
    """Yield 50501 and 50502 of an institution with 301 and 302."""
    departmental = {
        fact.economic: fact for fact in document.in_kind(*_DEPARTMENTAL) if fact.nature in (Nature.BASIC, None)
    }
    for fact in document.in_kind(*_GOVERNMENT):
        parts = [departmental[code] for code in INSTITUTION.get(fact.economic or "", ()) if code in departmental]
        if parts and fact.nature in (Nature.BASIC, None):
            yield from total(document, "应等于所含部门预算经济分类之和", fact, parts)


def function_and_economy_agree(document: Document) -> Iterator[Outcome]:
    """Yield the functional items that are one economic item by nature, where both are printed."""
    functional = {
        fact.function: fact
        for fact in _spending(document, _FUNCTIONAL)
        if fact.nature == Nature.BASIC and fact.function
    }
    economic = {
        fact.economic: fact
        for fact in document.in_year(document.in_kind(*_DEPARTMENTAL))
        if fact.nature == Nature.BASIC and fact.economic
    }
    for code, codes in SAME_MONEY.items():
        parts = [economic[one] for one in codes if one in economic]
        if code in functional and parts and functional[code].amount:
            yield copied(document.printed(functional[code]), document.printed(parts[0]))


def procurement_is_the_same(document: Document) -> Iterator[Outcome]:
    """Yield 政府采购 of the expenditure table with the total of the procurement table."""
    of_spending = [
        fact
        for fact in document.in_year(document.in_kind(TableKind.EXPENDITURE))
        if fact.nature == Nature.PROCUREMENT and is_row_total(fact)
    ]
    of_table = [
        fact
        for fact in document.in_year(document.in_kind(TableKind.PROCUREMENT))
        if fact.item == Item.PROCUREMENT and fact.fund in (Fund.ALL, Fund.FISCAL)
    ]
    if of_spending and of_table:
        yield _nearest(document, of_table[0], of_spending)


def projects_make_up_project_expenditure(document: Document) -> Iterator[Outcome]:
    """Yield the total row of the table of projects with its projects, and with 项目支出 of the expenditure table."""
    for table in document.of_kind(TableKind.PROJECT_EXPENDITURE):
        facts = [fact for fact in document.facts_of.get(table.index, ()) if fact.amount is not None]
        spending = [
            fact
            for fact in _spending(document, (TableKind.EXPENDITURE,))
            if fact.nature == Nature.PROJECT and is_row_total(fact)
        ]
        totals = [fact for fact in facts if is_row_total(fact) and fact.fund == Fund.ALL]
        if totals and spending:
            yield _nearest(document, totals[0], spending)


def rows_of_one_code_agree(document: Document) -> Iterator[Outcome]:
    """Yield the rows below the classes with the same code, sort and fund in the tables of spending by function.

    All funds and 一般公共预算 are one where the classes are: then a row that differs was changed in one table only.
    """
    expenditure = _spending(document, (TableKind.EXPENDITURE,))
    general = _spending(document, _FUNCTIONAL)
    whole = {(fact.function, fact.nature): fact for fact in expenditure if fact.function}
    for fact in general:
        if fact.function is None or len(fact.function) == 3:
            continue
        other = whole.get((fact.function, fact.nature))
        own_class = whole.get((fact.function[:3], None))
        if other is None or own_class is None:
            continue
        same = [one for one in general if one.function == fact.function[:3] and one.nature is None]
        if same and same[0].amount == own_class.amount:
            yield copied(document.printed(other), document.printed(fact))


def operating_costs_are_the_same(document: Document) -> Iterator[Outcome]:
    """Yield 机关运行经费 as printed in several tables."""
    facts = document.in_year(
        fact
        for fact in document.in_kind(TableKind.THREE_PUBLIC, TableKind.OPERATING_COSTS)
        if (fact.item == Item.OPERATING_COSTS or _is_costs_total(document, fact)) and not code_of(fact)
    )
    tables = list(grouped(facts, lambda fact: fact.table))
    for one, other in itertools.pairwise(tables):
        yield copied(document.printed(one[0]), document.printed(other[0]))


def _is_costs_total(document: Document, fact: Fact) -> bool:
    table = document.by_index.get(fact.table)
    return table is not None and table.kind is TableKind.OPERATING_COSTS and is_row_total(fact)
