"""Declare the rules about assets, staff, and statements of the prose that must agree."""

from __future__ import annotations

from disclosures.checks import assets, statements
from disclosures.checks.rule import Rule, Truth
from disclosures.vocabulary import Severity

_NONE = "无容差：分值、得分与个数都是准确数，没有四舍五入。"
_SUM = "每个分项容许差末位一个单位，因为各数分别四舍五入。"


def _rule(
    code: str, title: str, severity: Severity, formula: str, needs: str, matters: str, example: str, truth: Truth,
    tolerance: str = _NONE,
) -> Rule:  # fmt: skip
    return Rule(
        code=code, title=title, severity=severity, formula=formula, tolerance=tolerance, needs=needs,
        matters=matters, example=example, truth=truth,
    )  # fmt: skip


STATEMENT_RULES: tuple[Rule, ...] = (
    _rule(
        "assets.vehicle_count_uses",
        "车辆总数等于各用途之和",
        Severity.ERROR,
        "车辆总数 = Σ各用途车辆数",
        "按用途说明的车辆数",
        "车辆数是核定运行费的依据。",
        "共有车辆3辆，其中执法执勤用车2辆、其他0辆。",
        assets.vehicles_add_up_by_use,
    ),
    _rule(
        "assets.vehicle_count",
        "车辆数前后一致",
        Severity.WARNING,
        "“三公”说明中的保有量 = 国有资产说明中的车辆数",
        "两处车辆数",
        "两处说的是同一批车。",
        "保有量为1辆，国有资产部分写共有车辆2辆。",
        assets.stock_of_vehicles_is_one,
    ),
    _rule(
        "assets.vehicle_costs",
        "有运行费就有车辆",
        Severity.WARNING,
        "公务用车运行费 > 0 时，车辆数 > 0",
        "公务用车运行费与车辆数",
        "没有车却有运行费，需要说明是否租用。",
        "运行费3.6万元，车辆0辆。",
        assets.running_costs_have_vehicles,
    ),
    _rule(
        "assets.vehicle_purchase",
        "购置费与购置车辆同时有或同时无",
        Severity.WARNING,
        "购置费 > 0 当且仅当购置车辆 > 0",
        "公务用车购置费与购置车辆数",
        "购车须同时列预算和数量。",
        "购置费25万元，购置车辆0辆。",
        assets.purchases_have_money,
    ),
    _rule(
        "assets.staff_count",
        "实有人数不多于编制",
        Severity.WARNING,
        "实有在编人数 ≤ 编制数",
        "编制数与实有人数",
        "超编要有批准。",
        "编制33人，实有35人。",
        assets.staff_fit_the_establishment,
    ),
    _rule(
        "three_public.receptions",
        "有接待费就写明批次、人次",
        Severity.WARNING,
        "决算公务接待费 > 0 时，写明接待批次和人次",
        "决算的公务接待费与说明文字",
        "公开规程要求说明。",
        "接待费0.33万元，没有写接待了多少人。",
        assets.receptions_are_counted,
    ),
    _rule(
        "three_public.within_budget",
        "“三公”决算不大于预算",
        Severity.WARNING,
        "决算数 ≤ 预算数（合计与各项）",
        "“三公”经费的预算数与决算数",
        "“三公”经费只减不增，超预算要说明。",
        "接待费预算3.00万元，决算3.20万元。",
        assets.outturn_stays_within_budget,
    ),
    _rule(
        "prose.at_least_basic",
        "会议费、培训费不小于基本支出所列",
        Severity.WARNING,
        "文字中的会议费、培训费 ≥ 基本支出表30215、30216",
        "文字中的会议费或培训费与基本支出表",
        "文字说没有，表中却有，读者会认为隐瞒。",
        "文字写培训费0万元，基本支出表30216为0.21万元。",
        assets.prose_holds_what_basic_prints,
        "容许差文字末位一个单位，因为文字的精度可能较粗。",
    ),
    _rule(
        "prose.two_changes",
        "同一金额的增减前后一致",
        Severity.WARNING,
        "同一事项、同一金额，两处所述的增减额相等",
        "两处说到同一金额增减的文字",
        "一处增一处减，必有一处错。",
        "政府投资10000万元，一处说增加5000万元，一处说减少1112万元。",
        statements.changes_are_told_alike,
        "两处印法相同时容许差末位一个单位，精度不同时按较粗的一处比较。",
    ),
    _rule(
        "prose.parts",
        "文字中的分项之和等于总数",
        Severity.ERROR,
        "政府采购 = 货物 + 工程 + 服务；“三公” = 出国 + 用车 + 接待；支出 = 基本 + 项目",
        "同一段中写全的总数与分项",
        "一段之内就能核对的数不应有错。",
        "采购30万元，其中货物10万元、工程0万元、服务21万元。",
        statements.parts_make_up_their_whole,
        _SUM,
    ),
    _rule(
        "prose.itemised",
        "明细之和等于所说明的金额",
        Severity.WARNING,
        "“明细为：（1）……（2）……”各数之和 = 明细之前的金额",
        "带编号明细的段落",
        "明细若是预算而前面写的是执行数，口径就混了。",
        "执行数1180.90万元，所列明细之和1243.94万元，等于预算数。",
        statements.lists_make_up_what_they_itemise,
        _SUM,
    ),
    _rule(
        "prose.prior_projects",
        "推算的上年项目预算不大于上年总预算",
        Severity.WARNING,
        "Σ（本年项目预算 - 增减额）≤ 本年总预算 - 总增减额",
        "三个以上写有增减的项目与总预算的增减",
        "部分大于整体，说明某些增减额写错了。",
        "各项目推算上年18579万元，上年总预算13055万元。",
        statements.parts_of_last_year_fit_its_total,
        _SUM,
    ),
    _rule(
        "prose.approved_part",
        "项目的年初预算不大于全部年初预算",
        Severity.ERROR,
        "某项目年初预算 ≤ 年初预算合计",
        "决算中项目的年初预算与年初预算合计",
        "部分大于整体，多半把年中追加写成了年初预算。",
        "项目年初预算4651.45万元，全部年初预算3161.50万元。",
        statements.projects_fit_the_approved_budget,
    ),
)
