"""Assert that what the prose counts is what it lists, and that parts in brackets are not more than their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosures.checks.document import Document
from disclosures.checks.passages import Passage
from disclosures.checks.rule import Breach, Holds, Outcome

_BODIES = r"(?:内设|职能|下属|事业|预算)?(?:机构|部门|科室|处室|单位)"
_COUNTED = rf"(?P<count>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:个|家)(?P<what>{_BODIES})?"
_LIST_AFTER = re.compile(rf"{_COUNTED}[，,]?(?:分别(?:为|是)|包括|具体为|即|为)?[:：](?P<list>[^。；;:：]+)[。；;]?$")
_LIST_BEFORE = re.compile(rf"(?:设有?|包括|下设|内设)[:：]?(?P<list>[^。；;:：，,]+、[^。；;:：，,]+)[，,]共{_COUNTED}")
_BRACKET = re.compile(r"[（(][^（）()]*[)）]")
_OPEN_END = re.compile(r"等$|等(?:机构|部门|单位|科室|处室)$")
_LAST_TWO = re.compile(r"和|及|以及")
_DIGITS = "零一二三四五六七八九十"
_WHOLE = re.compile(
    r"(?P<label>[^，。；（(\d]{2,12})约?(?P<whole>\d[\d,.]*)(?P<unit>平方米|亩|公里|人|台|套|个|辆)"
    r"[（(]其中[:：]?(?P<parts>[^（）()]+)[)）]"
)
_PART = re.compile(r"(?P<label>[^，、；\d]{2,12})约?(?P<number>\d[\d,.]*)(?P<unit>[^\d，、；]{1,3})")
_TAIL = 2


def lists_hold_what_they_count(document: Document) -> Iterator[Outcome]:
    """Yield 设5个科室：… with another number of names than it says."""
    for passage in document.passages:
        for found in (*_LIST_AFTER.finditer(passage.text), *_LIST_BEFORE.finditer(passage.text)):
            said, names = _number(found["count"]), _names(found["list"])
            if said is None or len(names) < 2 or _is_open(found["list"]):
                continue
            if said in _counts(names):
                yield Holds()
            else:
                yield _miscounted(passage, found, said, len(names))


def _miscounted(passage: Passage, found: re.Match[str], said: int, listed: int) -> Breach:
    place = passage.place(found)
    page = f"第{place.page}页" if place.page else "文中"
    what = found["what"] or "项"
    message = f"{page}：文中说有{said}个{what}，列出的却是{listed}个，请核对。"
    return Breach(message=message, places=(place,), formula=f"{said} ≠ {listed}")


def _is_open(listed: str) -> bool:
    return _OPEN_END.search(_BRACKET.sub("", listed)) is not None


def _names(listed: str) -> list[str]:
    """Return the names of a list; commas inside brackets part nothing."""
    return [name for name in re.split(r"[、，,]", _BRACKET.sub("", listed)) if name]


def _counts(names: list[str]) -> set[int]:
    """Return how many there may be: 和 within a name or between the last two, which of both is not known."""
    joined = sum(len(_LAST_TWO.findall(name)) for name in names)
    return set(range(len(names), len(names) + joined + 1))


def _number(text: str) -> int | None:
    """Return a small number in digits or characters: 12, 五, 十二, 二十二."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.index(text) if len(text) == 1 else None
    if any(len(part) > 1 for part in (tens, ones)):
        return None
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)


def parts_in_brackets_fit_their_whole(document: Document) -> Iterator[Outcome]:
    """Yield areas and counts whose parts in brackets (其中…) are more than the whole.

    Only parts of one sort (计容面积, 不计容面积) exclude each other; 教师 and 女性 may be the same people.
    """
    for passage in document.passages:
        for found in _WHOLE.finditer(passage.text):
            parts = list(_PART.finditer(found["parts"]))
            alike = {part["label"][-_TAIL:] for part in parts} == {found["label"].rstrip("为是约共")[-_TAIL:]}
            if len(parts) < 2 or not alike or {part["unit"] for part in parts} != {found["unit"]}:
                continue
            yield _fitting(passage, found, [_value(part["number"]) for part in parts])


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", "").rstrip("."))


def _fitting(passage: Passage, found: re.Match[str], parts: list[Decimal]) -> Outcome:
    whole, unit = _value(found["whole"]), found["unit"]
    total = sum(parts, Decimal(0))
    if total <= whole:
        return Holds()
    place = passage.place(found)
    page = f"第{place.page}页" if place.page else "文中"
    formula = f"{' + '.join(f'{part}{unit}' for part in parts)} = {total}{unit} > {whole}{unit}"
    message = f"{page}：“{found.group()}”，括号内各项之和为{total}{unit}，大于{whole}{unit}，请核对。"
    return Breach(message=message, places=(place,), formula=formula)
