"""Assert that stated changes follow from the stated amounts: percentages, differences, and rates of completion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from disclosures.checks.document import Document
from disclosures.checks.passages import Number, Passage
from disclosures.checks.printed import ZERO, Printed, rounded, shown
from disclosures.checks.rule import Breach, Comparison, Holds, Outcome
from disclosures.extraction.prose.roles import Role
from disclosures.vocabulary import Phase, Severity

HUNDRED = Decimal(100)
_YEARS = re.compile(r"20\d\d年度?")


def changes_follow_from_amounts(document: Document) -> Iterator[Outcome]:
    """Yield every stated percentage of change with the one that the stated amounts give."""
    for passage in document.passages:
        for place, number in enumerate(passage.numbers):
            if number.role is Role.CHANGE and number.is_percent and not number.aside:
                before = passage.numbers[:place]
                yield from _best(number, tuple(_pairs(document, passage, before, number)))


Pair = tuple[Printed, Printed, Printed | None]


def _pairs(document: Document, passage: Passage, before: tuple[Number, ...], number: Number) -> Iterator[Pair]:
    """Yield what the change may be measured on: this year's amount, last year's, and the stated change."""
    delta = _delta(before, number)
    if delta is not None:
        for this in _levels(document, passage, before, delta):
            prior = Printed("上年数", this.value - delta.value, max(this.step, delta.printed.step), this.unit)
            yield this, prior, delta.printed
        return
    stated = [one for one in before if _is_level(one)]
    priors = [one for one in stated if _is_prior(document, one) and one.sentence == number.sentence]
    for prior_number in priors:
        for this_number in _confirmed_first(document, passage, stated):
            yield this_number.printed, prior_number.printed, None


def _confirmed_first(document: Document, passage: Passage, stated: list[Number]) -> list[Number]:
    """Return this year's amounts, the nearest first, but before it those that a table confirms."""
    current = [one for one in reversed(stated) if not _is_prior(document, one)]
    return sorted(current, key=lambda one: not document.is_tabled(one, passage))


def _delta(before: tuple[Number, ...], number: Number) -> Number | None:
    """Return the amount of change stated directly before its percentage."""
    if not before:
        return None
    last = before[-1]
    return last if last.role is Role.CHANGE and last.is_money and last.sentence == number.sentence else None


def _levels(document: Document, passage: Passage, before: tuple[Number, ...], delta: Number) -> Iterator[Printed]:
    """Yield this year's amounts that a change may be of: of its sentence, of its topic, then of its paragraph."""
    levels = [one for one in before if _is_level(one) and not _is_prior(document, one) and not one.aside]
    near = [one for one in reversed(levels) if one.sentence == delta.sentence]
    yield from (one.printed for one in sorted(near, key=lambda one: -likeness(one.words, delta.words)))
    for topic in document.topics_at(delta, passage):
        yield from document.stated(topic.partition(":")[2])
        yield from document.tabled(topic.partition(":")[2])
    yield from (one.printed for one in reversed(levels) if one.sentence != delta.sentence)


def likeness(one: str, other: str) -> int:
    """Return the length of the longest piece of words that two phrases share, years left out."""
    one, other = _YEARS.sub("", one), _YEARS.sub("", other)
    found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return found.size


def _is_level(number: Number) -> bool:
    return number.role is Role.LEVEL and number.is_money


def _is_prior(document: Document, number: Number) -> bool:
    return number.year is not None and document.year is not None and number.year < document.year


def _best(number: Number, pairs: tuple[Pair, ...]) -> Iterator[Outcome]:
    """Yield the comparison with the amounts that fit, or else with the nearest ones."""
    based = [pair for pair in pairs if pair[1].value > 0]
    compared = [_change(number.printed, *pair) for pair in based]
    fitting = [one for one in compared if abs(one.difference) <= one.tolerance]
    if fitting:
        yield min(fitting, key=lambda one: abs(one.difference))
    elif compared:
        yield compared[0]


def _change(percent: Printed, this: Printed, prior: Printed, delta: Printed | None) -> Comparison:
    expected = rounded((this.value - prior.value) / prior.value * HUNDRED, percent.step)
    change = delta.shown if delta else f"({this.shown} - {prior.shown})"
    base = _base(this, delta) if delta else prior.shown
    return Comparison(
        words=f"“{percent.label}{shown(abs(percent.value), '%')}”与所述金额不符",
        actual=percent,
        expected=expected,
        parts=(this, delta) if delta else (this, prior),
        tolerance=_spread(percent, this, prior),
        formula=f"{change} ÷ {base} = {shown(expected, '%')}",
    )


