"""Read the operator, the number and the unit out of an indicator's printed target."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from disclosures.vocabulary import Operator

_WIDTHS = str.maketrans("０１２３４５６７８９．％（）＞＜＝≧≦⩾⩽", "0123456789.%()><=≥≤≥≤")
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_NUMBERS = re.compile(_NUMBER)
_INSIDE = r"[^\d，,。；;]"

_MULTIPLES = r"(?:十万|百万|千万|十|百|千|万|亿)"
# Longer names stand before the shorter ones that they begin with.
_TIME = "个工作日|工作日|个自然日|自然日|个月|小时|分钟|秒|天|日|周|季度|月|年"
_MONEY = "元|美元|欧元|港元"
_LONG = (
    "平方公里|平方千米|立方米|平方米|千瓦时|公里|千米|公顷|公斤|千克|厘米|毫米|千瓦|个百分点|百分点|人次|人数|人天|人月"
    "|场次|批次|班次|车次|台次|件次|例次|家次|户次|台套|课时|学时|标段"
)
_SHORT = (
    "米吨亩升克度人名位个件条张辆单份台套期次家分册篇处座栋幢户项类种部本支只头株棵例起宗"
    "门班节届轮场批倍级组块片间所村镇县省床枚颗盏艘架段点孔口眼字"
)
_MEASURE = f"{_TIME}|{_MONEY}|{_LONG}|[{_SHORT}]"
_UNIT = re.compile(rf"%|‰|(?:{_MULTIPLES}?(?:{_MEASURE})|{_MULTIPLES})(?:/[^\s\d，。/]{{1,3}})?")
_MONEY_UNIT = re.compile(rf"{_MULTIPLES}?(?:{_MONEY})")

# What may stand before the number of a target that consists of a quantity.
_LEAD = re.compile(r"^(?:[≥≤><=]=?|前|约|近|达到?|为|共|总计|合计|\s)*$")
_RANGE = re.compile(rf"^\s*{_NUMBER}\s*[-–—~～至到]\s*(?={_NUMBER})")
_TAIL = re.compile(r"(?:及以上|及以下|以上|以下|以内|之内|内|左右)$")
# A word of up to four characters left after the number is its unit, even one not listed above.
_LONGEST_UNKNOWN_UNIT = 4

_SIGNS: tuple[tuple[str, Operator], ...] = (
    (r">=|=>|≥", Operator.AT_LEAST),
    (r"<=|=<|≤", Operator.AT_MOST),
    (r">", Operator.MORE_THAN),
    (r"<", Operator.LESS_THAN),
    (r"=", Operator.EQUAL),
)
_WORDS: tuple[tuple[str, Operator], ...] = (
    (rf"(?:大于或?等于|不低于|不少于|不小于|不下于|至少){_INSIDE}{{0,12}}{_NUMBER}", Operator.AT_LEAST),
    (rf"(?:小于或?等于|不超过|不高于|不多于|不大于|不超|至多|最多){_INSIDE}{{0,12}}{_NUMBER}", Operator.AT_MOST),
    (rf"{_NUMBER}{_INSIDE}{{0,8}}?以上", Operator.AT_LEAST),
    (rf"{_NUMBER}{_INSIDE}{{0,8}}?(?:以内|之内|以下)", Operator.AT_MOST),
    (rf"{_NUMBER}\s*(?:{_TIME})内", Operator.AT_MOST),
    (rf"(?:大于|超过|高于|多于){_INSIDE}{{0,12}}{_NUMBER}", Operator.MORE_THAN),
    (rf"(?:小于|低于|少于){_INSIDE}{{0,12}}{_NUMBER}", Operator.LESS_THAN),
    (rf"等于{_INSIDE}{{0,4}}{_NUMBER}", Operator.EQUAL),
)
_SIGN_CELLS = {
    "大于等于": Operator.AT_LEAST,
    "大于或等于": Operator.AT_LEAST,
    "不低于": Operator.AT_LEAST,
    "不少于": Operator.AT_LEAST,
    "小于等于": Operator.AT_MOST,
    "小于或等于": Operator.AT_MOST,
    "不超过": Operator.AT_MOST,
    "不高于": Operator.AT_MOST,
    "大于": Operator.MORE_THAN,
    "小于": Operator.LESS_THAN,
    "等于": Operator.EQUAL,
    "定性": Operator.QUALITATIVE,
    "定性指标": Operator.QUALITATIVE,
    "≥": Operator.AT_LEAST,
    ">=": Operator.AT_LEAST,
    "≤": Operator.AT_MOST,
    "<=": Operator.AT_MOST,
    ">": Operator.MORE_THAN,
    "<": Operator.LESS_THAN,
    "=": Operator.EQUAL,
}

_POINTS = re.compile(rf"^({_NUMBER})\s*分$")
_FULL_MARKS = re.compile(rf"(?<!每)(?:得|计|记)(?:满分)?\s*({_NUMBER})\s*分")


@dataclass(frozen=True, slots=True)
class Target:
    """What a target asks for; ``number`` only where the text holds exactly one."""

    text: str | None = None
    operator: Operator | None = None
    number: Decimal | None = None
    unit: str | None = None


def compact(text: str) -> str:
    """Return text without the spaces of line wrapping, which breaks numbers too; those of Latin words stay."""
    return re.sub(r"(?<![A-Za-z0-9.,])\s+|\s+(?![A-Za-z0-9])|(?<=[\d.,])\s+(?=\d)", "", text.strip())


def read_target(text: str | None, sign: str | None = None, unit: str | None = None) -> Target:
    """Read a target; ``sign`` and ``unit`` are the cells of those columns where the table has them."""
    printed = compact(text or "")
    plain = printed.translate(_WIDTHS)
    number = only_number(printed)
    operator = read_sign(sign) or (_operator_in(plain) if number is not None else None)
    return Target(printed or None, operator, number, _unit_cell(unit) or _unit_in(plain, operator))


def only_number(text: str | None) -> Decimal | None:
    """Return the number in a text where there is exactly one."""
    found = _NUMBERS.findall((text or "").translate(_WIDTHS))
    return Decimal(found[0].replace(",", "")) if len(found) == 1 else None


def read_sign(text: str | None) -> Operator | None:
    """Return the operator that a cell consists of."""
    return _SIGN_CELLS.get(re.sub(r"\s+", "", text or "").translate(_WIDTHS))


def is_quantity(text: str) -> bool:
    """Tell whether a text is a number with at most a sign and a unit: ``≥20万条``, ``95%以上``, ``30``."""
    plain = compact(text).translate(_WIDTHS)
    found = _NUMBERS.search(plain)
    if found is None or not _LEAD.fullmatch(plain[: found.start()]):
        return False
    rest = _TAIL.sub("", plain[found.end() :].strip("()"))
    return not rest or _UNIT.fullmatch(rest) is not None


def is_unit(text: str) -> bool:
    """Tell whether a text is the name of a unit, or the dash that stands for none."""
    plain = compact(text).translate(_WIDTHS)
    return plain in {"-", "—", "/", "无"} or _UNIT.fullmatch(plain) is not None


def read_points(text: str | None) -> Decimal | None:
    """Return the points that a cell consists of (``15分``)."""
    found = _POINTS.match(compact(text or "").translate(_WIDTHS))
    return Decimal(found[1].replace(",", "")) if found else None


def full_marks(rule: str | None) -> Decimal | None:
    """Return the weight stated only in a scoring rule: ``15分``, or the most that it says can be had (得5分)."""
    plain = compact(rule or "").translate(_WIDTHS)
    stated = read_points(plain)
    if stated is not None:
        return stated
    marks = [Decimal(found.replace(",", "")) for found in _FULL_MARKS.findall(plain)]
    return max(marks, default=None)


def _operator_in(plain: str) -> Operator | None:
    return next((operator for form, operator in (*_SIGNS, *_WORDS) if re.search(form, plain)), None)


def _unit_cell(unit: str | None) -> str | None:
    printed = compact(unit or "")
    return printed.translate(_WIDTHS) if printed not in {"", "-", "—", "/", "无"} else None


def _unit_in(plain: str, operator: Operator | None) -> str | None:
    """Return the unit of a target's one quantity; a number deep inside a phrase (共19家单位) has none."""
    spread = _RANGE.match(plain)
    numbers = list(_NUMBERS.finditer(plain, spread.end() if spread else 0))
    if len(numbers) != 1:
        return None
    lead, number, rest = plain[: numbers[0].start()], numbers[0][0], plain[numbers[0].end() :]
    if re.fullmatch(r"(?:19|20)\d\d", number) and rest.startswith("年"):
        return None
    money = _MONEY_UNIT.match(rest)
    if spread or operator is not None or _LEAD.fullmatch(lead):
        return _unit_after(rest)
    return money[0] if money else None


def _unit_after(rest: str) -> str | None:
    bracketed = re.match(r"\(([^()\d]{1,8})\)", rest)
    if bracketed:
        return bracketed[1]
    known = _UNIT.match(rest)
    if known:
        return known[0]
    word = _TAIL.sub("", rest)
    return word if re.fullmatch(rf"[\u4e00-\u9fff]{{1,{_LONGEST_UNKNOWN_UNIT}}}", word) else None
