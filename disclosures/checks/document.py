"""Give rules a document to ask: its tables, facts by table, prose and indicators, each with its precision."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from disclosures.amounts import MoneyUnit
from disclosures.checks.passages import Number, Passage, passages_of
from disclosures.checks.printed import Printed, copy_tolerance, step_of
from disclosures.checks.topics import printing_of
from disclosures.evidence import SourceDocument
from disclosures.extraction import Extraction
from disclosures.extraction.prose.paragraphs import find_paragraphs
from disclosures.extraction.prose.roles import Role
from disclosures.extraction.readings import Fact, Figure
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import Direction, DisclosureKind, FigureUnit, Item, Nature, Phase, TableKind

Member = TypeVar("Member")
Facts = tuple[Fact, ...]

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

# Prose is in 万元 with two decimals, unless its text is at hand and says otherwise.
PROSE_UNIT = MoneyUnit.TEN_THOUSAND
PROSE_STEP = PROSE_UNIT.value / 100


@dataclass(frozen=True)
class Document:
    """A document as read; everything else is computed once, when a rule first asks for it."""

    identity: Identity
    tables: tuple[StatementTable, ...]
    said: Extraction
    source: SourceDocument | None = None

    @cached_property
    def facts(self) -> Facts:
        """Return all facts."""
        return self.said.facts

    @cached_property
    def by_index(self) -> dict[int, StatementTable]:
        """Return the tables by their index."""
        return {table.index: table for table in self.tables}

    @cached_property
    def facts_of(self) -> dict[int, Facts]:
        """Return the facts of every table."""
        return {found[0].table: found for found in grouped(self.facts, lambda fact: fact.table)}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return the prose, paragraph by paragraph, with the numbers that it states."""
        if self.source is None:
            return ()
        return passages_of(find_paragraphs(self.source, self.tables), self.identity)

    @cached_property
    def _figures(self) -> dict[tuple[int | None, str, Decimal], list[Figure]]:
        """Return the figures by page, sentence and value; texts have no pages."""
        figures: dict[tuple[int | None, str, Decimal], list[Figure]] = {}
        for figure in self.said.figures:
            figures.setdefault((figure.page, figure.sentence, figure.value), []).append(figure)
        return figures

    def figures_at(self, number: Number, passage: Passage) -> list[Figure]:
        """Return the figures that a number of the prose was read as: two where it is revenue and expenditure."""
        sentence = passage.sentences[number.sentence]
        return self._figures.get((number.printed.page, sentence, number.value), [])

    def topics_at(self, number: Number, passage: Passage) -> list[str]:
        """Return what a number of the prose is about, in the topics of the parse contract."""
        return list(dict.fromkeys(figure.topic for figure in self.figures_at(number, passage)))

    @cached_property
    def _stated(self) -> dict[str, list[Printed]]:
        """Return the amounts of the document's own year and phase that the prose states, by topic."""
        found: dict[str, list[Printed]] = {}
        for passage in self.passages:
            for number in passage.numbers:
                if number.role is Role.LEVEL and number.is_money and self.is_current(number):
                    for topic in self.topics_at(number, passage):
                        found.setdefault(topic, []).append(number.printed)
        return found

    def is_current(self, number: Number) -> bool:
        """Tell whether a number of the prose is of the document's own year and phase, as far as it says."""
        return number.year in (None, self.year) and number.phase in (None, self.phase)

    def stated(self, topic: str) -> list[Printed]:
        """Return the amounts of the prose about a topic."""
        return self._stated.get(topic, []) if self.source else self._kept(topic)

    def _kept(self, topic: str) -> list[Printed]:
        """Return the amounts about a topic as a database keeps them, without the text they stood in."""
        title = f"{self.year}年说明文字"
        return [
            Printed(figure.sentence, figure.value, PROSE_STEP, PROSE_UNIT.label, figure.page, figure.box, None, title)
            for figure in self.said.figures
            if figure.topic == topic and figure.unit == FigureUnit.YUAN
            and figure.fiscal_year in (None, self.year) and figure.phase in (None, self.phase)
        ]  # fmt: skip

    def stated_changes(self, topic: str) -> list[Printed]:
        """Return the amounts by which the prose says that a topic changed."""
        if self.source is None:
            return self._kept(f"change_amount:{topic}")
        return [
            number.printed
            for passage in self.passages
            for number in passage.numbers
            if number.role is Role.CHANGE
            and number.is_money
            and f"change_amount:{topic}" in self.topics_at(number, passage)
        ]

    def is_tabled(self, number: Number, passage: Passage) -> bool:
        """Tell whether a table prints a number of the prose for the same topic."""
        return any(
            abs(cell.value - number.value) <= copy_tolerance(number.printed, cell)
            for topic in self.topics_at(number, passage)
            for cell in self.tabled(topic)
        )

    def tabled(self, topic: str) -> list[Printed]:
        """Return the amounts of the document's own year and phase that the tables print about a topic."""
        printing = printing_of(topic)
        if printing is None:
            return []
        facts = self.in_year(self.in_kind(*printing.kinds))
        return [self.printed(fact) for fact in facts if printing.wanted(fact)]

    @property
    def year(self) -> int | None:
        """Return the fiscal year."""
        return self.identity.fiscal_year

    @property
    def phase(self) -> Phase | None:
        """Return the phase that the document is about."""
        return _PHASES.get(self.identity.kind) if self.identity.kind else None

    def of_kind(self, *kinds: TableKind) -> tuple[StatementTable, ...]:
        """Return the tables of some kinds, in order."""
        return tuple(table for table in self.tables if table.kind in kinds)

    def in_kind(self, *kinds: TableKind) -> Facts:
        """Return the printed facts of the tables of some kinds."""
        tables = self.of_kind(*kinds)
        return tuple(fact for table in tables for fact in self.facts_of.get(table.index, ()) if fact.amount is not None)

    def in_year(self, facts: Iterable[Fact]) -> Facts:
        """Return the facts of the document's own year and phase: no last year's column, no other stage."""
        return tuple(fact for fact in facts if fact.fiscal_year == self.year and fact.phase in (self.phase, None))

    def unit(self, fact: Fact) -> MoneyUnit:
        """Return the unit that a fact was printed in."""
        table = self.by_index.get(fact.table)
        return (table.money_unit if table else None) or MoneyUnit.YUAN

    @cached_property
    def _whole_yuan(self) -> dict[int, bool]:
        """Tell of every table whether it prints nothing but whole yuan, with or without decimals."""
        return {
            index: all(fact.amount is None or fact.amount % 1 == 0 for fact in facts)
            for index, facts in self.facts_of.items()
        }

    def printed(self, fact: Fact) -> Printed:
        """Return a fact as a printed value; a table in yuan without any fen is printed to the yuan."""
        known = self._printed.get(id(fact))
        if known is None:
            known = self._printed[id(fact)] = self._as_printed(fact)
        return known

    @cached_property
    def _printed(self) -> dict[int, Printed]:
        """Hold what was asked for once: many rules ask for the same amounts."""
        return {}

    def _as_printed(self, fact: Fact) -> Printed:
        assert fact.amount is not None
        unit = self.unit(fact)
        table = self.by_index.get(fact.table)
        step = step_of(fact.amount, fact.printed, unit.value)
        if unit is MoneyUnit.YUAN and step and self._whole_yuan.get(fact.table):
            step = unit.value
        return Printed(
            label=named(fact),
            value=fact.amount,
            step=step,
            unit=unit.label,
            page=fact.page,
            box=fact.box,
            table=fact.table,
            title=(table.title if table else None) or "",
        )

    def title(self, table: StatementTable) -> str:
        """Return a table's title for a message, with its page."""
        page = f"第{table.pages[0]}页" if table.pages else ""
        return f"{page}《{table.title}》" if table.title else page or "无题的表"


