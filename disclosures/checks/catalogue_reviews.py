"""Declare the rules about reviews as a whole: forms with one another, with the base data, and with the prose."""

from __future__ import annotations

from disclosures.checks import deviations, indicator_wording, whole_review
from disclosures.checks.rule import Rule, Truth
from disclosures.vocabulary import Severity

_NONE = "无容差：这是文字，对就是对。"
_SUM = "每个分项容许差末位一个单位，因为各数分别四舍五入。"


def _rule(
    code: str, title: str, severity: Severity, formula: str, needs: str, matters: str, example: str, truth: Truth,
    tolerance: str = _NONE,
) -> Rule:  # fmt: skip
    return Rule(
        code=code, title=title, severity=severity, formula=formula, tolerance=tolerance, needs=needs,
        matters=matters, example=example, truth=truth,
    )  # fmt: skip


REVIEW_RULES: tuple[Rule, ...] = (
    _rule(
        "performance.whole_amount",
        "基本支出加各项目不大于整体",
        Severity.WARNING,
        "基本支出 + Σ项目自评表资金 ≤ 整体自评表资金（年初、全年、执行各列；财政拨款与总额分别计算）",
        "整体与项目自评表的资金",
        "部分大于整体，多半是把全年预算写成了年初预算。",
        "年初基本支出1020.03万元，与各项目年初数合计3277.04万元，整体年初只有3161.50万元。",
        whole_review.projects_fit_the_whole,
        _SUM,
    ),
    _rule(
        "performance.carried",
        "使用的上年结转不大于整体自评表所列",
        Severity.ERROR,
        "文字中使用的上年结转资金 ≤ 整体自评表上年结转资金的执行数",
        "写有使用上年结转的文字与整体自评表",
        "同一笔结转在一份文件里不能有两个数。",
        "文字写使用上年结转1320.38万元，自评表执行数为1319.02万元。",
        whole_review.carried_money_is_spent_once,
        "容许差末位一个单位，因为两数分别四舍五入。",
    ),
    _rule(
        "performance.base_data",
        "项目明细与基础数据表一致",
        Severity.WARNING,
        "文字所列项目明细 = 基础数据表同名项目的预算数或决算数；明细接在执行数之后而与两数都不同的为错误",
        "带编号的项目明细与基础数据表",
        "同一个项目的金额前后不同，读者不知道该信哪一个。",
        "明细写大数据工程238.49万元，基础数据表为6.56万元。",
        whole_review.lists_repeat_the_base_data,
        _SUM,
    ),
    _rule(
        "performance.full_score",
        "得满分的指标确已完成",
        Severity.WARNING,
        "得满分时，完成值不写暂停、取消、只完成初稿，不写低于100%的完成比例，时间段与指标值相同",
        "带完成值与得分的指标",
        "没有完成却得满分，自评就失去意义。",
        "指标值183万元，完成值“支付139.72万元，支付率76.35%”，得满分。",
        deviations.full_scores_are_earned,
        "只认明白写出的字样；需要理解文意的不判断。",
    ),
    _rule(
        "performance.deviation",
        "文字说明的偏差见于自评表",
        Severity.WARNING,
        "“目标N，实际完成M”，自评表有指标值为N、完成值为M的指标；没有自评表的项目不检查",
        "写有目标数与实际完成数的偏差说明与自评表",
        "说明了偏差却没有对应的指标，扣分就无从核对。",
        "文字写“目标100人，实际完成0人”，自评表没有这项指标。",
        deviations.stated_deviations_are_indicators,
    ),
    _rule(
        "performance.result",
        "实际完成情况与指标一致",
        Severity.WARNING,
        "指标写明取消或未执行的事项，“实际完成情况”不写成已经完成",
        "自评表的实际完成情况",
        "同一张表里一处取消、一处运转，必有一处错。",
        "实际完成情况写“短信平台运转”，指标写“因需求取消故未执行”。",
        deviations.results_agree_with_indicators,
    ),
    _rule(
        "performance.wording",
        "指标写明衡量什么、衡量到多少",
        Severity.HINT,
        "三级指标名称 ≠ 二级指标名称；数量、成本指标的指标值有数字；每个指标有指标值",
        "绩效指标",
        "只写“数量指标”的指标，谁也看不出要做什么。",
        "79个指标中有70个三级指标就叫“数量指标”“质量指标”。",
        indicator_wording.indicators_say_what_they_measure,
        "“指标”二字有无不算不同。",
    ),
)
