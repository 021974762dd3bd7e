"""Assert that statements of the prose agree with one another: changes told twice, parts and their whole, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from disclosures.checks.changes import likeness
from disclosures.checks.document import Document
from disclosures.checks.passages import Number, Passage
from disclosures.checks.printed import Printed, added, copy_tolerance, shown, sum_of, sum_tolerance
from disclosures.checks.rule import Breach, Holds, Outcome
from disclosures.checks.sums import summed
from disclosures.extraction.prose.roles import Role
from disclosures.vocabulary import Phase

_ALIKE = 4  # 政府投资, 一般公共预算: subjects that share as many characters are one
_FISCAL = "财政拨款"
_GENERAL = "一般公共"
_COMMON = re.compile(
    r"20\d\d年度?|[收支]出?入?预算|预算|决算|支出|收入|总计|合计|总额|安排|资金|项目|金额|[、，,]|年度"
)
_ITEMISED = re.compile(r"明细为|具体明细|明细如下")
_ITEM = re.compile(r"[（(]\d{1,2}[)）]")
_UNCHANGED = re.compile(r"(?:与|同)20\d\d年(?:预算)?(?:基本一致|持平|保持一致)")
_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("procurement", ("procurement_goods", "procurement_works", "procurement_services")),
    ("three_public", ("overseas_travel", "vehicles", "reception")),
    ("vehicles", ("vehicle_purchase", "vehicle_operation")),
    ("total_expenditure", ("basic", "project")),
)
_NUMBERED_BUDGET = re.compile(r"\d{1,2}[.、．][^。]{2,40}预算\d")
_FEWEST_PROJECTS = 3


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an amount as one sentence tells it."""

    level: Number
    change: Number
    words: str


def changes_are_told_alike(document: Document) -> Iterator[Outcome]:
    """Yield two different changes told of one amount of one subject."""
    told_twice: set[tuple[Decimal, Decimal]] = set()
    told = [change for passage in document.passages for change in _changes(document, passage)]
    for one, other in combinations(told, 2):
        if one.level.value != other.level.value or not one.level.value:
            continue
        if likeness(one.words, other.words) < _ALIKE or not _of_one_fund(one.words, other.words):
            continue
        allowed = copy_tolerance(one.change.printed, other.change.printed)
        if abs(one.change.value - other.change.value) <= allowed:
            yield Holds()
            continue
        first, second = one.change.printed, other.change.printed
        if (first.value, second.value) in told_twice:
            continue
        told_twice.add((first.value, second.value))
        message = (
            f"{second.where}：同为{one.level.printed.shown}的“{one.words}”，一处比上年变动{first.shown}"
            f"（{first.where}），一处变动{second.shown}，请核对。"
        )
        places = (one.level.printed.place, first.place, other.level.printed.place, second.place)
        yield Breach(message=message, places=places, formula=f"{first.shown} ≠ {second.shown}")


def _of_one_fund(one: str, other: str) -> bool:
    """Tell whether two subjects are of the same money: 财政拨款 may be all of it this year and was less last year."""
    return all(_GENERAL in words for words in (one, other)) or (_FISCAL in one) == (_FISCAL in other)


def _changes(document: Document, passage: Passage) -> Iterator[Change]:
    """Yield the changes that follow their amount directly, with at most one bracket between."""
    level: Number | None = None
    for number in passage.numbers:
        if number.role is Role.LEVEL and number.is_money:
            if number.depth == 0 and document.year is not None and number.year in (None, document.year):
                level = number
        elif number.role is Role.CHANGE and number.is_money and level is not None:
            yield Change(level, number, _subject(document, level, passage))
            level = None


def _subject(document: Document, level: Number, passage: Passage) -> str:
    """Return what an amount is of, without the unit's name and words that every amount has."""
    words = level.words if len(level.words) >= _ALIKE else passage.text[: level.offset][-20:]
    return _COMMON.sub("", words.replace(document.identity.unit or "\0", ""))


def parts_make_up_their_whole(document: Document) -> Iterator[Outcome]:
    """Yield the wholes of the prose whose parts a paragraph, or the ones below it, state in full."""
    for passage in document.passages:
        stated = _by_topic(document, passage)
        for whole, names in _PARTS:
            parts = [stated[name] for name in names if name in stated]
            if whole in stated and len(parts) == len(names):
                yield summed("应等于所列各项之和", stated[whole], tuple(parts))


def _by_topic(document: Document, passage: Passage) -> dict[str, Printed]:
    """Return the one amount of the document's year that a paragraph states for a topic."""
    found: dict[str, list[Printed]] = {}
    for number in passage.numbers:
        if number.role is Role.LEVEL and number.is_money and not number.aside and document.is_current(number):
            for topic in document.topics_at(number, passage):
                found.setdefault(topic, []).append(number.printed)
    return {topic: amounts[0] for topic, amounts in found.items() if len(amounts) == 1}


