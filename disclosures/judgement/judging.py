"""Judge a printed result against its printed target: met, missed, or not to be judged, and why.

Only what both cells say is compared. Where the target prints no sign, a bare number is a floor, except in
indicators of cost, of time limits and of undesired things, where it is a ceiling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosures.judgement.values import (
    Quantity,
    names_a_date,
    normal,
    period_in,
    quantities,
    range_in,
    rank_reached,
    rank_wanted,
)
from disclosures.vocabulary import Operator, TargetKind, Verdict, VerdictReason


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedIndicator:
    """What a self-evaluation prints of one indicator, as far as judging needs it."""

    levels: str = ""
    name: str = ""
    operator: str = ""
    target: str = ""
    measure: str = ""
    actual: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict with its reason; ``exactly`` where the result is the very number of the target."""

    kind: TargetKind
    verdict: Verdict
    reason: VerdictReason
    exactly: bool = False


Compare = Callable[[Decimal, Decimal], bool]
COMPARES: Mapping[str, Compare] = {
    Operator.AT_LEAST: lambda actual, target: actual >= target,
    Operator.AT_MOST: lambda actual, target: actual <= target,
    Operator.EQUAL: lambda actual, target: actual == target,
    Operator.MORE_THAN: lambda actual, target: actual > target,
    Operator.LESS_THAN: lambda actual, target: actual < target,
}

_UNDONE = re.compile(r"未(?:能)?(?:完成|开展|执行|实施|启动|达到|达标|实现)|没有完成|取消|中止|终止|停止")
# What was paused or put off may have been done in the end: these words alone are no verdict.
_PAUSED = re.compile(r"(?<![不无未])(?<!没有)(?:暂停|停滞|推迟|延期|延后|暂缓|重新启动)")
# The document says by itself that all was done as asked; with a hedge (基本上, 大部分) or a number it does not.
_AS_ASKED = re.compile(
    r"(?:已|均|全部|全年|严格)*(?:按照?|依照)(?:年度|年初|预定|既定|项目|工作)?(?:计划|要求|规定|目标|进度|时限|期)"
    r"(?:时间|内)?(?:已|均|全部)*(?:完成|实现|达到|落实)(?:到位)?"
    r"|严格(?:按照?|依照)[^，,；;。]{2,12}?(?:时间|时限|期限|要求|标准)(?:进行|予以)?(?:响应|完成|执行|落实)"
)
# What people think of it is not done by plan.
_OPINION = re.compile(r"满意")
_PARTLY = re.compile(r"初稿|部分完成|完成部分|完成一部分|尚在|正在(?:进行|推进|实施)")
_ONE = re.compile(r"(?P<done>完成|建成|建设|编制|开展|举办)[1一]个?[项个套份次家]?(?P<what>\D{3,})")
# Beside these a number is no part of what was reached.
_OTHER_NUMBERS = re.compile(r"计划|目标|应|共|合计|其中|总|原|剩|未|\d[:：]")
_COST = re.compile(r"成本")
# In a cost indicator these promise that money is spent, not that it is saved.
_SPENDING = re.compile(r"完成投资|支付率|支付进度|执行率|完成率|节约率|降低率|控制率")
_TIME_LIMIT = re.compile(r"时效|时限|及时|时间|工期|周期|响应")
_TIME_MEASURES = frozenset({"天", "日", "小时", "个小时", "分钟", "秒", "个工作日", "工作日", "个月", "周"})
_DURATION_WANTED = re.compile(r"持续|质保|服务时间|运行时间|服务期|无故障")
_UNDESIRED = re.compile(r"(?:事故|投诉|差错|失误|不合格|违规|违纪|死亡|流失|空置|逾期|超期|报警|空白|中断|损坏)")
_DESIRED_AFTER_ALL = re.compile(r"(?:办结|处理|解决|处置|修复|回复|核查|查处|整改|降低|下降|减少)率?")


def judge(printed: PrintedIndicator) -> Judgement:
    """Return the judgement of one indicator."""
    target, actual = normal(printed.target), normal(printed.actual)
    kind = kind_of(printed)
    if not target:
        return Judgement(kind, Verdict.UNJUDGED, VerdictReason.NO_TARGET)
    if not actual:
        return Judgement(kind, Verdict.UNJUDGED, VerdictReason.NO_ACTUAL)
    verdict, reason, exactly = _verdict(printed, kind, target, actual)
    return Judgement(kind, verdict, reason, exactly)


