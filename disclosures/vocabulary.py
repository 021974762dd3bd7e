"""Name the field's fixed words once: kinds, phases, funds, items (values as in the parse contract)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DisclosureKind(TextChoices):
    """What sort of file was published."""

    BUDGET = "budget", _("预算")
    FINAL_ACCOUNTS = "final_accounts", _("决算")
    PERFORMANCE_TARGET = "performance_target", _("绩效目标")
    PERFORMANCE_REVIEW = "performance_review", _("绩效自评")


class Scope(TextChoices):
    """Whose money it is: a department with its subordinate units, or one unit alone."""

    DEPARTMENT = "department", _("部门")
    UNIT = "unit", _("单位")


class TableKind(TextChoices):
    """The statements a disclosure holds."""

    REVENUE_EXPENDITURE = "revenue_expenditure", _("收支总表")
    REVENUE = "revenue", _("收入总表")
    EXPENDITURE = "expenditure", _("支出总表")
    APPROPRIATION = "appropriation", _("财政拨款收支总表")
    APPROPRIATION_EXPENDITURE = "appropriation_expenditure", _("财政拨款支出表")
    GENERAL_PUBLIC_EXPENDITURE = "general_public_expenditure", _("一般公共预算支出表")
    GENERAL_PUBLIC_ECONOMIC = "general_public_economic", _("一般公共预算支出表（按经济分类）")
    BASIC_EXPENDITURE_DEPARTMENTAL = "basic_expenditure_departmental", _("基本支出表（部门预算经济分类）")
    BASIC_EXPENDITURE_GOVERNMENT = "basic_expenditure_government", _("基本支出表（政府预算经济分类）")
    BASIC_EXPENDITURE_SUMMARY = "basic_expenditure_summary", _("基本支出总表")
    PROJECT_EXPENDITURE = "project_expenditure", _("项目支出总表")
    THREE_PUBLIC = "three_public", _("“三公”经费表")
    GOVERNMENT_FUNDS = "government_funds", _("政府性基金预算支出表")
    STATE_CAPITAL = "state_capital", _("国有资本经营预算支出表")
    OPERATING_COSTS = "operating_costs", _("机关运行经费支出表")
    PROCUREMENT = "procurement", _("政府采购支出表")
    PERFORMANCE_OVERALL = "performance_overall", _("整体支出绩效目标表")
    PERFORMANCE_PROJECT = "performance_project", _("项目支出绩效目标表")
    REVIEW_BASE_DATA = "review_base_data", _("绩效评价基础数据表")
    REVIEW_OVERALL = "review_overall", _("整体支出绩效自评表")
    REVIEW_PROJECT = "review_project", _("项目支出绩效自评表")
    OTHER = "other", _("其他表")


class Direction(TextChoices):
    """Which way the money goes."""

    REVENUE = "revenue", _("收入")
    EXPENDITURE = "expenditure", _("支出")
    BALANCE = "balance", _("结转结余")


class Phase(TextChoices):
    """At which stage of the year the amount was set."""

    APPROVED = "approved", _("年初预算")
    REVISED = "revised", _("调整预算")
    OUTTURN = "outturn", _("决算")


class Fund(TextChoices):
    """Out of which budget the money comes."""

    ALL = "all", _("全部资金")
    FISCAL = "fiscal", _("财政拨款")
    GENERAL_PUBLIC = "general_public", _("一般公共预算")
    GOVERNMENT_FUNDS = "government_funds", _("政府性基金预算")
    STATE_CAPITAL = "state_capital", _("国有资本经营预算")
    SPECIAL_ACCOUNT = "special_account", _("财政专户管理资金")
    OWN = "own", _("单位资金")


class Nature(TextChoices):
    """What sort of spending it is."""

    BASIC = "basic", _("基本支出")
    PERSONNEL = "personnel", _("人员经费")
    OPERATING = "operating", _("公用经费")
    PROJECT = "project", _("项目支出")
    TO_SUPERIOR = "to_superior", _("上缴上级支出")
    BUSINESS = "business", _("经营支出")
    TO_SUBORDINATE = "to_subordinate", _("对附属单位补助支出")
    PROCUREMENT = "procurement", _("其中：政府采购")


class Item(TextChoices):
    """What an amount without a code is."""

    TOTAL = "total", _("合计")
    CURRENT_YEAR_TOTAL = "current_year_total", _("本年合计")
    BASIC = "basic", _("基本支出")
    PROJECT = "project", _("项目支出")
    APPROPRIATION = "appropriation", _("财政拨款收入")
    GENERAL_PUBLIC = "general_public", _("一般公共预算拨款收入")
    GENERAL_PUBLIC_REGULAR = "general_public_regular", _("经费拨款")
    GENERAL_PUBLIC_NONTAX = "general_public_nontax", _("纳入一般公共预算管理的非税收入")
    GOVERNMENT_FUNDS = "government_funds", _("政府性基金预算拨款收入")
    STATE_CAPITAL = "state_capital", _("国有资本经营预算拨款收入")
    SPECIAL_ACCOUNT = "special_account", _("财政专户管理资金收入")
    SUPERIOR_GRANTS = "superior_grants", _("上级补助收入")
    SUPERIOR_DEPARTMENT_GRANTS = "superior_department_grants", _("上级主管部门（单位）补助收入")
    SERVICE_REVENUE = "service_revenue", _("事业收入")
    BUSINESS_REVENUE = "business_revenue", _("经营收入")
    SUBORDINATE_REMITTANCES = "subordinate_remittances", _("附属单位上缴收入")
    OTHER_REVENUE = "other_revenue", _("其他收入")
    OWN_FUNDS = "own_funds", _("单位资金")
    CARRIED_IN = "carried_in", _("上年结转和结余")
    CARRIED_OUT = "carried_out", _("结转下年")
    SURPLUS_USED = "surplus_used", _("使用非财政拨款结余")
    SURPLUS_DISTRIBUTED = "surplus_distributed", _("结余分配")
    THREE_PUBLIC = "three_public", _("“三公”经费合计")
    OVERSEAS_TRAVEL = "overseas_travel", _("因公出国（境）费")
    RECEPTION = "reception", _("公务接待费")
    VEHICLES = "vehicles", _("公务用车购置及运行费")
    VEHICLE_PURCHASE = "vehicle_purchase", _("公务用车购置费")
    VEHICLE_OPERATION = "vehicle_operation", _("公务用车运行费")
    CONFERENCES = "conferences", _("会议费")
    TRAINING = "training", _("培训费")
    OPERATING_COSTS = "operating_costs", _("机关运行经费")
    PROCUREMENT = "procurement", _("政府采购合计")
    PROCUREMENT_GOODS = "procurement_goods", _("货物采购")
    PROCUREMENT_WORKS = "procurement_works", _("工程采购")
    PROCUREMENT_SERVICES = "procurement_services", _("服务采购")
    PERSONNEL_TOTAL = "personnel_total", _("人员经费合计")
    OPERATING_TOTAL = "operating_total", _("公用经费合计")


class FactState(TextChoices):
    """Whether a body cell holds a number; a blank is never a zero, and digits that cannot be read are no blank."""

    PRINTED = "printed", _("已列示")
    BLANK = "blank", _("空白")
    UNREAD = "unread", _("未读出")


class Operator(TextChoices):
    """How an indicator's target is to be met."""

    AT_LEAST = ">=", "≥"
    AT_MOST = "<=", "≤"
    EQUAL = "=", "="
    MORE_THAN = ">", ">"
    LESS_THAN = "<", "<"
    QUALITATIVE = "qualitative", _("定性")


