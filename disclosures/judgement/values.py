"""Read printed targets and results as typed values: numbers with their measures, ranges, periods, ranks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_WIDTHS = str.maketrans("０１２３４５６７８９．％（）～－＞＜＝〜﹪", "0123456789.%()~-><=~%")
_MAGNITUDES = {"": Decimal(1), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(10**8)}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# The measure may stand in brackets, and ends where the sentence goes on: 6个子系统 counts 个, 2个月内完成 counts 个月.
_MEASURE = (
    r"%|个百分点|个工作日|工作日|个工作小时|个小时|小时|分钟|个月|个季度|个人工|"
    r"平方公里|公里|平方米|立方米|米|亩|公顷|吨|千克|公斤|"
    r"万元|元|人次|人天|车次|架次|人|件|份|期|次|个|套|条|台|家|项|辆|单|户|名|册|处|场|天|日|周|年|"
    r"篇|张|组|批|只|座|栋|间|所|分|级|点|字|门|例|起|宗|班|课时|学时|时|班次|对|棵|株|支|本|部|种|类|位|块|盏|根|片|笔|秒"
)
_QUANTITY = re.compile(
    rf"(?P<number>{_NUMBER})(?P<magnitude>[百千万亿]?)\(?(?P<measure>(?:{_MEASURE})?(?:/[次人年月天])?)"
)
_RANGE = re.compile(rf"(?P<low>{_NUMBER})%?(?:-|~|—|–|至|到)(?P<high>{_NUMBER})(?P<measure>%|{_MEASURE})?")
_DATE = re.compile(r"(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?|底|末|度|内|全年)?|\d{1,2}月(?:\d{1,2}日|底|末)")
_MONTH = r"(20\d{2})年(\d{1,2})月"
_PERIOD = re.compile(rf"{_MONTH}(?:-|~|—|–|至|到){_MONTH}")
# A model, a standard or a service time is no quantity: 7*24, 12345热线, GB/T 19001.
_NO_QUANTITY = re.compile(r"\d+\s*[*×xX]\s*\d+\s*(?:小时)?|[A-Za-z]+[/-]?\w*\d+\w*")
_RANK_TARGET = re.compile(r"前(\d+|[一二三四五六七八九十]+)名?")
_RANK_REACHED = re.compile(r"第(\d+|[一二三四五六七八九十]+)名?")
_CHINESE = {character: number for number, character in enumerate("一二三四五六七八九十", start=1)}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number brought to single units (9万件 is 90000 件), with its measure as printed."""

    number: Decimal
    measure: str = ""

    def comparable_with(self, other: Quantity) -> bool:
        """Tell whether both count the same; a bare number counts whatever it is compared with."""
        return not self.measure or not other.measure or _same_measure(self.measure, other.measure)


@dataclass(frozen=True, slots=True)
class Period:
    """Months from first to last, each counted from the year 0."""

    first: int
    last: int

    def covers(self, other: Period) -> bool:
        """Tell whether another period lies within this one."""
        return self.first <= other.first and other.last <= self.last


def normal(text: str) -> str:
    """Return a printed value without spaces and with narrow digits and signs."""
    return re.sub(r"\s+", "", text.translate(_WIDTHS))


def without_dates(text: str) -> str:
    """Return a value without its dates, periods and service times, whose digits count nothing."""
    return _NO_QUANTITY.sub(" ", _DATE.sub(" ", _PERIOD.sub(" ", text)))


def quantities(text: str, measure: str = "") -> list[Quantity]:
    """Return the numbers of a value; a number without a measure takes the one from its column."""
    matches = list(_QUANTITY.finditer(without_dates(normal(text))))
    found = [_quantity(match) for match in matches]
    if measure and len(found) == 1 and not found[0].measure:
        return [_with_column(found[0], normal(measure), scaled=bool(matches[0]["magnitude"]))]
    return found


def range_in(text: str) -> tuple[Decimal, Decimal, str] | None:
    """Return the lower and upper end of a range such as 5-7个工作日, with its measure."""
    match = _RANGE.search(without_dates(normal(text)))
    if match is None:
        return None
    low, high = _decimal(match["low"]), _decimal(match["high"])
    return (low, high, match["measure"] or "") if low < high else None


def period_in(text: str) -> Period | None:
    """Return the one period that a value names by months, else None."""
    found = _PERIOD.findall(normal(text))
    if len(found) != 1:
        return None
    first_year, first_month, last_year, last_month = map(int, found[0])
    return Period(first_year * 12 + first_month, last_year * 12 + last_month)


def names_a_date(text: str) -> bool:
    """Tell whether a value names a year, month or day."""
    return bool(_DATE.search(normal(text)))


def rank_wanted(text: str) -> Decimal | None:
    """Return 10 for 前10名."""
    return _rank(_RANK_TARGET.search(normal(text)))


def rank_reached(text: str) -> Decimal | None:
    """Return 1 for 第一名."""
    return _rank(_RANK_REACHED.search(normal(text)))


def _rank(match: re.Match[str] | None) -> Decimal | None:
    if match is None:
        return None
    said = match[1]
    if said.isdigit():
        return Decimal(said)
    return Decimal(_CHINESE[said]) if said in _CHINESE else None


def _quantity(match: re.Match[str]) -> Quantity:
    number = _decimal(match["number"]) * _MAGNITUDES[match["magnitude"]]
    measure = match["measure"]
    if measure.startswith("万元"):  # 百万元: the magnitude before it took the 百 alone
        return Quantity(number * 10_000, measure.removeprefix("万"))
    return Quantity(number, measure)


def _with_column(quantity: Quantity, measure: str, *, scaled: bool) -> Quantity:
    """Give a bare number its column's measure; 26万 in a column 万 is scaled already."""
    magnitude, rest = (measure[:1], measure[1:]) if measure[:1] in _MAGNITUDES else ("", measure)
    return Quantity(quantity.number * (1 if scaled else _MAGNITUDES[magnitude]), rest)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


# Measures that say the same in other words; the first stands for all.
_SYNONYMS = (
    ("天", "日"),
    ("个工作日", "工作日"),
    ("小时", "个小时", "时"),
    ("人", "名", "位", "个人工"),
    ("次", "场"),
    ("个", "项", "家", "处", "点"),
)


def _same_measure(one: str, other: str) -> bool:
    return _standing(one) == _standing(other)


def _standing(measure: str) -> str:
    return next((words[0] for words in _SYNONYMS if measure in words), measure)
