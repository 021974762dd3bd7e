"""Conclude from what an indicator prints what it is searched by: the kind of target, the verdict, points lost."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Protocol

from disclosures.codes import comparable
from disclosures.judgement.judging import PrintedIndicator, judge
from disclosures.models import PerformanceIndicator

MAX_KEY = 120
# Points are out of a hundred, seldom of a thousand: what is beyond this was misread, and no column holds it.
MOST_POINTS = 10_000
_NO_LETTER = re.compile(r"[\s,，。、；;:：.·“”\"'()（）\-—]+")
_OF_LEVELS = re.compile(r"指标|值$")


class Indicator(Protocol):
    """What marking reads of an indicator and writes to it; a migration's rows are such too."""

    level1: str
    level2: str
    level3: str
    operator: Any
    target: str
    measure: str
    actual: str
    weight: Decimal | None
    score: Decimal | None
    name_key: str
    target_kind: Any
    verdict: Any
    verdict_reason: Any
    met_exactly: bool
    repeats_level: bool
    points_lost: Decimal | None


MARKS = ("name_key", "target_kind", "verdict", "verdict_reason", "met_exactly", "repeats_level", "points_lost")


def mark(indicator: Indicator) -> None:
    """Write the marks of an indicator from what it prints."""
    judgement = judge(printed_of(indicator))
    indicator.name_key = name_key(indicator.level3)
    indicator.target_kind = judgement.kind
    indicator.verdict = judgement.verdict
    indicator.verdict_reason = judgement.reason
    indicator.met_exactly = judgement.exactly
    indicator.repeats_level = repeats_level(indicator.level3, indicator.level2)
    indicator.points_lost = points_lost(indicator.weight, indicator.score)


def mark_again(batch: int = 1000) -> int:
    """Conclude anew for all indicators, after the rules have changed; return how many are judged otherwise now.

    What documents print stays as filed; only what is concluded from it is written, past the guard of filed content.
    """
    rows, changed = PerformanceIndicator._base_manager, 0
    for start in range(0, rows.count(), batch):
        some = list(rows.order_by("pk")[start : start + batch])
        before = [one.verdict for one in some]
        for one in some:
            mark(one)
        changed += sum(one.verdict != verdict for one, verdict in zip(some, before, strict=True))
        rows.bulk_update(some, MARKS)
    return changed


def printed_of(indicator: Indicator) -> PrintedIndicator:
    """Return what an indicator prints, as far as it is judged by."""
    return PrintedIndicator(
        levels=f"{indicator.level1} {indicator.level2}",
        name=indicator.level3,
        operator=indicator.operator,
        target=indicator.target,
        measure=indicator.measure,
        actual=indicator.actual,
    )


def name_key(name: str) -> str:
    """Return what two printings of one indicator's name have in common."""
    return _NO_LETTER.sub("", comparable(name))[:MAX_KEY]


def repeats_level(name: str, level: str) -> bool:
    """Tell whether a name says no more than its level: 质量指标 below 质量指标, 经济效益 below 经济效益指标."""
    own, above = (_OF_LEVELS.sub("", name_key(text)) for text in (name, level))
    return bool(own) and own == above


def points_lost(weight: Decimal | None, score: Decimal | None) -> Decimal | None:
    """Return what of an indicator's weight was not scored; None where either is not printed or cannot be points."""
    if weight is None or score is None or abs(weight - score) >= MOST_POINTS:
        return None
    return weight - score
