"""Name stages and measures as each dimension calls them, and say which measures it has."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.dimensions import OF_PERFORMANCE, Dimension
from disclosures.comparison.measures import DEFINITIONS, Measure
from disclosures.comparison.stages import Stage

Words = str | Promise

# What the documents call the stages of a project's money, and of what is wanted and reached.
STAGES: Mapping[Dimension, Mapping[Stage, Words]] = {
    Dimension.PROJECTS: {
        Stage.BUDGET: _("预算"),
        Stage.ACCOUNTS_BUDGET: _("自评所列年初预算"),
        Stage.ACCOUNTS_REVISED: _("自评所列全年预算"),
        Stage.OUTTURN: _("全年执行"),
    },
    Dimension.INDICATORS: {
        Stage.BUDGET: _("预算指标值"),
        Stage.ACCOUNTS_BUDGET: _("自评所列指标值"),
        Stage.ACCOUNTS_REVISED: _("自评所列调整指标值"),
        Stage.OUTTURN: _("自评完成值"),
    },
    Dimension.PERFORMANCE: {
        Stage.BUDGET: _("预算目标"),
        Stage.ACCOUNTS_BUDGET: _("自评所列目标"),
        Stage.ACCOUNTS_REVISED: _("自评所列调整目标"),
        Stage.OUTTURN: _("自评结果"),
    },
}
MEASURES: Mapping[Dimension, Mapping[Measure, Words]] = {
    Dimension.INDICATORS: {Measure.AMOUNT: _("印出的值"), Measure.CHANGE: _("比上年增减")},
    Dimension.PERFORMANCE: {Measure.AMOUNT: _("数值"), Measure.CHANGE: _("比上年增减")},
}
FORMULAS: Mapping[Dimension, Mapping[Measure, Words]] = {
    Dimension.PROJECTS: {
        Measure.SHARE: _("项目金额 ÷ 同一单位同一年度报表所列项目支出合计 × 100%"),
        Measure.EXECUTION: _("全年执行数 ÷ 全年预算数 × 100%（没有全年预算数则用年初预算数）"),
    },
    Dimension.INDICATORS: {
        Measure.AMOUNT: _("文件中印出的指标值或完成值；文字照原文列出，不参加计算"),
        Measure.CHANGE: _("本年的数 − 上年的数，同一指标、同一计量单位"),
        Measure.COMPLETION: _("完成值 ÷ 同一自评表的指标值 × 100%，只算数字指标，上限指标不算"),
        Measure.VERDICT: _("完成值与同一自评表的指标值相比，按印出的符号判断"),
    },
    Dimension.PERFORMANCE: {
        Measure.AMOUNT: _("同一单位同一年度公开的项目和指标计数"),
        Measure.CHANGE: _("本年的数 − 上年的数"),
    },
}

OF_MONEY = tuple(one for one in Measure if one not in (Measure.COMPLETION, Measure.VERDICT))
MEASURES_OF: Mapping[Dimension, tuple[Measure, ...]] = {
    Dimension.PROJECTS: tuple(one for one in OF_MONEY if one not in (Measure.PER_PERSON, Measure.PER_VEHICLE)),
    Dimension.INDICATORS: (Measure.AMOUNT, Measure.CHANGE, Measure.COMPLETION, Measure.VERDICT),
    Dimension.PERFORMANCE: (Measure.AMOUNT, Measure.CHANGE),
}


def measures_of(dimension: Dimension) -> tuple[Measure, ...]:
    """Return the measures that a dimension has."""
    return MEASURES_OF.get(dimension, OF_MONEY)


def stage_label(dimension: Dimension, stage: Stage) -> Words:
    """Return what a dimension calls a stage."""
    return STAGES.get(dimension, {}).get(stage, stage.label)


def measure_label(dimension: Dimension, measure: Measure) -> Words:
    """Return what a dimension calls a measure."""
    return MEASURES.get(dimension, {}).get(measure, measure.label)


def formula(dimension: Dimension, measure: Measure) -> Words:
    """Return how a dimension's measure is computed, in words."""
    return FORMULAS.get(dimension, {}).get(measure, DEFINITIONS[measure].formula)


def has_own_units(dimension: Dimension, measure: Measure) -> bool:
    """Tell whether each row is shown in a unit of measure of its own, not in money or percent."""
    return dimension in OF_PERFORMANCE and dimension != Dimension.PROJECTS and measure != Measure.COMPLETION
