"""Assert that the prose names functional items as the tables do, where the amount shows which row is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosures.checks.document import Document, grouped
from disclosures.checks.passages import Number, Passage
from disclosures.checks.printed import copy_tolerance
from disclosures.checks.rule import Breach, Holds, Outcome
from disclosures.codes import comparable
from disclosures.extraction.prose.roles import Role
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import TableKind

_NAME = r"[^（）()“”\"、，。；:：.．\d]{2,30}"
# A name that follows a bracket without 类 is the end of a longer one: 党委办公厅（室）及相关机构事务.
_PATH = re.compile(
    rf"(?:[（(](?:\d{{3}})?类[)）]|^|(?<=[“\"、，。；:：.．])|(?<=\d[)）]))(?P<section>{_NAME})[（(](?:\d\d)?款[)）]"
    rf"(?P<item>{_NAME})[（(](?:\d\d)?项[)）]"
)
_KINDS = (TableKind.GENERAL_PUBLIC_EXPENDITURE, TableKind.EXPENDITURE)
_LEVELS = (("section", 5, "款"), ("item", 7, "项"))


def items_are_named_as_in_the_tables(document: Document) -> Iterator[Outcome]:
    """Yield the items of the prose whose amount is that of one row only, and whose name is no row's."""
    rows = _rows(document)
    if not rows:
        return
    for passage in document.passages:
        paths = list(_PATH.finditer(passage.text))
        if len(paths) != 1:
            continue
        code = _row_of(document, passage, rows)
        if code is not None:
            yield _named(passage, paths[0], code, rows)


def _rows(document: Document) -> dict[str, tuple[Fact, ...]]:
    """Return the rows of expenditure by code."""
    facts = [fact for fact in document.in_year(document.in_kind(*_KINDS)) if fact.function and fact.nature is None]
    return {found[0].function or "": found for found in grouped(facts, lambda fact: fact.function)}


def _row_of(document: Document, passage: Passage, rows: dict[str, tuple[Fact, ...]]) -> str | None:
    """Return the code of the one item whose amount a paragraph states as that of its own year."""
    stated = [one for one in passage.numbers if _is_own(document, one)]
    codes = {
        code
        for code, facts in rows.items()
        for number in stated
        if len(code) == 7 and any(_same(document, number, fact) for fact in facts)
    }
    return codes.pop() if len(codes) == 1 else None


def _is_own(document: Document, number: Number) -> bool:
    """Tell whether a number is the item's own amount: not last year's, no other stage's, none of a reason."""
    level = number.role is Role.LEVEL and number.is_money and not number.aside
    return level and number.value > 0 and document.is_current(number)


def _same(document: Document, number: Number, fact: Fact) -> bool:
    cell = document.printed(fact)
    return abs(cell.value - number.value) <= copy_tolerance(number.printed, cell)


def _named(passage: Passage, path: re.Match[str], code: str, rows: dict[str, tuple[Fact, ...]]) -> Outcome:
    for part, length, level in _LEVELS:
        headings = {_plain(facts[0].heading or "") for known, facts in rows.items() if len(known) == length}
        told = path[part]
        own = rows.get(code[:length])
        if own is None or _plain(told) in headings:
            continue
        printed = own[0].heading or ""
        place = passage.place(path)
        page = f"第{place.page}页" if place.page else "文中"
        message = f"{page}：文中的“{told}（{level}）”在表中是“{code[:length]} {printed}”，请统一科目名称。"
        return Breach(message=message, places=(place,), formula=f"{told} ≠ {printed}")
    return Holds()


def _plain(name: str) -> str:
    """Return a name to compare: 支出 at its end is left out by many."""
    return comparable(name).removesuffix("支出")
