"""Declare the rules about performance forms."""

from __future__ import annotations

from disclosures.checks import performance, review
from disclosures.checks.rule import Rule, Truth
from disclosures.vocabulary import Severity

_NONE = "无容差：分值、得分与个数都是准确数，没有四舍五入。"
_SUM = "每个分项容许差末位一个单位，因为各数分别四舍五入。"
_STEP = "容许差末位一个单位，因为四舍五入与截尾并存。"


def _rule(
    code: str, title: str, severity: Severity, formula: str, needs: str, matters: str, example: str, truth: Truth,
    tolerance: str = _NONE,
) -> Rule:  # fmt: skip
    return Rule(
        code=code, title=title, severity=severity, formula=formula, tolerance=tolerance, needs=needs,
        matters=matters, example=example, truth=truth,
    )  # fmt: skip


FORM_RULES: tuple[Rule, ...] = (
    _rule(
        "performance.weights",
        "指标分值合计为100分",
        Severity.ERROR,
        "Σ指标分值 = 100（预算执行另占10分时为90）",
        "带分值的绩效指标",
        "分值不满，说明指标漏列或表被截断。",
        "某项目各指标分值之和为80分。",
        performance.weights_make_up_the_whole,
    ),
    _rule(
        "performance.caption_weights",
        "一级指标分值等于标题所注",
        Severity.WARNING,
        "“产出指标（50分）”下各指标分值之和 = 50",
        "注有分值的一级指标",
        "各组权重是统一规定的。",
        "“效益指标（30分）”下合计为28分。",
        performance.captions_hold_their_weights,
    ),
    _rule(
        "performance.score_range",
        "得分在0与分值之间",
        Severity.ERROR,
        "0 ≤ 得分 ≤ 分值",
        "带分值和得分的绩效指标",
        "得分超过分值，总分就虚高。",
        "分值5分，得分6分。",
        performance.scores_stay_within_weights,
    ),
    _rule(
        "performance.target_score",
        "得分与完成情况相符",
        Severity.WARNING,
        "达到指标值得满分；扣分的写明原因；没有达到的不得满分",
        "带指标值、完成值、分值和得分的指标",
        "自评要能解释每一分。",
        "指标值>150次，完成150次，得满分。",
        performance.scores_follow_targets,
        "与绩效页面用同一套判断：计量单位不同、只有文字的不判断；指标值未印符号的按通常的理解判断，作为疑点。",
    ),
    _rule(
        "performance.groups",
        "产出、效益、满意度指标齐全",
        Severity.WARNING,
        "每张绩效表都有产出指标、效益指标、满意度指标",
        "带一级指标的绩效表",
        "缺了哪一组，就看不出钱花得是否值得。",
        "只有产出指标，没有满意度指标。",
        performance.required_groups_are_there,
    ),
    _rule(
        "performance.cost",
        "成本指标等于项目金额",
        Severity.WARNING,
        "唯一的成本指标（金额）= 项目金额",
        "项目金额及其成本指标",
        "成本指标就是这个项目要花的钱。",
        "项目44.13万元，成本指标写40.13万元。",
        performance.costs_fit_the_project,
        _STEP,
    ),
    _rule(
        "performance.duplicate",
        "指标不重复",
        Severity.WARNING,
        "同一张表中没有两行完全相同的指标",
        "绩效指标",
        "重复的指标会重复计分。",
        "同一指标、同一指标值列了两行。",
        performance.indicators_stand_once,
    ),
    _rule(
        "performance.funds",
        "年度资金总额等于各项资金之和",
        Severity.ERROR,
        "年度资金总额 = 当年财政拨款 + 上年结转 + 其他资金（年初、全年、执行各列）",
        "自评表的资金各行",
        "资金来源不齐，执行率也就不可信。",
        "总额961.53万元，拨款961.53万元、结转53.91万元。",
        review.funds_make_up_the_money,
        _SUM,
    ),
    _rule(
        "performance.execution_rate",
        "执行率等于执行数除以全年预算数",
        Severity.WARNING,
        "执行率 = 全年执行数 ÷ 全年预算数",
        "自评表的全年预算数、执行数与执行率",
        "执行率直接决定得分。",
        "预算200万元、执行150万元，执行率写85%。",
        review.rates_follow_from_amounts,
        _STEP,
    ),
    _rule(
        "performance.fund_score",
        "资金得分等于分值乘以执行率",
        Severity.WARNING,
        "得分 = 分值 × 执行率（总额也可为各项得分之和）",
        "自评表的分值、执行率与得分",
        "预算执行分应按统一算法得出。",
        "分值7分、执行率83.63%，得5.8分（应为5.9分）。",
        review.fund_scores_follow_from_rates,
        _STEP,
    ),
    _rule(
        "performance.total_score",
        "总分等于各项得分之和",
        Severity.ERROR,
        "总分 = Σ指标得分（满分含预算执行时加资金得分）",
        "总分与各项得分",
        "总分决定评级。",
        "各项得分之和89分，总分写90分。",
        review.total_scores_add_up,
    ),
    _rule(
        "performance.score_scale",
        "各自评表满分一致",
        Severity.WARNING,
        "同一文件各表总分的满分相等",
        "总分",
        "有的含预算执行10分，有的不含，分数就不能相互比较。",
        "整体自评表满分100分，项目自评表满分90分。",
        review.total_scores_have_one_scale,
    ),
    _rule(
        "performance.project_amount",
        "文字中的项目金额与自评表一致",
        Severity.ERROR,
        "文字中的年初预算、全年预算、执行数 = 自评表",
        "文字与自评表中同名的项目",
        "同一个项目在一份文件里不能有两个数。",
        "文字写年初预算1015.44万元，自评表为961.53万元。",
        review.prose_repeats_the_forms,
        _STEP,
    ),
    _rule(
        "performance.form",
        "每个项目都有自评表",
        Severity.ERROR,
        "多数项目有自评表时，文字提到的每个项目都有",
        "三个以上同时见于文字与自评表的项目",
        "缺表的往往是金额大、问题多的项目。",
        "五个项目中有四个附有自评表。",
        review.every_project_has_its_form,
    ),
)
