"""Say once what can be measured: the formula in words, the unit, and the reason where there is no figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median
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
    EXECUTION = "execution", _("预算执行率")
    PER_PERSON = "per_person", _("人均（按在职人数）")
    PER_VEHICLE = "per_vehicle", _("车均（按公务用车保有量）")
    RANK = "rank", _("在所选单位中的位次")
    DEVIATION = "deviation", _("与所选单位中位数之差")
    COMPLETION = "completion", _("完成程度")
    VERDICT = "verdict", _("是否达到指标值")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a measure may use.

    In yuan: the amount itself, its column's total, the same amount a year before and in the year's budget, and the
    amounts of all units in the same row, year and stage (``peers``, its own among them). ``people`` and ``vehicles``
    are the counts that the same disclosure prints.
    """

    amount: Decimal | None
    total: Decimal | None = None
    before: Decimal | None = None
    budget: Decimal | None = None
    people: Decimal | None = None
    vehicles: Decimal | None = None
    peers: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A measured value, or the reason why there is none."""

    number: Decimal | None
    reason: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure: its unit, its formula in words, and how it is computed where the amount is printed.

    ``uses`` names the inputs that the formula takes, each in the formula's own word.
    """

    unit: Literal["yuan", "percent", "rank", "words"]
    formula: str | Promise
    compute: Callable[[Decimal, Inputs], Value]
    uses: Mapping[str, str | Promise]
    signed: bool = False

    @property
    def against(self) -> str:
        """Return the input that the amount is set against; nothing where there is none, or one for each unit."""
        return next((name for name in self.uses if name not in ("amount", "peers")), "")


# Shares and changes are shown with two decimals, as disclosures print them, rounded half up as they round.
PERCENT_STEP = Decimal("0.01")
FEN = Decimal("0.01")
# The counts of a disclosure's prose that amounts are divided by, with their topics in the parse contract.
COUNTED = {"people": "staff_actual", "vehicles": "vehicle_count"}


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 100 / whole).quantize(PERCENT_STEP, ROUND_HALF_UP)


def _amount(amount: Decimal, inputs: Inputs) -> Value:
    return Value(amount)


def _share(amount: Decimal, inputs: Inputs) -> Value:
    if inputs.total is None:
        return Value(None, _("没有合计数，无法计算比重"))
    if inputs.total == 0:
        return Value(None, _("合计为零，无法计算比重"))
    return Value(_percent(amount, inputs.total))


def _change(amount: Decimal, inputs: Inputs) -> Value:
    if inputs.before is None:
        return Value(None, _("没有上年数，无法比较"))
    return Value(amount - inputs.before)


def _change_percent(amount: Decimal, inputs: Inputs) -> Value:
    if inputs.before is None:
        return Value(None, _("没有上年数，无法比较"))
    if inputs.before == 0:
        return Value(None, _("上年数为零，无法计算增减幅度"))
    return Value(_percent(amount - inputs.before, abs(inputs.before)))


def _execution(amount: Decimal, inputs: Inputs) -> Value:
    if inputs.budget is None:
        return Value(None, _("没有同一项目的预算数，或该列不是决算，无法计算执行率"))
    if inputs.budget == 0:
        return Value(None, _("预算数为零，无法计算执行率"))
    return Value(_percent(amount, inputs.budget))


def _per_person(amount: Decimal, inputs: Inputs) -> Value:
    return _each(amount, inputs.people, _("该文件没有公开在职人数"))


def _per_vehicle(amount: Decimal, inputs: Inputs) -> Value:
    return _each(amount, inputs.vehicles, _("该文件没有公开公务用车保有量"))


def _each(amount: Decimal, count: Decimal | None, missing: str | Promise) -> Value:
    if count is None:
        return Value(None, missing)
    if count == 0:
        return Value(None, _("数量为零，无法平均"))
    return Value((amount / count).quantize(FEN, ROUND_HALF_UP))


def _rank(amount: Decimal, inputs: Inputs) -> Value:
    """Equal amounts share the better place."""
    return Value(Decimal(1 + sum(1 for other in inputs.peers if other > amount)))


def _deviation(amount: Decimal, inputs: Inputs) -> Value:
    if len(inputs.peers) < 2:
        return Value(None, _("只有一个单位有此数，没有中位数可比"))
    return Value(amount - median(inputs.peers))


def _only_of_indicators(amount: Decimal, inputs: Inputs) -> Value:
    return Value(None, _("此指标只用于绩效指标，不用于金额"))


_OF_BOTH_YEARS = {"amount": _("本年金额"), "before": _("上年金额")}

DEFINITIONS: Mapping[Measure, Definition] = {
    Measure.AMOUNT: Definition("yuan", _("文件中列示的金额"), _amount, {"amount": _("金额")}),
    Measure.SHARE: Definition(
        "percent",
        _("金额 ÷ 同一单位同一年度的合计 × 100%"),
        _share,
        {"amount": _("金额"), "total": _("合计")},
    ),
    Measure.CHANGE: Definition("yuan", _("本年金额 − 上年金额"), _change, _OF_BOTH_YEARS, signed=True),
    Measure.CHANGE_PERCENT: Definition(
        "percent", _("（本年金额 − 上年金额）÷ 上年金额 × 100%"), _change_percent, _OF_BOTH_YEARS, signed=True
    ),
    Measure.EXECUTION: Definition(
        "percent",
        _("决算数 ÷ 同一单位同一年度的预算数 × 100%（先用预算文件，没有则用决算文件所列预算数）"),
        _execution,
        {"amount": _("决算数"), "budget": _("预算数")},
    ),
    Measure.PER_PERSON: Definition(
        "yuan", _("金额 ÷ 同一文件公开的在职人数"), _per_person, {"amount": _("金额"), "people": _("在职人数")}
    ),
    Measure.PER_VEHICLE: Definition(
        "yuan",
        _("金额 ÷ 同一文件公开的公务用车保有量"),
        _per_vehicle,
        {"amount": _("金额"), "vehicles": _("公务用车保有量")},
    ),
    Measure.RANK: Definition(
        "rank",
        _("同一项目、年度、阶段中金额从大到小的位次，相同金额并列"),
        _rank,
        {"amount": _("金额"), "peers": _("各单位金额")},
    ),
    Measure.DEVIATION: Definition(
        "yuan",
        _("金额 − 所选单位同一项目、年度、阶段金额的中位数"),
        _deviation,
        {"amount": _("金额"), "peers": _("各单位金额")},
        signed=True,
    ),
    # Of money they say why not; ``comparison.performance`` measures indicators by them.
    Measure.COMPLETION: Definition(
        "percent", _("完成值 ÷ 指标值 × 100%"), _only_of_indicators, {"amount": _("指标值和完成值")}
    ),
    Measure.VERDICT: Definition("words", _("完成值与指标值相比"), _only_of_indicators, {"amount": _("指标值和完成值")}),
}


def measured(measure: Measure, inputs: Inputs) -> Value:
    """Return the measure of an amount; an absent amount stays absent and is never taken as 0."""
    if inputs.amount is None:
        return Value(None)
    return DEFINITIONS[measure].compute(inputs.amount, inputs)
