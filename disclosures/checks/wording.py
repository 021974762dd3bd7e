"""Assert that the prose was finished: no template words, cut reasons, doubled stops, open brackets, lost units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosures.checks.document import Document
from disclosures.checks.passages import Passage
from disclosures.checks.rule import Breach, Holds, Outcome
from disclosures.evidence import Grid, Place

_WAYS = r"增加|减少|增长|下降|上升|降低|大于|小于"
_TEMPLATE = re.compile(rf"(?:{_WAYS})[（(/／](?:{_WAYS})[)）]?")
_PLACEHOLDER = re.compile(r"(?:[XxＸ×]{2,}|[○〇]{2,}|_{3,})(?=[局委办厅院中单部街镇区市县处所个年月日万元项])")
_REASON_CUT = re.compile(r"(?:主要)?原因(?:是|为|：|:){1,2}(?=[。；，])")
_DOUBLED = re.compile(r"。。+|，，+|、、+|；；+|：：+|。，|，。|、。|、，|；。|。；|，；")
_NO_PERCENT = re.compile(r"(?:增长|下降|上升|增幅|降幅)(?:了|为|约)?\d+\.\d+(?=[。；，])")
_NO_YUAN = re.compile(r"\d\.\d+万(?=[（(，。；、)）])")
_LIST_MARK = re.compile(r"(?:^|[。；：;:，、])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）]")
_BRACKETS = {"（": "(", "(": "(", "）": ")", ")": ")"}

# Slips seen again and again, with the word that was meant.
SLIPS = {
    "上一度": "上一年度",
    "固有资本经营": "国有资本经营",
    "预算预算": "预算",
    "决算决算": "决算",
    "支出支出": "支出",
    "的的": "的",
}
_SLIP = re.compile("|".join(SLIPS))


def template_words_are_replaced(document: Document) -> Iterator[Outcome]:
    """Yield what was left in from a template: each 增加（减少）, and all XX of a document at once."""
    for passage in document.passages:
        yield from _found(passage, _TEMPLATE, "留有模板用语“{}”，请按实际情况改写")
    places = [_quoted(passage, found) for passage in document.passages for found in _PLACEHOLDER.finditer(passage.text)]
    places += [place for place in _round_tables(document) if _PLACEHOLDER.search(place.printed)]
    if places:
        more = f"等{len(places)}处" if len(places) > 1 else ""
        message = f"{_page(places[0])}：“{places[0].printed}”{more}留有占位符，请填写实际名称或数字。"
        yield Breach(message=message, places=tuple(places))


def _round_tables(document: Document) -> Iterator[Place]:
    """Yield the captions, notes and cells of tables."""
    for table in document.tables:
        yield from (Place("表头", line.text, line.page, line.box) for line in (*table.captions, *table.notes))
        for grid in table.grids:
            yield from _cells(grid)


def _cells(grid: Grid) -> Iterator[Place]:
    for row in grid.rows:
        yield from (Place("单元格", cell.text, grid.page, cell.box) for cell in row if cell.text)


def reasons_are_finished(document: Document) -> Iterator[Outcome]:
    """Yield the reasons that end before they begin: 主要原因是。"""
    for passage in document.passages:
        yield from _found(passage, _REASON_CUT, "“{}”之后没有内容，请补写原因")


def stops_stand_alone(document: Document) -> Iterator[Outcome]:
    """Yield doubled punctuation."""
    for passage in document.passages:
        yield from _found(passage, _DOUBLED, "标点重复或相连“{}”，请删去多余的")


def slips_are_mended(document: Document) -> Iterator[Outcome]:
    """Yield the usual slips of the pen, in prose and in titles of tables, each slip once with all its places."""
    found: dict[str, list[Place]] = {}
    for passage in document.passages:
        for slip in _SLIP.finditer(passage.text):
            found.setdefault(slip.group(), []).append(_quoted(passage, slip))
        yield Holds()
    for table in document.tables:
        for slip in _SLIP.finditer(table.title or ""):
            page = table.pages[0] if table.pages else None
            found.setdefault(slip.group(), []).append(Place("表题", table.title or "", page))
        yield Holds()
    for words, places in found.items():
        more = f"（{len(places)}处）" if len(places) > 1 else ""
        message = f"{_page(places[0])}：“{words}”应为“{SLIPS[words]}”{more}。"
        yield Breach(message=message, places=tuple(places))


def percentages_have_their_sign(document: Document) -> Iterator[Outcome]:
    """Yield the changes whose percent sign is missing: 增长13.95。"""
    for passage in document.passages:
        yield from _found(passage, _NO_PERCENT, "“{}”缺少%，请补上")


def amounts_have_their_unit(document: Document) -> Iterator[Outcome]:
    """Yield the amounts that lost 元: 0.39万。"""
    for passage in document.passages:
        yield from _found(passage, _NO_YUAN, "“{}”缺少“元”，请写成万元")


def brackets_are_closed(document: Document) -> Iterator[Outcome]:
    """Yield the brackets that are opened and not closed, or closed and not opened."""
    for passage in document.passages:
        at = _unpaired(passage.text)
        if at is None:
            yield Holds()
            continue
        line = passage.paragraph.line_at(at)
        place = Place("文字", passage.text[max(0, at - 10) : at + 14], line.page, line.box)
        yield Breach(message=f"{_page(place)}：括号不成对（“{place.printed}”），请补齐。", places=(place,))


def _unpaired(text: str) -> int | None:
    """Return where a bracket without its partner stands; the bracket of an ordinal, as in 1）, needs none."""
    opened: list[int] = []
    ordinals = {found.end() - 1 for found in _LIST_MARK.finditer(text)}
    for at, character in enumerate(text):
        kind = _BRACKETS.get(character)
        if kind == "(":
            opened.append(at)
        elif kind == ")" and opened:
            opened.pop()
        elif kind == ")" and at not in ordinals:
            return at
    return opened[-1] if opened else None


def _found(passage: Passage, pattern: re.Pattern[str], words: str) -> Iterator[Outcome]:
    """Yield a breach for every match in a paragraph."""
    for found in pattern.finditer(passage.text):
        place = passage.place(found)
        yield Breach(message=f"{_page(place)}：{words.format(found.group())}。", places=(_quoted(passage, found),))
    yield Holds()


def _quoted(passage: Passage, found: re.Match[str]) -> Place:
    """Return the place with a little of the words round what was found."""
    start, end = max(0, found.start() - 12), min(len(passage.text), found.end() + 8)
    line = passage.paragraph.line_at(found.start())
    return Place("文字", passage.text[start:end], line.page, line.box)


def _page(place: Place) -> str:
    return f"第{place.page}页" if place.page else "文中"
