"""Assert that an amount of the prose is the one that the tables print, and that the prose says one thing only once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosures.checks.document import Document, code_of
from disclosures.checks.passages import Number, Passage
from disclosures.checks.printed import Printed, copy_tolerance
from disclosures.checks.rule import Breach, Comparison, Outcome
from disclosures.checks.sums import copied
from disclosures.checks.topics import printing_of
from disclosures.codes import parent_code
from disclosures.extraction.prose.roles import Role
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import DisclosureKind, Fund, Nature, Phase, Severity, TableKind

_GENERAL = re.compile(r"一般公共预算")
_FISCAL = re.compile(r"财政拨款")
_OF_PROJECTS = re.compile(r"绩效|纳入|涉及")
_DATED = re.compile(r"决算|执行|实际|20\d\d年|占")
_BROAD = ("basic", "project")


def prose_repeats_the_tables(document: Document) -> Iterator[Outcome]:
    """Yield every amount of the prose that a table prints too, with the cell that comes nearest."""
    for passage in document.passages:
        told: set[tuple[str, Decimal]] = set()
        for number in passage.numbers:
            if number.role is Role.LEVEL and number.is_money and not number.aside:
                yield from _told_once(document, passage, number, told)


def _told_once(
    document: Document, passage: Passage, number: Number, told: set[tuple[str, Decimal]]
) -> Iterator[Outcome]:
    """Yield what a number is compared with; what a paragraph repeats, or says of both sides, is wrong only once."""
    for topic in document.topics_at(number, passage):
        if (topic, number.value) in told:
            continue
        told.add((topic, number.value))
        for compared in _copy(document, passage, number, topic):
            agrees = abs(compared.difference) <= compared.tolerance
            yield compared if agrees else _of_the_code_above(document, passage, number, topic) or compared
            if not agrees:
                return


def _of_the_code_above(document: Document, passage: Passage, number: Number, topic: str) -> Breach | None:
    """Return a doubt about the name alone, where the amount of an item is that of a code above it."""
    code = parent_code(topic.partition(":")[2]) if topic.startswith("function:") else None
    while code is not None:
        for cell in _cells(document, passage, number, f"function:{code}"):
            if abs(cell.value - number.value) <= copy_tolerance(number.printed, cell):
                message = (
                    f"{number.printed.where}：“{number.printed.label}”的{number.printed.shown}是{cell.where}"
                    f"“{cell.label}”的金额，请核对科目的级次。"
                )
                formula = f"{number.printed.shown} = {cell.shown}（{cell.label}）"
                places = (number.printed.place, cell.place)
                return Breach(message=message, places=places, formula=formula, severity=Severity.WARNING)
        code = parent_code(code)
    return None


def _copy(document: Document, passage: Passage, number: Number, topic: str) -> Iterator[Comparison]:
    if topic == "project" and _OF_PROJECTS.search(passage.sentences[number.sentence]):
        return  # the money under performance management is often less than all projects
    cells = _cells(document, passage, number, topic)
    if not cells:
        return
    milder = _milder(document, passage, number)
    compared = [copied(number.printed, cell, milder) for cell in cells]
    yield min(compared, key=lambda one: (abs(one.difference) > one.tolerance, _elsewhere(one)))


def _elsewhere(compared: Comparison) -> Decimal:
    """Return how far off a cell is, relative to itself: a wrong amount is told beside the likeliest cell."""
    return abs(compared.difference) / (abs(compared.expected) or Decimal(1))


def _milder(document: Document, passage: Passage, number: Number) -> Severity | None:
    """Return a hint where final accounts state an amount without saying whether it is the budget or the outturn."""
    said = passage.sentences[number.sentence]
    bare = document.identity.kind is DisclosureKind.FINAL_ACCOUNTS and not _DATED.search(said)
    return Severity.HINT if bare and len(passage.numbers) == 1 else None


def _cells(document: Document, passage: Passage, number: Number, topic: str) -> list[Printed]:
    printing = printing_of(topic)
    year, phase = _time(document, passage, number)
    if printing is None:
        return []
    facts = [
        fact
        for fact in document.in_kind(*printing.kinds)
        if printing.wanted(fact) and fact.fiscal_year == year and fact.phase in (phase, None)
    ]
    if topic in _BROAD:
        facts = _of_fund(facts, number.words)
    return [document.printed(fact) for fact in facts]


def _time(document: Document, passage: Passage, number: Number) -> tuple[int | None, Phase | None]:
    """Return year and phase as the prose was read: they may come from the sentence before."""
    figures = document.figures_at(number, passage)
    return (figures[0].fiscal_year, figures[0].phase) if figures else (number.year, number.phase)


def _of_fund(facts: list[Fact], words: str) -> list[Fact]:
    """Return the facts of the fund that the words name: 一般公共预算基本支出 is not the basic spending of all funds."""
    if _GENERAL.search(words):
        narrow = [fact for fact in facts if fact.fund == Fund.GENERAL_PUBLIC]
        return narrow or [fact for fact in facts if fact.fund == Fund.FISCAL]
    if _FISCAL.search(words):
        return [fact for fact in facts if fact.fund in (Fund.FISCAL, Fund.GENERAL_PUBLIC)] or facts
    return facts


def people_are_as_the_basic_table_prints(document: Document) -> Iterator[Outcome]:
    """Yield 人员经费 and 公用经费 of the prose, under basic spending, with the totals of the basic table."""
    facts = document.in_year(document.in_kind(TableKind.BASIC_EXPENDITURE_DEPARTMENTAL))
    cells = {
        words: [document.printed(fact) for fact in facts if fact.nature == nature and not code_of(fact)]
        for words, nature in (("人员经费", Nature.PERSONNEL), ("公用经费", Nature.OPERATING))
    }
    for passage in document.passages:
        if "基本支出" not in f"{passage.titles}{passage.text[:40]}":
            continue
        for number in passage.numbers:
            words = number.words[-4:]
            if number.role is Role.LEVEL and number.is_money and not number.aside and cells.get(words):
                compared = [copied(number.printed, cell) for cell in cells[words]]
                yield min(compared, key=lambda one: abs(one.difference))


def prose_says_one_thing_once(document: Document) -> Iterator[Outcome]:
    """Yield the amounts that one paragraph states twice for the same topic, year and phase.

    Only where no table prints the topic: otherwise the comparison with the table tells which one is wrong.
    """
    for passage in document.passages:
        seen: dict[tuple[str, int | None, Phase | None], Number] = {}
        for number in passage.numbers:
            if number.role is not Role.LEVEL or not number.is_money or number.aside:
                continue
            for topic in document.topics_at(number, passage):
                year, phase = _time(document, passage, number)
                first = seen.setdefault((topic, year, phase), number)
                alone = topic.startswith("function:") and not _cells(document, passage, number, topic)
                if first is not number and alone and first.depth == number.depth:
                    yield copied(number.printed, first.printed)
