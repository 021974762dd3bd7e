"""Assert that codes and names belong together, and that names are those of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from disclosures.checks.document import Document, code_of, named
from disclosures.checks.rule import Breach, Holds, Outcome, Unread
from disclosures.codes import (
    comparable,
    departmental_names,
    functional_names,
    government_names,
    is_departmental,
    is_functional,
    is_government,
    legacy_functional_names,
    parent_code,
)
from disclosures.evidence import Place
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import Scope, Severity, TableKind

# Names of functional classes with the year from which another name is printed.
OUTDATED = {
    "医疗卫生与计划生育支出": (2019, "卫生健康支出"),
    "文化体育与传媒支出": (2019, "文化旅游体育与传媒支出"),
    "国土海洋气象等支出": (2019, "自然资源海洋气象等支出"),
    "环境保护支出": (2011, "节能环保支出"),
}
# Where the codes of the basic table were renumbered: before that year names and codes are those of another list.
_RENUMBERED = 2018
_FUND_CODES = ("21208", "21210", "21211", "21213", "21214", "22960")
_SHORTEST = 3
# The government classes of an institution's money, and those of an administrative body's.
_OF_INSTITUTIONS = ("505", "506")
_OF_BODIES = ("501", "502", "503", "504")
_INSTITUTION = re.compile(
    r"(?:属于?|是|为|系)[^，。；]{0,20}(?:公益[一二]类|全额拨款|差额拨款|财政补助)[^，。；]{0,6}事业单位"
)
_BODY = re.compile(r"行政单位|参公|参照公务员|机关")


def class_names_are_of_the_year(document: Document) -> Iterator[Outcome]:
    """Yield the names of classes that were replaced in a former year."""
    year = document.year
    if year is None:
        yield Unread("没有读到年度")
        return
    for passage in document.passages:
        for old, (since, new) in OUTDATED.items():
            at = passage.text.find(old)
            if year >= since and at >= 0:
                line = passage.paragraph.line_at(at)
                yield _outdated(Place("文字", old, line.page, line.box), old, new, since)
        yield Holds()
    seen: set[tuple[int, str]] = set()
    for fact in document.facts:
        plain = comparable(fact.heading or "")
        for old, (since, new) in OUTDATED.items():
            if year >= since and plain == old and (fact.table, old) not in seen:
                seen.add((fact.table, old))
                yield _outdated(Place(named(fact), old, fact.page, fact.box), old, new, since)


def _outdated(place: Place, old: str, new: str, since: int) -> Breach:
    page = f"第{place.page}页" if place.page else "文中"
    return Breach(message=f"{page}：“{old}”是{since}年以前的名称，现为“{new}”，请改用现名。", places=(place,))


def names_belong_to_their_codes(document: Document) -> Iterator[Outcome]:
    """Yield the rows whose code is printed with the name of another code of the same list."""
    seen: set[tuple[str, str]] = set()
    for fact in document.facts:
        code, name = code_of(fact), fact.heading or ""
        if code is None or (code, name) in seen or fact.name_function:
            continue
        seen.add((code, name))
        yield _named_as(document, fact, code, name)


def _named_as(document: Document, fact: Fact, code: str, name: str) -> Outcome:
    """Return a breach where a name is another code's; spelling apart from the list is no matter."""
    if (document.year or 0) < _RENUMBERED or fact.fiscal_year < _RENUMBERED:
        return Holds()
    names = _list_of(code)
    plain = comparable(name)
    owners = [other for other in _owners(code[:1]).get(plain, ()) if len(other) == len(code)]
    if code not in names or not plain or not owners or code in owners:
        return Holds()
    place = document.printed(fact).place if fact.amount is not None else Place(named(fact), "", fact.page, fact.box)
    message = (
        f"{document.title(document.by_index[fact.table])}：{code}在科目表中是“{names[code]}”，此处写“{name}”，请核对。"
    )
    return Breach(message=message, places=(place,), table=fact.table)