class TargetKind(TextChoices):
    """What sort of value an indicator's target is."""

    NUMBER = "number", _("数值")
    PERCENTAGE = "percentage", _("百分比")
    RANGE = "range", _("区间")
    SEVERAL = "several", _("几个数字")
    DATE = "date", _("时间")
    QUALITATIVE = "qualitative", _("定性")
    NONE = "none", _("未填")


class Verdict(TextChoices):
    """Whether the printed result reaches the printed target."""

    MET = "met", _("达到")
    MISSED = "missed", _("未达到")
    UNJUDGED = "unjudged", _("无法判断")


class VerdictReason(TextChoices):
    """Why an indicator was judged so, or why it cannot be."""

    BY_SIGN = "by_sign", _("按指标值印出的符号比较")
    BY_NUMBER = "by_number", _("指标值未印符号，按“不低于”比较")
    BY_CEILING = "by_ceiling", _("指标值未印符号，成本、时限和负向指标按“不超过”比较")
    BY_RANK = "by_rank", _("按名次比较")
    IN_RANGE = "in_range", _("按指标值印出的区间比较")
    PERIOD = "period", _("按起止时间比较")
    SAME_WORDS = "same_words", _("完成值与指标值文字相同")
    BY_SUM = "by_sum", _("完成值各部分之和等于指标值")
    ONE_NAMED = "one_named", _("指标值为一项，完成值写明完成的是哪一项")
    SAID_DONE = "said_done", _("完成值写明已按计划或要求完成")
    SAID_UNDONE = "said_undone", _("完成值写明没有完成")
    PAUSED = "paused", _("完成值写有暂停或推迟，没有写明最后的结果")
    PARTLY_DONE = "partly_done", _("完成值写明只完成一部分")
    NO_TARGET = "no_target", _("没有填写指标值")
    NO_ACTUAL = "no_actual", _("没有完成值")
    QUALITATIVE = "qualitative", _("定性指标，不作数值判断")
    ANSWERED_IN_WORDS = "answered_in_words", _("指标值是数字，完成值没有相应的数字")
    OTHER_MEASURE = "other_measure", _("指标值与完成值的计量单位不同")
    SEVERAL_NUMBERS = "several_numbers", _("完成值有几个数字，判断结果不一")
    SEVERAL_TARGETS = "several_targets", _("指标值含有几个数字，无法逐一对应")


class FigureUnit(TextChoices):
    """The unit of a figure stated in prose."""

    YUAN = "yuan", _("元")
    PERCENT = "percent", "%"
    COUNT = "count", _("个")


class Severity(TextChoices):
    """How much a finding matters."""

    ERROR = "error", _("错误")
    WARNING = "warning", _("疑点")
    HINT = "hint", _("提示")
