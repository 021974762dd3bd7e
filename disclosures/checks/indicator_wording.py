"""Assert that indicators say something of their own, with a target that can be measured."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from disclosures.checks.document import Document, grouped
from disclosures.checks.performance import indicator_place, where_indicator
from disclosures.checks.rule import Breach, Holds, Outcome
from disclosures.codes import comparable
from disclosures.extraction.readings import Indicator

_DIGIT = re.compile(r"[\d一二两三四五六七八九十百千]")
_MEASURED = ("数量", "成本")
Fault = Callable[[Indicator], bool]


def indicators_say_what_they_measure(document: Document) -> Iterator[Outcome]:
    """Yield, once a form and fault, the indicators named only as their group, without a number or without a target."""
    for found in grouped(document.said.indicators, lambda one: one.table):
        for words, is_faulty in _FAULTS.items():
            faulty = [one for one in found if is_faulty(one)]
            if faulty:
                yield _clustered(document, words, faulty, len(found))
        yield Holds()


def _clustered(document: Document, words: str, faulty: list[Indicator], of: int) -> Breach:
    message = f"{where_indicator(document, faulty[0])}：{of}个指标中有{len(faulty)}个{words}，建议改写。"
    places = tuple(indicator_place(one) for one in faulty)
    return Breach(message=message, places=places, table=faulty[0].table)


def _repeats_its_group(one: Indicator) -> bool:
    """Tell whether the third level only repeats the second: 数量指标 below 数量指标."""
    third, second = comparable(one.level3 or ""), comparable(one.level2 or "")
    return bool(third and second) and third.removesuffix("指标") == second.removesuffix("指标")


def _has_no_number(one: Indicator) -> bool:
    """Tell whether an indicator of a quantity or cost has a target without a digit."""
    counted = any(word in (one.level2 or "") for word in _MEASURED)
    return counted and bool(one.target) and not _DIGIT.search(one.target or "")


def _has_no_target(one: Indicator) -> bool:
    return not one.target


_FAULTS: dict[str, Fault] = {
    "三级指标与二级指标同名，没有写明衡量什么": _repeats_its_group,
    "数量、成本指标的指标值没有数字，无法衡量": _has_no_number,
    "没有写指标值": _has_no_target,
}
