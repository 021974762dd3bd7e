"""Assert that stated shares are the part of the whole that they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from disclosures.checks.document import Document, is_row_total
from disclosures.checks.passages import Number, Passage
from disclosures.checks.printed import Printed, rounded, shown, sum_of
from disclosures.checks.rule import Comparison, Outcome, Unread
from disclosures.extraction.prose.roles import Role

HUNDRED = Decimal(100)
_OF = re.compile(r"占(?P<whole>[^占]*?)的?(?:比例|比重|百分比|比)?(?:为|是|达)?$")
_LISTS = re.compile(r"(?:其中|如下|包括)[:：]?$|其中[,，:：]")
_WHOLE_TOPICS: tuple[tuple[str, str], ...] = (
    ("三公", "three_public"),
    ("基本支出", "basic"),
    ("项目支出", "project"),
    ("采购", "procurement"),
    ("支出", "total_expenditure"),
    ("收入", "total_revenue"),
)


def shares_are_parts_of_their_whole(document: Document) -> Iterator[Outcome]:
    """Yield every stated share with the one that part and whole give."""
    whole: Number | None = None
    for passage in document.passages:
        shares = [place for place, number in enumerate(passage.numbers) if _is_share(passage, place)]
        own = _first_level(passage)
        if own is not None and (not shares or own is not passage.numbers[shares[0] - 1]):
            whole = own if shares or _LISTS.search(passage.text) else None
        for place in shares:
            yield from _share(document, passage, place, whole)
        if not shares and not _LISTS.search(passage.text):
            whole = None


def _is_share(passage: Passage, place: int) -> bool:
    number = passage.numbers[place]
    if place == 0 or number.role is not Role.SHARE or number.aside:
        return False
    part = passage.numbers[place - 1]
    return part.role is Role.LEVEL and part.is_money and part.sentence == number.sentence


def _first_level(passage: Passage) -> Number | None:
    return next((one for one in passage.numbers if one.role is Role.LEVEL and one.is_money), None)


def _share(document: Document, passage: Passage, place: int, whole: Number | None) -> Iterator[Outcome]:
    """Yield the comparison with the whole that fits, or else with the one that the words name."""
    share, part = passage.numbers[place].printed, passage.numbers[place - 1].printed
    topic = _named_topic(passage.numbers[place])
    named = [*document.stated(topic), *document.tabled(topic)] if topic else []
    carried = [whole.printed] if whole else []
    around = [one.printed for one in passage.numbers[: place - 1] if one.role is Role.LEVEL and one.is_money]
    likely = _compared_all(share, part, (*named, *carried, *around))
    fitting = [one for one in (*likely, *_compared_all(share, part, _sums(passage))) if _fits(one)]
    if fitting:
        yield min(fitting, key=lambda one: abs(one.difference))
    elif topic and not named:
        yield Unread(f"没有读到占比所说的整体：{passage.numbers[place].words}")
    elif likely and not _any_total(document, share, part):
        yield likely[0]


def _compared_all(share: Printed, part: Printed, wholes: Iterable[Printed]) -> list[Comparison]:
    return [_compared(share, part, whole) for whole in wholes if whole.value >= part.value > 0]


def _fits(compared: Comparison) -> bool:
    return abs(compared.difference) <= compared.tolerance


def _sums(passage: Passage) -> list[Printed]:
    """Return the sum of all parts of a paragraph that have shares: the whole, where it is not stated."""
    shares = [place for place in range(len(passage.numbers)) if _is_share(passage, place)]
    parts = [passage.numbers[place - 1].printed for place in shares]
    if len(parts) < 2:
        return []
    return [Printed("各部分合计", sum_of(parts), max(part.step for part in parts), parts[0].unit)]


def _named_topic(number: Number) -> str | None:
    """Return what the words between 占 and the share name."""
    found = _OF.search(number.words)
    words = found["whole"] if found else ""
    return next((topic for word, topic in _WHOLE_TOPICS if words and word in words), None)


def _any_total(document: Document, share: Printed, part: Printed) -> bool:
    """Tell whether a share is right of some total of the tables; the words need not name it."""
    totals = (document.printed(fact) for fact in document.facts if fact.amount and is_row_total(fact))
    return any(_fits(one) for one in _compared_all(share, part, totals))


def _compared(share: Printed, part: Printed, whole: Printed) -> Comparison:
    step = share.step or Decimal("0.01")
    expected = rounded(part.value / whole.value * HUNDRED, share.step)
    spread = (part.step + whole.step * part.value / whole.value) / whole.value * HUNDRED / 2
    return Comparison(
        words=f"“{part.label}”所占的比例与所述金额不符",
        actual=share,
        expected=expected,
        parts=(part, whole),
        tolerance=max(step, spread),
        formula=f"{part.shown} ÷ {whole.shown} = {shown(expected, '%')}",
    )
