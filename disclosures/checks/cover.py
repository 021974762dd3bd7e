"""Assert that the text speaks of the unit, the year and the sort of file that the cover names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from disclosures.checks.completeness import STATEMENTS
from disclosures.checks.document import Document
from disclosures.checks.passages import Passage
from disclosures.checks.rule import Breach, Holds, Outcome, Unread
from disclosures.evidence import Place
from disclosures.vocabulary import DisclosureKind

_SCOPE = re.compile(r"(?P<sort>部门|单位)(?:预算|决算)安排")
_CITY = re.compile(r"(?:市级|省级)(?:预算主管部门|财政(?:拨款|有))")
_DISTRICT = re.compile(r"[区县旗]$")
_COMPARED = re.compile(
    r"(?:比|较|与|同)(?P<year>20\d\d)年度?(?:当年)?(?:（年初）|\(年初\))?(?:预算|决算|执行|相比|持平)"
)
_HEADED = re.compile(r"(?P<year>20\d\d)年度?(?:部门|单位)?(?:预算|决算)(?:编制)?(?:情况)?说明")
_AS_OF = re.compile(r"(?:截至|截止)(?P<year>20\d\d)年12月31日")
_TITLE_YEAR = re.compile(r"(?P<year>20\d\d)年")
_ALIKE = 0.9  # one wrong character in a name of ten; below that it is another body's name
_MOST_TITLES = 0.6  # where most titles carry the year, one without it was forgotten


def scope_is_named_as_on_the_cover(document: Document) -> Iterator[Outcome]:
    """Yield 部门预算安排 in a file whose cover says 单位预算, and the other way round."""
    wanted = next((source[:2] for field, source in document.identity.sources if field == "scope"), "")
    if wanted not in ("部门", "单位"):
        yield Unread("封面没有写明是部门还是单位")
        return
    for passage in document.passages:
        for found in _SCOPE.finditer("" if passage.glossary else passage.text):
            if found["sort"] != wanted:
                place = passage.place(found)
                message = f"{_page(place)}：封面为{wanted}，此处写作“{found.group()}”，请改为“{wanted}”。"
                yield Breach(message=message, places=(place,))
        yield Holds()


def level_of_government_fits(document: Document) -> Iterator[Outcome]:
    """Yield 市级 in a district's file, once with all places: it comes with a copied explanation of terms."""
    region = document.identity.region
    if region is None:
        yield Unread("没有读到单位所在地区")
    elif not document.passages:
        return
    elif not _DISTRICT.search(region):
        yield Holds()
    else:
        places = tuple(passage.place(found) for passage in document.passages for found in _CITY.finditer(passage.text))
        if places:
            message = (
                f"{_page(places[0])}：本文件属{region}，文中却写“{places[0].printed}”等{len(places)}处，请改为区级。"
            )
            yield Breach(message=message, places=places)
        yield Holds()


def years_fit_the_cover(document: Document) -> Iterator[Outcome]:
    """Yield comparisons with a year other than the last, headings of another year, and stocks at a wrong date."""
    year = document.year
    if year is None:
        yield Unread("没有读到年度")
        return
    for passage in document.passages:
        if passage.glossary:
            continue
        accounts = document.identity.kind is DisclosureKind.FINAL_ACCOUNTS
        # Accounts are set against the budget of their own year as well.
        own_budget = f"{year}年" if accounts else None
        yield from _other_years(passage, _COMPARED, year - 1, "比较年度", beside=own_budget)
        if passage.paragraph.heading is not None:
            yield from _other_years(passage, _HEADED, year, "标题年度")
        if accounts:
            yield from _other_years(passage, _AS_OF, year, "截止日期的年度")
        yield Holds()


def _other_years(
    passage: Passage, pattern: re.Pattern[str], wanted: int, words: str, *, beside: str | None = None
) -> Iterator[Breach]:
    """Yield what names another year than the wanted one; ``beside`` is a year whose budget may be named too."""
    for found in pattern.finditer(passage.text):
        if beside and beside in found.group() and found.group().endswith("预算"):
            continue
        if int(found["year"]) != wanted:
            place = passage.place(found)
            message = f"{_page(place)}：{words}为{found['year']}年（“{found.group()}”），应为{wanted}年，请核对。"
            yield Breach(message=message, places=(place,), formula=f"{found['year']} ≠ {wanted}")


def titles_carry_the_year(document: Document) -> Iterator[Outcome]:
    """Yield tables titled with another year, or without one where most titles carry it."""
    year = document.year
    titled = [table for table in document.tables if table.title and table.kind in STATEMENTS]
    if year is None or not titled:
        yield Unread("没有读到年度或表题")
        return
    years = [_TITLE_YEAR.search(table.title or "") for table in titled]
    usual = sum(found is not None for found in years) >= _MOST_TITLES * len(titled)
    for table, found in zip(titled, years, strict=True):
        place = Place("表题", table.title or "", table.pages[0] if table.pages else None)
        if found is None and usual:
            message = f"{document.title(table)}：其他表题都写有年度，这一张没有。"
            yield Breach(message=message, places=(place,), table=table.index)
        elif found is not None and int(found["year"]) != year:
            message = f"{document.title(table)}：表题年度为{found['year']}年，封面为{year}年。"
            yield Breach(message=message, places=(place,), table=table.index)
        yield Holds()


def unit_is_named_as_on_the_cover(document: Document) -> Iterator[Outcome]:
    """Yield names that differ from the unit's by one or two characters."""
    unit = document.identity.unit
    if unit is None or len(unit) < 6:
        yield Unread("没有读到单位名称")
        return
    opening = unit[:4]
    names: dict[str, list[Place]] = {}
    for passage in document.passages:
        for place in _misnamed(passage, unit, opening):
            names.setdefault(place.printed, []).append(place)
        yield Holds()
    for name, places in names.items():
        more = f"（{len(places)}处）" if len(places) > 1 else ""
        message = f"{_page(places[0])}：单位名称写作“{name}”{more}，封面为“{unit}”，请核对。"
        yield Breach(message=message, places=tuple(places))


def _misnamed(passage: Passage, unit: str, opening: str) -> Iterator[Place]:
    for found in re.finditer(re.escape(opening), passage.text):
        here = passage.text[found.start() :]
        if here.startswith(unit):
            continue
        for length in (len(unit), len(unit) - 1, len(unit) + 1):
            name = here[:length]
            if name.endswith(unit[-2:]) and SequenceMatcher(None, name, unit).ratio() >= _ALIKE:
                line = passage.paragraph.line_at(found.start())
                yield Place("文字", name, line.page, line.box)
                break


def _page(place: Place) -> str:
    return f"第{place.page}页" if place.page else "文中"
