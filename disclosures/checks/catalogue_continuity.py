"""Declare the rules that need two files of one unit; they run where both are at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from disclosures.checks import continuity
from disclosures.checks.continuity import Pair
from disclosures.checks.rule import Outcome
from disclosures.vocabulary import Severity

_COPY = "两处印法相同时容许差末位一个单位，精度不同时按较粗的一处比较：这是四舍五入的结果。"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRule:
    """A rule about two files, described as the rules about one are."""

    code: str
    title: str
    severity: Severity
    formula: str
    tolerance: str
    needs: str
    matters: str
    example: str
    truth: Callable[[Pair], Iterator[Outcome]]


PAIR_RULES: tuple[PairRule, ...] = (
    PairRule(
        code="continuity.carried",
        title="上年末结转等于本年初结转",
        severity=Severity.WARNING,
        formula="本年决算年初结转和结余 = 上年决算年末结转和结余",
        tolerance=_COPY,
        needs="前后两年决算的结转结余",
        matters="账应当接得上；调整要说明。",
        example="上年末结转1472.78万元，本年初结转1320.38万元。",
        truth=continuity.closing_becomes_opening,
    ),
    PairRule(
        code="continuity.prior_column",
        title="上年数等于上年公开数",
        severity=Severity.WARNING,
        formula="本年“三公”表的上年数 = 上年文件的“三公”表",
        tolerance=_COPY,
        needs="前后两年的“三公”经费表",
        matters="改动上年数会改变增减的结论。",
        example="本年表中上年预算14.91万元，上年文件为15.91万元。",
        truth=continuity.last_years_column_is_last_years_table,
    ),
    PairRule(
        code="continuity.prior_amount",
        title="推算的上年数等于上年公开数",
        severity=Severity.WARNING,
        formula="本年数 - 所述增减额 = 上年文件的同一数",
        tolerance=_COPY,
        needs="本年文字中的增减额与上年文件的同一数",
        matters="增减额是相对上年公开数说的。",
        example="本年105.06万元、增加2.43万元，上年公开数却为100.63万元。",
        truth=continuity.prior_amounts_of_prose_are_last_years,
    ),
    PairRule(
        code="continuity.approved",
        title="决算所列年初预算等于公开的预算",
        severity=Severity.WARNING,
        formula="决算“三公”表的预算数 = 同年预算“三公”表",
        tolerance=_COPY,
        needs="同一年的预算与决算“三公”表",
        matters="用改过的预算作分母，执行率就好看了；经批准的调整要说明。",
        example="预算公开6.60万元，决算所列预算数5.60万元。",
        truth=continuity.approved_budget_is_the_published_one,
    ),
    PairRule(
        code="continuity.money_unit",
        title="与上一份文件的金额单位一致",
        severity=Severity.WARNING,
        formula="两份文件支出总计之比在1000倍以内",
        tolerance="1000倍以内都不报：机构改革也不会让支出变化上千倍。",
        needs="两份文件的支出总计",
        matters="元与万元弄错，相差一万倍。",
        example="上年8695.94万元，本年86959408万元。",
        truth=continuity.unit_is_the_same,
    ),
)
