"""Judge sums of printed amounts: exact, off by rounding, or wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import MoneyUnit, decimals
from disclosures.evidence import Box, Finding
from disclosures.extraction.readings import Fact
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Nature, Severity

NATURE_WORDS = {
    Nature.BASIC: "基本支出",
    Nature.PERSONNEL: "人员经费",
    Nature.OPERATING: "公用经费",
    Nature.PROJECT: "项目支出",
    Nature.TO_SUPERIOR: "上缴上级支出",
    Nature.BUSINESS: "经营支出",
    Nature.TO_SUBORDINATE: "对附属单位补助支出",
    Nature.PROCUREMENT: "政府采购",
}
_MOST_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed amount that must be the sum of others; ``words`` say which sum it is."""

    code: str
    words: str
    whole: Fact
    parts: tuple[Fact, ...]

    @property
    def actual(self) -> Decimal:
        """Return the printed amount."""
        return self.whole.amount or Decimal(0)

    @property
    def expected(self) -> Decimal:
        """Return what its parts add up to; a blank among printed parts is no amount."""
        return sum((part.amount for part in self.parts if part.amount is not None), Decimal(0))

    @property
    def difference(self) -> Decimal:
        """Return by how much the printed amount is greater than its parts."""
        return self.actual - self.expected


def printed_step(fact: Fact, unit: MoneyUnit) -> Decimal:
    """Return one unit of the last decimal that an amount was printed with, in yuan.

    A printed 0 stands for exactly nothing, however few decimals it has.
    """
    if not fact.amount:
        return Decimal(0)
    return unit.value.scaleb(-decimals(fact.printed))


def tolerance(checked: Sum, unit: MoneyUnit) -> Decimal:
    """Return how far rounding can part a sum from its parts: one step of the last decimal for every part.

    The strict bound is half a step for each part and the whole; publishers cut digits off as often as they round,
    so a whole step is allowed. The coarser of whole and parts counts where they are printed unlike.
    """
    steps = sum((printed_step(part, unit) for part in checked.parts), Decimal(0))
    return max(steps, printed_step(checked.whole, unit))


def judged(sums: Iterable[Sum], tables: Mapping[int, StatementTable]) -> Iterator[Finding]:
    """Yield an error for every wrong sum, and one hint for each table with sums that rounding explains."""
    rounded: dict[int, list[Sum]] = {}
    for checked in sums:
        if not checked.difference:
            continue
        unit = money_unit(tables, checked.whole)
        if abs(checked.difference) <= tolerance(checked, unit):
            rounded.setdefault(checked.whole.table, []).append(checked)
        else:
            yield _wrong(checked, tables)
    for found in rounded.values():
        yield _rounded(found, tables)


def money_unit(tables: Mapping[int, StatementTable], fact: Fact) -> MoneyUnit:
    """Return the unit that a fact was printed in."""
    table = tables.get(fact.table)
    return (table.money_unit if table else None) or MoneyUnit.YUAN


def _wrong(checked: Sum, tables: Mapping[int, StatementTable]) -> Finding:
    unit = money_unit(tables, checked.whole)
    printed, added, gap = (shown(one, unit) for one in (checked.actual, checked.expected, checked.difference))
    message = f"{_place(checked.whole, tables)}：{checked.words}，表中为{printed}，合计应为{added}，相差{gap}。"
    return Finding(
        code=checked.code,
        severity=Severity.ERROR,
        message=message,
        pages=_pages([checked]),
        expected=checked.expected,
        actual=checked.actual,
        difference=checked.difference,
        table=checked.whole.table,
        boxes=_boxes([checked]),
    )


def _rounded(found: list[Sum], tables: Mapping[int, StatementTable]) -> Finding:
    """Return the one hint about the sums of a table that differ within the printed precision."""
    whole = found[0].whole
    unit = money_unit(tables, whole)
    most = max((checked.difference for checked in found), key=abs)
    examples = "；".join(checked.words for checked in found[:_MOST_EXAMPLES])
    more = "等" if len(found) > _MOST_EXAMPLES else ""
    place, gap = _place(whole, tables), shown(most, unit)
    message = f"{place}：有{len(found)}处合计与分项之和相差在尾数之内，最大{gap}（{examples}{more}）。"
    return Finding(
        code="arithmetic.rounding",
        severity=Severity.HINT,
        message=message,
        pages=_pages(found),
        difference=most,
        table=whole.table,
        boxes=_boxes(found),
    )


def _place(fact: Fact, tables: Mapping[int, StatementTable]) -> str:
    """Return where a fact stands, for a message: 第12页《支出预算总表》."""
    table = tables.get(fact.table)
    page = f"第{fact.page}页" if fact.page else ""
    return f"{page}《{table.title}》" if table and table.title else page or "表中"


def shown(amount: Decimal, unit: MoneyUnit) -> str:
    """Return an amount in the unit of its table, as a message shows it."""
    number = amount / unit.value
    places = max(2, -int(number.normalize().as_tuple().exponent)) if number % 1 else 2
    return f"{number:,.{places}f}{unit.label}"


def _facts(found: Iterable[Sum]) -> Iterator[Fact]:
    for checked in found:
        yield checked.whole
        yield from checked.parts


def _pages(found: Iterable[Sum]) -> tuple[int, ...]:
    return tuple(sorted({fact.page for fact in _facts(found) if fact.page is not None}))


def _boxes(found: Iterable[Sum]) -> tuple[tuple[int, Box], ...]:
    return tuple((fact.page, fact.box) for fact in _facts(found) if fact.page is not None and fact.box is not None)
