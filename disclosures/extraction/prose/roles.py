"""Tell from the words before a number whether it is a level, a change, a share, or nothing we know a topic for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from disclosures.vocabulary import DisclosureKind, Phase

RISES = r"增加|增长|上升|提高|增幅|升幅|增长率"
FALLS = r"减少|下降|降低|压减|压缩|缩减|核减|调减|降幅"
_HOW_MUCH = r"(?:了|额|额度|幅度|率|比例)?(?:为|达到?|约|近)?"
_CHANGE = re.compile(rf"(?:各|均|共|分别|相应|同比|略有)*(?:(?P<rise>{RISES})|(?P<fall>{FALLS})){_HOW_MUCH}$")
_UNDECIDED = re.compile(rf"(?:{RISES}|{FALLS})[(/／](?:{RISES}|{FALLS})[)]?{_HOW_MUCH}$")
_COMPARED_LEVEL = re.compile(
    r"(?:(?P<rise>大于|多于|高于|超过)|(?P<fall>小于|少于|低于))(?:上一?年度?|去年|20\d\d年度?)(?:年初)?(?:预算|决算|执行)?数?$"
)
_SHARE = re.compile(r"占(?:比|[^占]*?(?:的|总额|合计|支出|收入|预算)(?:比例|比重|百分比)?)?(?:为|是|达)?$")
_PRIOR = re.compile(r"(?:上一?年度?|去年)(?:的)?(?:部门)?(?:年初)?(?:预算|决算|执行|经费)?")
_YEAR = re.compile(r"(20\d\d)年")
_COMPARISON = re.compile(r"(?:较|比|与|同)(?:上一?年度?|去年|20\d\d年)")

REASON = re.compile(r"主要(?:原因|是|系|因|由于)|原因(?:一?是|为|,|:|$)|(?:^|[^由])系(?:因|由)|由于")
REASON_GOES_ON = re.compile(r"^(?:[一二三四五六七八九]是|第[一二三四五]|同时|此外|另外|其[一二三四]是)")
REASON_ENDS = re.compile(r"^(?:截至|截止)")
PURPOSE = re.compile(r"^(?:主要)?(?:用于|包括|反映|内容为|支持|保障)")


class Role(Enum):
    """What a number says of its subject."""

    LEVEL = auto()
    CHANGE = auto()
    SHARE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """The role of a number, the words that may name its subject, and the sign that words give a change."""

    role: Role
    words: str
    sign: int = 1


def part_of(words: str, unit: str) -> Part:
    """Return what a number with words before it says; 增加（减少） left in from a template says nothing."""
    if _UNDECIDED.search(words):
        return Part(Role.NOTHING, words)
    for pattern in (_CHANGE, _COMPARED_LEVEL):
        found = pattern.search(words)
        if found and unit in ("万元", "亿元", "元", "%"):
            return Part(Role.CHANGE, words[: found.start()], -1 if found["fall"] else 1)
    if unit == "%":
        share = _SHARE.search(words)
        return Part(Role.SHARE, words[: share.start()]) if share else Part(Role.NOTHING, words)
    return Part(Role.LEVEL, words)


def year_in(words: str, role: Role, fiscal_year: int | None) -> int | None:
    """Return the year that words put a number in, or None; the year that a change is measured from is not its own."""
    if role is not Role.LEVEL and _COMPARISON.search(words):
        return None
    if _PRIOR.search(words):
        return None if fiscal_year is None else fiscal_year - 1
    years = _YEAR.findall(words)
    return int(years[-1]) if years else None


def is_compared(words: str) -> bool:
    """Tell whether words name another year only to compare with it."""
    return _COMPARISON.search(words) is not None or _PRIOR.search(words) is not None


# The words for each stage of the year; the first that the phrase holds decides.
PHASE_WORDS: tuple[tuple[re.Pattern[str], Phase], ...] = (
    (re.compile(r"决算|执行数|实际支出|实际完成|实际执行"), Phase.OUTTURN),
    (re.compile(r"全年预算|调整预算|调整后"), Phase.REVISED),
    (re.compile(r"预算"), Phase.APPROVED),
)
_USUAL_PHASE = {DisclosureKind.BUDGET: Phase.APPROVED, DisclosureKind.FINAL_ACCOUNTS: Phase.OUTTURN}


def phase_in(words: str, kind: DisclosureKind | None) -> Phase | None:
    """Return the phase that words name, or the usual one of the sort of document."""
    plain = words.replace("一般公共预算", "").replace("基金预算", "")
    named = next((phase for pattern, phase in PHASE_WORDS if pattern.search(plain)), None)
    return named or (_USUAL_PHASE.get(kind) if kind else None)
