"""Find the place that an organisation's name begins with, and tell names of organisations from other words."""

from __future__ import annotations

import re

_PARTY = r"(?:中共|中国共产党|中国|(?:中国)?共(?:青团|产主义青年团)|民[革盟建进]|农工党|致公党|九三学社|台盟)?"
_PROVINCE = (
    r"(?:(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)省"
    r"|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|新疆生产建设兵团)"
)
# A character of a place's own name: no digit or letter that a file's name or a title begins with, and none of its end.
_NAMED = r"(?:(?![省市县区])[\u4e00-\u9fff])"
# 城市 and 社区 are common words, not places; 广州 and its like are told from prefectures (湘西州) by their length.
_CITY = (
    rf"(?:(?!城市|都市|超市|上市)(?:(?!旗){_NAMED}){{2,7}}?市(?!场)|[\u4e00-\u9fff]{{2,12}}?自治州|{_NAMED}{{2,4}}州(?!市)"
    rf"|{_NAMED}{{2,5}}地区|兴安盟|锡林郭勒盟|阿拉善盟)"
)
_COUNTY = (
    r"(?:(?!城市|都市|社区|校区|景区|片区|灾区|林区|军区|地区|库区|街区)"
    rf"(?:{_NAMED}{{2,14}}?自治[县旗]|(?:{_NAMED}城|{_NAMED}{{1,6}}?(?<!城))市(?!域|级|直)"
    rf"|{_NAMED}{{1,6}}?(?:新区|开发区|园区|(?<![社校景片灾])区|县|旗)(?!域|划|块|级|直)))"
)
_REGION = re.compile(rf"^{_PARTY}(?P<region>(?:{_PROVINCE})?(?:{_CITY})?(?:{_COUNTY})?)")
_ORGANISATION = re.compile(
    r"[\u4e00-\u9fff（）()、·\d]{2,40}"
    r"(?:局|厅|委|院|中心|政府|办事处|街道|镇|乡|所|站|校|学|园|队|会|部|处|社|馆|公司|基地|库|台|团|办|署|室|行|场|厂"
    r"|矿|堂|宫|苑|联|协|狱|闸|段|科|组|渠)"
)
_NOT_NAME = re.compile(
    r"(?:部门|单位|年度?|财政)(?:预算|决算)(?:表|公开|编制|情况|$)|公开|汇总|收入|支出|本部门|本单位|^年|负责|根据|按照|关于|批复|印发"
)
_LEVEL = re.compile(r"[（(](?:本级|本部|机关|单位|部门|汇总|机关本级|局本级)[)）]$|(?<=[局厅委院])(?:机关)?本级$")


def region_of(name: str) -> str | None:
    """Return the place that a name begins with (上海市普陀区, 江苏省), or None."""
    found = _REGION.match(name)
    return (found["region"] or None) if found else None


def is_organisation(name: str) -> bool:
    """Tell whether a text without spaces is the name of an organisation, not of a place or something else."""
    return _ORGANISATION.fullmatch(name) is not None and _NOT_NAME.search(name) is None and name != region_of(name)


def bare_name(name: str) -> str:
    """Return a unit's name without the words that tell its level: 某局（本级） is the unit 某局."""
    return _LEVEL.sub("", name)
