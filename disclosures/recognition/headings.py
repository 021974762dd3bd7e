"""Tell what a line near a table is: heading, caption, note, page number, contents entry or prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from disclosures.amounts import MoneyUnit
from disclosures.recognition.units import BRACKETED, CAPTION, bracketed, named

MAX_TITLE = 70  # the longest titles seen name the year, the unit and four groups of expenses in about 55 characters

_NUMERAL = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_SUFFIX = r"(?:[-－—–]\d{1,2})*"
_ISSUER = r"(?:财决|财预|预算|决算|批复|部门)"
# 公开01表, 预算01表, 公开表一, 附件3-1, 表12: not the 表 that ends a title (支出总表一).
_NUMBER = (
    rf"(?:{_ISSUER}{{0,2}}公开|{_ISSUER})\d{{1,2}}{_SUFFIX}表|{_ISSUER}?公开表{_NUMERAL}{_SUFFIX}"
    rf"|附[件表]{_NUMERAL}{_SUFFIX}|(?<![预决算收支出总况细汇])表{_NUMERAL}{_SUFFIX}"
)
_LABEL_FIRST = re.compile(rf"^[（(]?({_NUMBER})(?!\d|年)[)）]?[:：、.．]?")
_LABEL_LAST = re.compile(rf"[（(]?({_NUMBER})[)）]?[:：]?$")
_ORDINAL = re.compile(
    r"^(?:(?P<label>[一二三四五六七八九十]{1,3})[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）][、.．]?"
    r"|\d{1,2}[、．.](?!\d)|\d\.\d{1,2}(?=[^\d.年])|\d{1,2}[-－]\d{1,2}[、.]?(?=[\u4e00-\u9fff]))"
)
_OWNER = re.compile(
    r"[（(]?(?:公开|编制|填报|填制|预算|决算|预算主管|申报|编报)?(?:部门|单位)(?:[/／]单位)?(?:名称|及代码|编码及名称|代码及名称)?"
    r"(?:[（(][^（）()]{1,6}[)）])*(?:名称)?[:：](?P<owner>.*)$"
)
_PERIOD = re.compile(r"[（(]?20\d\d(?:年?度?|[年.\-/]\d{1,2}[月.\-/]?(?:\d{1,2}日?)?)[)）]?")
_DATE = re.compile(r"20\d\d[年\-./].*$")
_PAGE_NUMBER = re.compile(r"[-—–－·.]*\d{1,4}[-—–－·.]*|第\d+页(?:[,，/]?共\d+页)?|\d+/\d+")
_NOTE = re.compile(r"[（(]?(?:备注|注|说明|填表说明|注释)\d{0,2}[:：.、]|[（(]?备?注[）)]?$|\*注")
_SIGNATURE = re.compile(
    r"(?:填表人|填报人|联系电话|(?:填报|编制|报送|制表|打印)(?:日期|时间)|制表人?|审核人?|(?:单位|部门)?负责人)[:：]"
    r"|[（(]?(?:盖章|公章)[)）]?$"
)
_CONTENTS = re.compile(r"[.．。·…]{4,}|…{2,}|PAGEREF|_Toc\d|[^表开附件]表[.·…]*\d{1,3}$|^目录$")
_TITLE_END = re.compile(r"表(?:[-—－]{1,2}[^。；]{1,24})?(?:[（(][^。；]{1,24}[)）])*$")
_CONTINUED = re.compile(r"[（(]?续表?[一二三四五六七八九十\d]*[)）]?[:：]?$|^[（(]?续表?[)）]?[:：]?")
_NO_TITLE = re.compile(
    r"[。；！？;!?，]|^(?:注|备注|说明|见|详见|根据|按照|以上|纳入|附件?[:：])|下表|如下|[:：]$|情况说明"
)
_SECTION = re.compile(r".*(?:部门|单位|年度?|^)(?:预算|决算|预决算)(?:公开)?(?:报表|表格|表)")
_MARKS = re.compile(r"^[#\s]+|\*\*|^[-*]\s+")


class Role(Enum):
    """What a line outside the grids is for."""

    PAGE_NUMBER = auto()
    CONTENTS = auto()
    HEADING = auto()
    CAPTION = auto()
    NOTE = auto()
    SIGNATURE = auto()
    PROSE = auto()


@dataclass(frozen=True, slots=True)
class Parts:
    """What one printed line says about the table it belongs to; ``rest`` is what is none of this."""

    title: str | None = None
    label: str | None = None
    ordinal: str | None = None
    owner: str | None = None
    money: MoneyUnit | None = None
    period: bool = False
    continued: bool = False
    rest: str = ""


def compact(text: str) -> str:
    """Return a line without spaces and without the marks of Markdown."""
    return re.sub(r"\s+", "", _MARKS.sub("", text.strip()))


def dissect(text: str) -> Parts:
    """Take a line apart into number, title, owner and money unit."""
    left = compact(text)
    if _PERIOD.fullmatch(left):
        return Parts(period=True)
    money = named(left)
    left = CAPTION.sub("", left)
    if BRACKETED.fullmatch(left):
        return Parts(money=money or bracketed(left))
    label, left = _take_label(left)
    owner, left = _take_owner(left)
    if label is None:
        label, left = _take_label(left)
    continued = bool(left) and _CONTINUED.search(left) is not None
    left = _CONTINUED.sub("", left) if continued else left
    ordinal, name = _take_ordinal(left)
    if is_title(name):
        return Parts(name, label, ordinal, owner, money, continued=continued)
    return Parts(None, label, None, owner, money, continued=continued, rest=left)


def _take_label(text: str) -> tuple[str | None, str]:
    """Return the number of a table at either end of a line, and the line without it."""
    for pattern in (_LABEL_FIRST, _LABEL_LAST):
        found = pattern.search(text)
        if found:
            return found.group(1), text[: found.start()] + text[found.end() :]
    return None, text


def _take_owner(text: str) -> tuple[str | None, str]:
    found = _OWNER.search(text)
    if not found or _NO_TITLE.search(found["owner"]) or len(found["owner"]) > MAX_TITLE:
        return None, text
    return _DATE.sub("", found["owner"]), text[: found.start()]


def _take_ordinal(text: str) -> tuple[str | None, str]:
    """Return a Chinese ordinal (it may serve as the table's number) and the text without any ordinal."""
    found = _ORDINAL.match(text)
    return (found["label"], text[found.end() :]) if found else (None, text)


def is_title(text: str) -> bool:
    """Tell whether a text without spaces has the form of a table's title."""
    return (
        2 < len(text) <= MAX_TITLE
        and _TITLE_END.search(text) is not None
        and _NO_TITLE.search(text) is None
        and _CONTENTS.search(text) is None
        and _SECTION.fullmatch(text) is None
    )


def role_of(text: str) -> Role:
    """Tell what a line outside the grids is for."""
    plain = compact(text)
    for role, pattern in ((Role.NOTE, _NOTE), (Role.SIGNATURE, _SIGNATURE)):
        if pattern.match(plain):
            return role
    if not plain or _PAGE_NUMBER.fullmatch(plain):
        return Role.PAGE_NUMBER
    if _CONTENTS.search(plain):
        return Role.CONTENTS
    parts = dissect(text)
    if parts.rest:
        return Role.PROSE
    return Role.HEADING if parts.title or parts.label else Role.CAPTION