def kind_of(printed: PrintedIndicator) -> TargetKind:
    """Return what sort of value the target is."""
    if not normal(printed.target):
        return TargetKind.NONE
    if range_in(printed.target):
        return TargetKind.RANGE
    found = quantities(printed.target, printed.measure)
    if len({quantity.measure for quantity in found}) == 1 and found[0].measure == "%" and len(found) == 1:
        return TargetKind.PERCENTAGE
    if len(found) == 1 or rank_wanted(printed.target):
        return TargetKind.NUMBER
    if found:
        return TargetKind.SEVERAL
    return TargetKind.DATE if names_a_date(printed.target) else TargetKind.QUALITATIVE


Outcome = tuple[Verdict, VerdictReason, bool]


def _verdict(printed: PrintedIndicator, kind: TargetKind, target: str, actual: str) -> Outcome:
    """Ask the rules in turn; the first that can tell decides."""
    if _says(_UNDONE, actual, target) and not quantities(actual):
        return Verdict.MISSED, VerdictReason.SAID_UNDONE, False
    if _says(_PAUSED, actual, target) and not quantities(actual):
        return Verdict.UNJUDGED, VerdictReason.PAUSED, False
    if actual.removesuffix("以内").removesuffix("内") == target.removesuffix("以内").removesuffix("内"):
        return _same_words(printed, kind)
    if _AS_ASKED.fullmatch(actual.rstrip("。；")) and not _OPINION.search(printed.levels + printed.name):
        return Verdict.MET, VerdictReason.SAID_DONE, False
    return _RULES[kind](printed)


def _same_words(printed: PrintedIndicator, kind: TargetKind) -> Outcome:
    """Equal words meet a target, unless its sign asks for more than the number itself (>150次 and 150次)."""
    counted = kind in (TargetKind.NUMBER, TargetKind.PERCENTAGE) and rank_wanted(printed.target) is None
    if counted and quantities(printed.actual, printed.measure):
        return _by_number(printed)
    return Verdict.MET, VerdictReason.SAME_WORDS, kind != TargetKind.QUALITATIVE


def _by_number(printed: PrintedIndicator) -> Outcome:
    if (wanted := rank_wanted(printed.target)) is not None:
        return _by_rank(printed, wanted)
    target = quantities(printed.target, printed.measure)[0]
    found = quantities(printed.actual)
    if not found:
        return _one_named(printed, target) or _answered_in_words(printed)
    if _adds_up(printed, found, target):
        return Verdict.MET, VerdictReason.BY_SUM, True
    same = [one for one in found if one.comparable_with(target)] if len(found) > 1 else found
    same = [one for one in same if one.measure == target.measure] or same
    if not same or (len(found) == 1 and not found[0].comparable_with(target)):
        return Verdict.UNJUDGED, VerdictReason.OTHER_MEASURE, False
    return _compared(same, target, *_sign(printed, target))


def _one_named(printed: PrintedIndicator, target: Quantity) -> Outcome | None:
    """A target of one is met by an answer that names the one: 完成1个子项目建设 and 完成边坡子项目建设."""
    parts = _ONE.fullmatch(normal(printed.target))
    if parts is None or target.number != 1:
        return None
    answer = normal(printed.actual)
    named = answer.removeprefix(parts["done"]).removesuffix(parts["what"])
    if answer == f"{parts['done']}{named}{parts['what']}" and named:
        return Verdict.MET, VerdictReason.ONE_NAMED, False
    return None


def _adds_up(printed: PrintedIndicator, found: list[Quantity], target: Quantity) -> bool:
    """Tell whether a result lists parts that make up the very target: 现场3人，远程1人 of 4人."""
    if len(found) < 2 or _OTHER_NUMBERS.search(normal(printed.actual)):
        return False
    alike = all(one.measure and one.comparable_with(target) for one in found)
    return alike and sum(one.number for one in found) == target.number