def _base(this: Printed, delta: Printed) -> str:
    """Return last year's amount as it follows from this year's and the change."""
    sign = "-" if delta.value >= 0 else "+"
    return f"({this.shown} {sign} {shown(abs(delta.value), delta.unit)})"


def _spread(percent: Printed, this: Printed, prior: Printed) -> Decimal:
    """Return how far rounding of the amounts and of the percentage can move a change.

    Half a step in the amounts moves a small base a long way (0.62 on 0.50 may be 22 % or 26 %); one step of the
    percentage itself is let pass, because percentages are cut off as often as rounded.
    """
    half = Decimal("0.5")
    moved = (this.step * half + prior.step * half * abs(this.value / prior.value)) / prior.value * HUNDRED
    return max(percent.step, moved.quantize(Decimal("0.0001")))


def growth_has_a_base(document: Document) -> Iterator[Outcome]:
    """Yield the percentages that are measured from nothing."""
    for passage in document.passages:
        for place, number in enumerate(passage.numbers):
            if number.role is not Role.CHANGE or not number.is_percent or number.aside or not number.value:
                continue
            pairs = tuple(_pairs(document, passage, passage.numbers[:place], number))
            if pairs and all(pair[1].value == ZERO for pair in pairs[:1]):
                message = f"{number.printed.where}：上年数为0，无法计算增长{number.printed.shown}，建议只写增加额。"
                places = tuple(one.place for one in (number.printed, *(part for part in pairs[0][:1])))
                yield Breach(message=message, places=places, formula=f"{pairs[0][0].shown} ÷ 0 无法计算")
            else:
                yield Holds()


def changes_start_from_something(document: Document) -> Iterator[Outcome]:
    """Yield the increases that are greater than the amount itself, so that last year's would be less than nothing."""
    for passage in document.passages:
        for place, number in enumerate(passage.numbers):
            if number.role is not Role.CHANGE or not number.is_money or number.aside or place == 0:
                continue
            last = passage.numbers[place - 1]
            if not _is_level(last) or last.sentence != number.sentence or _is_prior(document, last):
                continue
            if number.value > last.value + last.printed.step + number.printed.step:
                message = (
                    f"{number.printed.where}：金额为{last.printed.shown}，却比上年增加{number.printed.shown}，"
                    "上年数成了负数，请核对。"
                )
                formula = f"{last.printed.shown} - {number.printed.shown} < 0"
                yield Breach(message=message, places=(last.printed.place, number.printed.place), formula=formula)
            else:
                yield Holds()


def completion_follows_from_amounts(document: Document) -> Iterator[Outcome]:
    """Yield every rate of completion that stands directly after its budget and its outturn."""
    for passage in document.passages:
        for budget, outturn, rate in _triples(passage.numbers):
            if not (rate.completes and rate.is_percent and _is_level(budget) and _is_level(outturn)):
                continue
            if budget.phase is not Phase.APPROVED or outturn.phase is not Phase.OUTTURN:
                continue
            if budget.value > 0:
                yield _completion(rate.printed, budget.printed, outturn.printed)
            elif rate.value:
                message = f"{rate.printed.where}：预算数为0，无法计算完成率{rate.printed.shown}，建议删去。"
                yield Breach(message=message, places=(budget.printed.place, rate.printed.place), severity=Severity.HINT)


def _triples(numbers: tuple[Number, ...]) -> Iterable[tuple[Number, Number, Number]]:
    return zip(numbers, numbers[1:], numbers[2:], strict=False)


def _completion(rate: Printed, budget: Printed, outturn: Printed) -> Comparison:
    expected = rounded(outturn.value / budget.value * HUNDRED, rate.step)
    return Comparison(
        words="完成预算的比例与所述预算数、决算数不符",
        actual=rate,
        expected=expected,
        parts=(budget, outturn),
        tolerance=_spread(rate, outturn, budget),
        formula=f"{outturn.shown} ÷ {budget.shown} = {shown(expected, '%')}",
    )