_PHASES = {DisclosureKind.BUDGET: Phase.APPROVED, DisclosureKind.FINAL_ACCOUNTS: Phase.OUTTURN}


def code_of(fact: Fact) -> str | None:
    """Return the code of a row; rows with a functional and an economic one belong to neither hierarchy."""
    if fact.function and fact.economic:
        return None
    return fact.function or fact.economic or fact.name_function


def named(fact: Fact) -> str:
    """Return the words for a fact in a message: 2040601 行政运行（项目支出）."""
    name = " ".join(word for word in (code_of(fact), fact.heading) if word) or "合计"
    about = NATURE_WORDS.get(fact.nature) if fact.nature else _source(fact)
    return f"{name}（{about}）" if about else name


def _source(fact: Fact) -> str:
    """Return the column of a fact by its source or fund, where its row does not say it."""
    if code_of(fact) and fact.item not in (None, Item.TOTAL, Item.CURRENT_YEAR_TOTAL):
        return (fact.column or "").rpartition("/")[2]
    return ""


def grouped(members: Iterable[Member], key: Callable[[Member], Hashable]) -> Iterator[tuple[Member, ...]]:
    """Yield members that have a key in common, in the order of the document."""
    groups: dict[Hashable, list[Member]] = {}
    for member in members:
        groups.setdefault(key(member), []).append(member)
    return (tuple(group) for group in groups.values())


def is_row_total(fact: Fact) -> bool:
    """Tell whether a fact is the total of its whole table or of a total row, without a code."""
    return fact.item in (Item.TOTAL, Item.CURRENT_YEAR_TOTAL) and not code_of(fact)


def is_spending(fact: Fact) -> bool:
    """Tell whether a fact is expenditure."""
    return fact.direction == Direction.EXPENDITURE