def _compared(found: list[Quantity], target: Quantity, sign: Operator, reason: VerdictReason) -> Outcome:
    outcomes = {COMPARES[sign](one.number, target.number) for one in found}
    if len(outcomes) > 1:
        return Verdict.UNJUDGED, VerdictReason.SEVERAL_NUMBERS, False
    exactly = all(one.number == target.number for one in found)
    return (Verdict.MET if outcomes == {True} else Verdict.MISSED), reason, exactly


def _by_rank(printed: PrintedIndicator, wanted: Decimal) -> Outcome:
    reached = rank_reached(printed.actual)
    if reached is None:
        return _answered_in_words(printed)
    verdict = Verdict.MET if reached <= wanted else Verdict.MISSED
    return verdict, VerdictReason.BY_RANK, reached == wanted


def _in_range(printed: PrintedIndicator) -> Outcome:
    low, high, measure = range_in(printed.target) or (Decimal(0), Decimal(0), "")
    found = [one for one in quantities(printed.actual) if one.comparable_with(Quantity(low, measure))]
    if not found:
        return _answered_in_words(printed)
    outcomes = {low <= one.number <= high for one in found}
    if len(outcomes) > 1:
        return Verdict.UNJUDGED, VerdictReason.SEVERAL_NUMBERS, False
    return (Verdict.MET if outcomes == {True} else Verdict.MISSED), VerdictReason.IN_RANGE, False


def _by_period(printed: PrintedIndicator) -> Outcome:
    wanted, kept = period_in(printed.target), period_in(printed.actual)
    if wanted is None or kept is None:
        return _answered_in_words(printed)
    return (Verdict.MET if kept.covers(wanted) else Verdict.MISSED), VerdictReason.PERIOD, kept == wanted


def _by_words(printed: PrintedIndicator) -> Outcome:
    if _says(_PARTLY, normal(printed.actual), normal(printed.target)):
        return Verdict.MISSED, VerdictReason.PARTLY_DONE, False
    return Verdict.UNJUDGED, VerdictReason.QUALITATIVE, False


def _by_several(printed: PrintedIndicator) -> Outcome:
    """Several numbers are no one's answer: which of the result belongs to which is a guess."""
    if quantities(printed.actual):
        return Verdict.UNJUDGED, VerdictReason.SEVERAL_TARGETS, False
    return _answered_in_words(printed)


def _answered_in_words(printed: PrintedIndicator) -> Outcome:
    if _says(_PARTLY, normal(printed.actual), normal(printed.target)):
        return Verdict.MISSED, VerdictReason.PARTLY_DONE, False
    return Verdict.UNJUDGED, VerdictReason.ANSWERED_IN_WORDS, False


_RULES: Mapping[TargetKind, Callable[[PrintedIndicator], Outcome]] = {
    TargetKind.NUMBER: _by_number,
    TargetKind.PERCENTAGE: _by_number,
    TargetKind.RANGE: _in_range,
    TargetKind.SEVERAL: _by_several,
    TargetKind.DATE: _by_period,
    TargetKind.QUALITATIVE: _by_words,
}


def _sign(printed: PrintedIndicator, target: Quantity) -> tuple[Operator, VerdictReason]:
    """Return the printed sign, else what a bare number asks for."""
    if printed.operator in COMPARES:
        return Operator(printed.operator), VerdictReason.BY_SIGN
    ceiling = _is_ceiling(printed, target)
    return (Operator.AT_MOST, VerdictReason.BY_CEILING) if ceiling else (Operator.AT_LEAST, VerdictReason.BY_NUMBER)


def _is_ceiling(printed: PrintedIndicator, target: Quantity) -> bool:
    if _UNDESIRED.search(printed.name) and not _DESIRED_AFTER_ALL.search(printed.name):
        return True
    if target.measure in _TIME_MEASURES:
        limited = _TIME_LIMIT.search(printed.levels + printed.name)
        return bool(limited) and not _DURATION_WANTED.search(printed.name)
    return bool(_COST.search(printed.levels)) and target.measure != "%" and not _SPENDING.search(printed.name)


def _says(words: re.Pattern[str], actual: str, target: str) -> bool:
    """Tell whether the result says so, and not only repeats it from the target."""
    return any(match.group() not in target for match in words.finditer(actual))
