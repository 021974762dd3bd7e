"""Assert that words agree with figures: greater and smaller, rises and falls, and reasons with their item."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from disclosures.checks.document import Document
from disclosures.checks.passages import Number, Passage
from disclosures.checks.rule import Breach, Holds, Outcome
from disclosures.codes import comparable, departmental_names, functional_names
from disclosures.extraction.prose.roles import Role
from disclosures.vocabulary import Phase, TableKind

_AGAINST_BUDGET = re.compile(
    r"决算数?(?P<way>大于|小于|等于|高于|低于)(?:年初)?预算数?|决算数?(?:与|同)(?:年初)?预算数?(?:基本)?(?P<same>持平|一致)"
)
_WAYS = {"大于": 1, "高于": 1, "小于": -1, "低于": -1, "等于": 0}
_REASON = re.compile(r"主要原因(?:是|为|系)?[:：]?(?P<what>[^，。；]{2,40}?)(?:经费)?(?P<way>增加|减少|保持不变)[。；]")
_ITEM = re.compile(r"(?:[（(]款[)）]|(?:^|[）)“”\"]))(?P<name>[^（）()“”\"]{2,30})(?:[（(]项[)）]|[（(]\d\d项[)）])")
_LISTED = re.compile(r"(?P<sort>人员|公用)经费\d[\d.,]*万?元[，,。；]?主要(?:包括|用于)[:：]?(?P<names>[^。；]+)")
_SPLIT = re.compile(r"[、，,]|和(?=[^、，,]*$)")


def words_agree_with_budget_and_outturn(document: Document) -> Iterator[Outcome]:
    """Yield 决算数大于预算数 where it is smaller, and so on."""
    for passage in document.passages:
        for found in _AGAINST_BUDGET.finditer(passage.text):
            pair = _pair_before(passage, found.start())
            if pair is None:
                continue
            budget, outturn = pair
            way = 0 if found["same"] else _WAYS[found["way"]]
            rough = "基本" in found.group()
            real = (outturn.value > budget.value) - (outturn.value < budget.value)
            if way == real or (rough and way == 0):
                yield Holds()
                continue
            sign = {1: ">", 0: "=", -1: "<"}[real]
            formula = f"{outturn.printed.shown} {sign} {budget.printed.shown}"
            message = f"{budget.printed.where}：文字说“{found.group()}”，而{formula}，请改正文字或金额。"
            places = (passage.place(found), budget.printed.place, outturn.printed.place)
            yield Breach(message=message, places=places, formula=formula)


def _pair_before(passage: Passage, offset: int) -> tuple[Number, Number] | None:
    """Return the last budget and the outturn that follows it before a place in a paragraph."""
    before = [one for one in passage.numbers if one.offset < offset and one.role is Role.LEVEL and one.is_money]
    for budget, outturn in reversed(list(itertools.pairwise(before))):
        if budget.phase is Phase.APPROVED and outturn.phase is Phase.OUTTURN:
            return budget, outturn
    return None


def reasons_go_the_same_way(document: Document) -> Iterator[Outcome]:
    """Yield a fall that is explained by a rise, and a rise by a fall."""
    for passage in document.passages:
        for found in _REASON.finditer(passage.text):
            change = _change_before(passage, found.start())
            if change is None or not change.value:
                continue
            opposite = (change.value < 0) == (found["way"] == "增加") and found["way"] != "保持不变"
            if not opposite:
                yield Holds()
                continue
            way = "减少" if change.value < 0 else "增加"
            message = f"{change.printed.where}：金额{way}，原因却写“{found.group()}”，请核对。"
            yield Breach(message=message, places=(change.printed.place, passage.place(found)))


def _change_before(passage: Passage, offset: int) -> Number | None:
    changes = [one for one in passage.numbers if one.offset < offset and one.role is Role.CHANGE and not one.aside]
    return changes[-1] if changes else None


def reasons_are_about_their_item(document: Document) -> Iterator[Outcome]:
    """Yield the reasons that name another functional item than the one that their paragraph is about."""
    names = _item_names()
    for passage in document.passages:
        item = _ITEM.search(passage.text)
        for found in _REASON.finditer(passage.text) if item else ():
            assert item is not None
            own, said = comparable(item["name"]), comparable(found["what"])
            other = next((name for name in names if said.endswith(name) and name != own), None)
            if other and own not in said and len(other) > 4:
                place = passage.place(found)
                page = f"第{place.page}页" if place.page else "文中"
                message = f"{page}：“{item['name']}”的原因写的是“{found['what']}”，像是从别的科目复制来的，请核对。"
                yield Breach(message=message, places=(passage.place(item), place))
            else:
                yield Holds()


@cache
def _item_names() -> tuple[str, ...]:
    """Return the names of all functional items, the longest first."""
    return tuple(sorted({comparable(name) for name in functional_names().values()}, key=len, reverse=True))


def listed_kinds_were_spent(document: Document) -> Iterator[Outcome]:
    """Yield the economic items that the prose lists under basic expenditure and the table does not print."""
    spent = _spent(document)
    if not spent:
        return
    known = {comparable(name): code for code, name in departmental_names().items() if len(code) == 5}
    for passage in document.passages:
        for found in _LISTED.finditer(passage.text):
            for name in _SPLIT.split(found["names"]):
                code = known.get(comparable(name))
                if code is None or comparable(name) in spent:
                    yield Holds()
                    continue
                place = passage.place(found)
                page = f"第{place.page}页" if place.page else "文中"
                message = f"{page}：{found['sort']}经费“主要包括”中列有“{name}”，基本支出表中没有它的金额，请核对。"
                yield Breach(message=message, places=(place,))


def _spent(document: Document) -> set[str]:
    facts = document.in_kind(TableKind.BASIC_EXPENDITURE_DEPARTMENTAL)
    return {
        comparable(fact.heading or "") for fact in facts if fact.economic and len(fact.economic) == 5 and fact.amount
    }