def lists_make_up_what_they_itemise(document: Document) -> Iterator[Outcome]:
    """Yield the numbered lists whose amounts add up to another amount than the one that introduces them."""
    for before, items in _itemised(document):
        introduced = before[-1].printed
        parts = tuple(one.printed for one in items)
        compared = summed("应等于所列明细之和", introduced, parts)
        other = next((one for one in before[:-1] if abs(one.value - sum_of(parts)) <= compared.tolerance), None)
        if other is not None and abs(compared.difference) > compared.tolerance:
            message = (
                f"{introduced.where}：明细合计{shown(sum_of(parts), introduced.unit)}，与所接的{introduced.shown}不等，"
            )
            message += f"却等于前面的{other.printed.shown}，请写明明细是预算还是执行数。"
            places = (introduced.place, other.printed.place, *(part.place for part in parts))
            yield Breach(message=message, places=places, formula=f"{added(parts)} = {other.printed.shown}")
        else:
            yield compared


def itemised_lists(document: Document) -> Iterator[tuple[Number, list[Number]]]:
    """Yield every numbered list with the amount that introduces it."""
    return ((before[-1], items) for before, items in _itemised(document))


def _itemised(document: Document) -> Iterator[tuple[list[Number], list[Number]]]:
    """Yield the amounts before a numbered list, and those of the list."""
    for passage in document.passages:
        marked = _ITEMISED.search(passage.text)
        if marked is None:
            continue
        before = [one for one in passage.numbers if one.offset < marked.start() and one.is_money]
        items = _items(passage, marked.end())
        if before and len(items) > 1:
            yield before, items


def _items(passage: Passage, start: int) -> list[Number]:
    """Return the amounts that directly follow a numbered name, up to the end of the list."""
    end = passage.text.find("。", start)
    listed = [one for one in passage.numbers if one.offset > start and (end < 0 or one.offset < end) and one.is_money]
    return [one for one in listed if one.role is Role.LEVEL and _ITEM.search(one.words)]


def parts_of_last_year_fit_its_total(document: Document) -> Iterator[Outcome]:
    """Yield the project budgets of last year that follow from the changes, where they exceed last year's total."""
    totals = [
        (number, passage)
        for passage in document.passages
        for number in passage.numbers
        if number.role is Role.CHANGE and number.is_money
        and "change_amount:total_expenditure" in document.topics_at(number, passage)
    ]  # fmt: skip
    whole = document.stated("total_expenditure")
    if not totals or not whole:
        return
    change = totals[0][0].printed
    prior = whole[0].value - change.value
    parts = [part for passage in document.passages if (part := _last_year(passage)) is not None]
    if len(parts) < _FEWEST_PROJECTS:
        return
    implied = sum((value for _, value in parts), Decimal(0))
    allowed = sum_tolerance(whole[0], (part for part, _ in parts))
    if implied <= prior + allowed:
        yield Holds()
        return
    unit = whole[0].unit
    message = (
        f"{parts[0][0].where}：按各项目的增减推算，上年项目预算合计{shown(implied, unit)}，"
        f"大于上年全部预算{shown(prior, unit)}，请核对各项目的增减额。"
    )
    formula = f"{' + '.join(shown(value, unit) for _, value in parts)} = {shown(implied, unit)} > {shown(prior, unit)}"
    yield Breach(message=message, places=tuple(part.place for part, _ in parts), formula=formula)


def _last_year(passage: Passage) -> tuple[Printed, Decimal] | None:
    """Return a project's budget and that of last year, from a numbered paragraph that states both."""
    if not _NUMBERED_BUDGET.match(passage.text):
        return None
    level = next((one for one in passage.numbers if one.role is Role.LEVEL and one.is_money), None)
    change = next((one for one in passage.numbers if one.role is Role.CHANGE and one.is_money), None)
    if level is None or (change is None and not _UNCHANGED.search(passage.text)):
        return None
    return level.printed, level.value - (change.value if change else Decimal(0))


def projects_fit_the_approved_budget(document: Document) -> Iterator[Outcome]:
    """Yield the projects whose 年初预算 is greater than that of the whole unit."""
    wholes = [
        number.printed
        for passage in document.passages
        for number in passage.numbers
        for figure in document.figures_at(number, passage)
        if figure.topic in ("general_public", "total_expenditure")
        and figure.phase is Phase.APPROVED
        and figure.fiscal_year == document.year
        and document.phase is Phase.OUTTURN
    ]
    if not wholes:
        return
    whole = max(wholes, key=lambda one: one.value)
    for project in document.said.projects:
        if project.table is not None or project.approved is None:
            continue
        told = Printed(f"{project.name}年初预算", project.approved, whole.step, whole.unit, project.page, project.box)
        if told.value <= whole.value:
            yield Holds()
            continue
        message = f"{told.where}：“{project.name}”的年初预算{told.shown}大于全部年初预算{whole.shown}，可能是年中追加。"
        formula = f"{told.shown} > {whole.shown}"
        yield Breach(message=message, places=(told.place, whole.place), formula=formula)
