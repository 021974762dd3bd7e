"""Say what a kind of statement settles for all its amounts: direction, fund, nature and the words of its columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclosures.extraction.statements.words import (
    CARRY_OVERS,
    FUNDS,
    NATURES,
    PUBLIC_EXPENSES,
    SOURCES,
    Meaning,
    WordTable,
    squeezed,
)
from disclosures.vocabulary import Direction, Fund, Nature, TableKind

SUMMARIES = frozenset({TableKind.REVENUE_EXPENDITURE, TableKind.APPROPRIATION})
BASIC_STATEMENTS = frozenset(
    {
        TableKind.BASIC_EXPENDITURE_DEPARTMENTAL,
        TableKind.BASIC_EXPENDITURE_GOVERNMENT,
        TableKind.BASIC_EXPENDITURE_SUMMARY,
    }
)
ECONOMIC_STATEMENTS = BASIC_STATEMENTS | {TableKind.GENERAL_PUBLIC_ECONOMIC, TableKind.OPERATING_COSTS}
FUND_STATEMENTS = frozenset({TableKind.GOVERNMENT_FUNDS, TableKind.STATE_CAPITAL})
# Statements that may print revenue and expenditure side by side, so that a block's headings tell its direction.
SIDED = SUMMARIES | FUND_STATEMENTS
FINANCE = (
    SUMMARIES
    | ECONOMIC_STATEMENTS
    | FUND_STATEMENTS
    | {
        TableKind.REVENUE,
        TableKind.EXPENDITURE,
        TableKind.APPROPRIATION_EXPENDITURE,
        TableKind.GENERAL_PUBLIC_EXPENDITURE,
        TableKind.PROJECT_EXPENDITURE,
        TableKind.THREE_PUBLIC,
        TableKind.PROCUREMENT,
    }
)

_FUND_OF_KIND = {
    TableKind.REVENUE_EXPENDITURE: Fund.ALL,
    TableKind.REVENUE: Fund.ALL,
    TableKind.EXPENDITURE: Fund.ALL,
    TableKind.APPROPRIATION: Fund.FISCAL,
    TableKind.APPROPRIATION_EXPENDITURE: Fund.FISCAL,
    TableKind.GENERAL_PUBLIC_EXPENDITURE: Fund.GENERAL_PUBLIC,
    TableKind.GENERAL_PUBLIC_ECONOMIC: Fund.GENERAL_PUBLIC,
    TableKind.GOVERNMENT_FUNDS: Fund.GOVERNMENT_FUNDS,
    TableKind.STATE_CAPITAL: Fund.STATE_CAPITAL,
    TableKind.PROCUREMENT: Fund.ALL,
}
# Where the kind leaves the fund open the title names it; 公共财政拨款 is the old name of all fiscal money.
_FUND_OF_TITLE = (
    (re.compile(r"一般公共预算"), Fund.GENERAL_PUBLIC),
    (re.compile(r"政府性基金"), Fund.GOVERNMENT_FUNDS),
    (re.compile(r"[国固]有资本"), Fund.STATE_CAPITAL),
    (re.compile(r"财政拨款"), Fund.FISCAL),
)
_OWN_INCOME: WordTable = ((r"^(?:本年|当年)?收入(?:合计)?$", Meaning(direction=Direction.REVENUE)),)
_SUMMARY_COLUMNS = (CARRY_OVERS, NATURES, FUNDS)
# Statements of spending in final accounts may print what was carried in, received and carried out beside it.
_SPENDING_COLUMNS = (CARRY_OVERS, _OWN_INCOME, NATURES, FUNDS)
_COLUMN_WORDS: dict[TableKind, tuple[WordTable, ...]] = {
    TableKind.REVENUE: (CARRY_OVERS, SOURCES),
    TableKind.THREE_PUBLIC: (PUBLIC_EXPENSES, FUNDS),
    TableKind.REVENUE_EXPENDITURE: _SUMMARY_COLUMNS,
    TableKind.APPROPRIATION: _SUMMARY_COLUMNS,
    # 机关运行经费 and 政府采购 are what these two statements are about, not a sort of spending within them.
    TableKind.OPERATING_COSTS: (FUNDS,),
    TableKind.PROCUREMENT: (FUNDS,),
}


@dataclass(frozen=True, slots=True)
class Settled:
    """What a statement's kind and title settle for all its amounts."""

    kind: TableKind
    direction: Direction
    fund: Fund
    nature: Nature | None

    @property
    def column_words(self) -> tuple[WordTable, ...]:
        """Return the word tables that its column headings are read with."""
        return _COLUMN_WORDS.get(self.kind, _SPENDING_COLUMNS)


def settled(kind: TableKind, title: str | None) -> Settled:
    """Return what a kind and a title settle."""
    direction = Direction.REVENUE if kind is TableKind.REVENUE else Direction.EXPENDITURE
    nature = Nature.BASIC if kind in BASIC_STATEMENTS else None
    if kind is TableKind.PROJECT_EXPENDITURE:
        nature = Nature.PROJECT
    return Settled(kind, direction, _FUND_OF_KIND.get(kind) or _titled_fund(title), nature)


def _titled_fund(title: str | None) -> Fund:
    heading = squeezed(title or "")
    funds = [fund for pattern, fund in _FUND_OF_TITLE if pattern.search(heading)]
    # 财政拨款（含一般公共预算和政府性基金预算） is about several budgets, so about all fiscal money.
    several = len(set(funds) - {Fund.FISCAL}) > 1
    return Fund.FISCAL if several else next(iter(funds), Fund.ALL)
