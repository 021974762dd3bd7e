"""What of each thing that was read a person may put right, and what sort of value it takes."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CorrectedField(models.TextChoices):
    """What can be corrected; the values are the names that the rows have for it."""

    AMOUNT = "amount", _("金额")
    HEADING = "heading", _("名称")
    NAME = "name", _("项目名称")
    TOTAL = "total", _("资金总额")
    APPROVED = "approved", _("年初预算")
    REVISED = "revised", _("全年预算")
    EXECUTED = "executed", _("全年执行")
    EXECUTION_RATE = "execution_rate", _("执行率（%）")
    ANNUAL_GOAL = "annual_goal", _("年度目标")
    LEVEL3 = "level3", _("指标名称")
    TARGET = "target", _("指标值")
    ACTUAL = "actual", _("完成值")
    WEIGHT = "weight", _("分值")
    SCORE = "score", _("得分")
    DEVIATION_REASON = "deviation_reason", _("偏差原因")
    VALUE = "value", _("数值")


_Field = CorrectedField

# By what a correction is about: the fields that it can be of, the likeliest first.
FIELDS: Mapping[str, tuple[CorrectedField, ...]] = {
    "line_item": (_Field.AMOUNT, _Field.HEADING),
    "project": (
        _Field.NAME,
        _Field.TOTAL,
        _Field.APPROVED,
        _Field.REVISED,
        _Field.EXECUTED,
        _Field.EXECUTION_RATE,
        _Field.SCORE,
        _Field.ANNUAL_GOAL,
    ),
    "indicator": (
        _Field.TARGET,
        _Field.ACTUAL,
        _Field.WEIGHT,
        _Field.SCORE,
        _Field.LEVEL3,
        _Field.DEVIATION_REASON,
    ),
    "figure": (_Field.VALUE,),
}
MONEY = frozenset({_Field.AMOUNT, _Field.TOTAL, _Field.APPROVED, _Field.REVISED, _Field.EXECUTED})
NUMBERS = frozenset({_Field.EXECUTION_RATE, _Field.SCORE, _Field.WEIGHT, _Field.VALUE})
# A row has a name, and a sentence that was read has its number; all else may really be blank.
NEVER_BLANK = frozenset({_Field.HEADING, _Field.NAME, _Field.LEVEL3, _Field.VALUE})


def of_one_target_and_its_fields() -> Q:
    """Return the condition that a correction is about exactly one thing, and about a field that this has."""
    found = Q()
    for target, fields in FIELDS.items():
        others = {f"{other}__isnull": True for other in FIELDS if other != target}
        found |= Q(**{f"{target}__isnull": False}, **others, field__in=[field.value for field in fields])
    return found