def _list_of(code: str) -> Mapping[str, str]:
    """Return the list that a code's form belongs to."""
    if is_functional(code):
        return functional_names()
    if is_departmental(code):
        return departmental_names()
    return government_names() if is_government(code) else {}


@cache
def _owners(family: str) -> Mapping[str, tuple[str, ...]]:
    """Return the codes of a list, told by its first digit, by the name that they have."""
    names = {"2": functional_names, "3": departmental_names, "5": government_names}.get(family, dict[str, str])()
    owners: dict[str, tuple[str, ...]] = {}
    for code, name in names.items():
        plain = comparable(name)
        owners[plain] = (*owners.get(plain, ()), code)
    return owners


def codes_are_in_the_lists(document: Document) -> Iterator[Outcome]:
    """Yield, once for all of a document, the codes that no list has: places have codes of their own."""
    unknown: dict[str, Fact] = {}
    for fact in document.facts:
        code = code_of(fact)
        if code is None:
            continue
        yield Holds()
        if code not in _list_of(code) and code not in legacy_functional_names():
            unknown.setdefault(code, fact)
    if unknown and (document.year or 0) >= _RENUMBERED:
        places = tuple(Place(named(fact), fact.printed, fact.page, fact.box) for fact in unknown.values())
        listed = "、".join(list(unknown)[:5])
        message = f"有{len(unknown)}个科目编码不在本站的科目表中（{listed}等），可能是地方增设，请核对。"
        yield Breach(message=message, places=places)


def codes_stand_below_their_parents(document: Document) -> Iterator[Outcome]:
    """Yield the codes whose class is not printed in a table that prints classes."""
    kinds = (TableKind.EXPENDITURE, TableKind.GENERAL_PUBLIC_EXPENDITURE, TableKind.BASIC_EXPENDITURE_DEPARTMENTAL)
    for table in document.of_kind(*kinds):
        rows = {code: fact for fact in document.facts_of.get(table.index, ()) if (code := code_of(fact))}
        if not any(len(code) == _SHORTEST for code in rows):
            continue
        for code, fact in rows.items():
            above = parent_code(code)
            if above and code[:_SHORTEST] not in rows and above not in rows:
                place = Place(named(fact), fact.printed, fact.page, fact.box)
                message = f"{document.title(table)}：列有{named(fact)}，没有列出所属的{above}。"
                yield Breach(message=message, places=(place,), table=table.index, severity=Severity.HINT)
            else:
                yield Holds()


def fund_codes_are_not_general_public(document: Document) -> Iterator[Outcome]:
    """Yield items of government funds in tables of the general public budget."""
    for table in document.of_kind(TableKind.GENERAL_PUBLIC_EXPENDITURE):
        for fact in document.facts_of.get(table.index, ()):
            if fact.function and fact.function[:5] in _FUND_CODES and fact.amount:
                message = f"{document.title(table)}：{named(fact)}属政府性基金科目，不应列入一般公共预算。"
                yield Breach(message=message, places=(document.printed(fact).place,), table=table.index)
        yield Holds()


def institutions_use_their_own_classes(document: Document) -> Iterator[Outcome]:
    """Yield the classes of administrative bodies in the file of a unit that says it is an institution (事业单位)."""
    tables = document.of_kind(TableKind.BASIC_EXPENDITURE_GOVERNMENT)
    if not tables:
        return
    said = [passage for passage in document.passages if _INSTITUTION.search(passage.text)]
    others = any(_BODY.search(passage.text) for passage in said)
    if document.identity.scope is not Scope.UNIT or not said or others:
        yield Unread("没有读到单位性质，或文件含有多种性质的单位")
        return
    place = said[0].place(_INSTITUTION.search(said[0].text))
    for table in tables:
        yield Holds()
        for fact in document.facts_of.get(table.index, ()):
            if fact.amount and fact.economic in _OF_BODIES:
                own = "、".join(_OF_INSTITUTIONS)
                message = (
                    f"{document.title(table)}：{named(fact)}是行政单位的科目，文中写明本单位是事业单位，应列{own}。"
                )
                yield Breach(message=message, places=(document.printed(fact).place, place), table=table.index)
