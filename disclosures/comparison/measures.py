"""Say once what can be measured: the formula in words, the unit, and the reason where it cannot be computed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Measure(TextChoices):
    """What is shown of each amount."""

    AMOUNT = "amount", _("金额")
    SHARE = "share", _("占合计比重")
    CHANGE = "change", _("比上年增减额")
    CHANGE_PERCENT = "change_percent", _("比上年增减幅度")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a measure may use, in yuan: the amount itself, its column's total, the same amount a year before."""

    amount: Decimal | None
    total: Decimal | None
    before: Decimal | None


@dataclass(frozen=True, slots=True)
class Value:
    """A measured value, or the reason why there is none."""

    number: Decimal | None
    reason: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure: yuan or percent, its formula in words, and how it is computed where the amount is printed."""

    unit: Literal["yuan", "percent"]
    formula: str | Promise
    compute: Callable[[Inputs], Value]


# Shares and changes are shown with two decimals, as disclosures print them, rounded half up as they round.
PERCENT_STEP = Decimal("0.01")


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 100 / whole).quantize(PERCENT_STEP, ROUND_HALF_UP)


def _amount(inputs: Inputs) -> Value:
    return Value(inputs.amount)


def _share(inputs: Inputs) -> Value:
    if inputs.total is None:
        return Value(None, _("没有合计数，无法计算比重"))
    if inputs.total == 0:
        return Value(None, _("合计为零，无法计算比重"))
    assert inputs.amount is not None
    return Value(_percent(inputs.amount, inputs.total))


def _change(inputs: Inputs) -> Value:
    if inputs.before is None:
        return Value(None, _("没有上年数，无法比较"))
    assert inputs.amount is not None
    return Value(inputs.amount - inputs.before)


def _change_percent(inputs: Inputs) -> Value:
    if inputs.before is None:
        return Value(None, _("没有上年数，无法比较"))
    if inputs.before == 0:
        return Value(None, _("上年数为零，无法计算增减幅度"))
    assert inputs.amount is not None
    return Value(_percent(inputs.amount - inputs.before, abs(inputs.before)))


DEFINITIONS: Mapping[Measure, Definition] = {
    Measure.AMOUNT: Definition("yuan", _("文件中列示的金额"), _amount),
    Measure.SHARE: Definition("percent", _("金额 ÷ 同一单位同一年度的合计 × 100%"), _share),
    Measure.CHANGE: Definition("yuan", _("本年金额 − 上年金额"), _change),
    Measure.CHANGE_PERCENT: Definition("percent", _("（本年金额 − 上年金额）÷ 上年金额 × 100%"), _change_percent),
}


def measured(measure: Measure, inputs: Inputs) -> Value:
    """Return the measure of an amount; an absent amount stays absent and is never taken as 0."""
    if inputs.amount is None:
        return Value(None)
    return DEFINITIONS[measure].compute(inputs)
