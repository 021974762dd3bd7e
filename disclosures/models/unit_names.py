"""Make one key of a unit's name and place, however documents print them: brackets, spaces, 本级, the place twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WIDTHS = str.maketrans("（）〔〕［］【】", "()()[][]")
_IGNORED = re.compile(r"[\s\u200b\ufeff\"'“”‘’《》]+")
# 本级 sets the department's own account apart from its subordinates'; it is the same body.
_OWN_LEVEL = re.compile(r"(?:[(（](?:本级|机关本级|部门本级)[)）]|本级)\s*$")
_PARTY = re.compile(r"^(?:中共|中国共产党)")
_PLACE_PART = r"[^省市区县州盟旗()]{2,8}?(?:省|自治区|特别行政区|市|自治州|盟|地区|区|县|旗)"
_PLACE = re.compile(rf"^(?:{_PLACE_PART})+")
# Names of cities are unique in China, so the province before one says nothing more.
_PROVINCE_OF_CITY = re.compile(r"^[^省市区县州盟旗]{2,8}(?:省|自治区)(?=[^省市区县州盟旗]{2,8}(?:市|自治州|盟|地区))")
# Many cities have a 普陀区 or a 鼓楼区; provinces, cities and counties are the only ones of their name.
_SURE_PLACE = re.compile(r"^[^省市区县州盟旗()]{2,8}?(?:省|自治区|特别行政区|市|自治州|盟|地区|县|旗)")
_NATIONAL = re.compile(r"^(?:国家|国务院|中央|中国|中华|全国|最高人民)")


def comparable_name(name: str) -> str:
    """Return a name without spaces, quotes, differences of brackets and a closing 本级."""
    return _OWN_LEVEL.sub("", _IGNORED.sub("", name).translate(_WIDTHS))


def without_own_level(name: str) -> str:
    """Return a name as printed, without a closing 本级."""
    return _OWN_LEVEL.sub("", name.strip()).strip()


def place_in(name: str) -> str:
    """Return the place that a name begins with (上海市普陀区司法局 → 上海市普陀区), or an empty string."""
    compact = _PARTY.sub("", comparable_name(name))
    found = _PLACE.match(compact)
    return found.group() if found and found.end() < len(compact) else ""


def unit_key(name: str, region: str = "") -> str:
    """Return what two printings of one unit have in common: its place and its name without the place.

    上海市普陀区司法局, 普陀区司法局（本级） in 上海市普陀区 and 司法局 in 上海市普陀区 are one;
    司法局 alone, or 普陀区司法局 without its city, is none of them: other cities have such a district.
    """
    compact, place = _PARTY.sub("", comparable_name(name)), _IGNORED.sub("", region)
    return _PROVINCE_OF_CITY.sub("", _placed(compact, place))


def says_where(key: str) -> bool:
    """Tell whether a unit's key names a place that is the only one of its name, so that it names one unit."""
    return bool(_SURE_PLACE.match(key) or _NATIONAL.match(key))


def _placed(compact: str, place: str) -> str:
    for tail in _tails(place):
        if compact.startswith(tail) and compact != tail:
            return place + compact.removeprefix(tail)
    return compact if place in compact else place + compact


def _tails(place: str) -> Iterator[str]:
    """Yield 上海市普陀区 and 普陀区 for 上海市普陀区: a place and the lesser places it ends with."""
    for start in range(len(place)):
        if start == 0 or place[start - 1] in "省市区县州盟旗":
            yield place[start:]
