"""Declare the rules about wording that inspectors write up."""

from __future__ import annotations

from disclosures.checks import cover, reasons, wording
from disclosures.checks.rule import Rule, Truth
from disclosures.vocabulary import Severity

_NONE = "无容差：这是文字，对就是对。"
_PROSE = "说明文字"


def _rule(
    code: str, title: str, severity: Severity, formula: str, matters: str, example: str, truth: Truth,
    tolerance: str = _NONE, needs: str = _PROSE,
) -> Rule:  # fmt: skip
    return Rule(
        code=code, title=title, severity=severity, formula=formula, tolerance=tolerance, needs=needs,
        matters=matters, example=example, truth=truth,
    )  # fmt: skip


WORDING_RULES: tuple[Rule, ...] = (
    _rule(
        "wording.template",
        "没有留下模板用语",
        Severity.WARNING,
        "文中不出现“增加（减少）”“XX局”一类待选、待填的字样",
        "说明没有按实际情况改写，读者不知道是增还是减。",
        "“财政拨款收入支出增加（减少）的主要原因是……”。",
        wording.template_words_are_replaced,
    ),
    _rule(
        "wording.reason_cut",
        "原因写完整",
        Severity.WARNING,
        "“主要原因是”之后有内容",
        "要求说明原因的地方等于没有说明。",
        "“与2025年预算数持平，主要原因是。”",
        wording.reasons_are_finished,
    ),
    _rule(
        "wording.punctuation",
        "标点不重复",
        Severity.HINT,
        "不出现“。。”“，，”“，。”等相连的标点",
        "公开文件的文字应当校对过。",
        "“……国有资本经营预算财政拨款。。”",
        wording.stops_stand_alone,
    ),
    _rule(
        "wording.slip",
        "没有常见笔误",
        Severity.HINT,
        "不出现“上一度”“固有资本经营”“预算预算”等笔误",
        "笔误会让检索与比对找不到对应的表或科目。",
        "“较上一度增加”应为“较上一年度增加”。",
        wording.slips_are_mended,
    ),
    _rule(
        "wording.bracket",
        "括号成对",
        Severity.HINT,
        "每一段的左括号与右括号数目相等",
        "括号不成对，多半漏了字。",
        "“政府采购金额（以合同签订为准为10万元”。",
        wording.brackets_are_closed,
    ),
    _rule(
        "wording.percent_sign",
        "百分比带有%",
        Severity.WARNING,
        "“增长”“下降”之后的比例写明%",
        "缺了%，13.95会被当成13.95万元。",
        "“增加1193.20万元，增长13.95。”",
        wording.percentages_have_their_sign,
    ),
    _rule(
        "wording.money_unit",
        "金额写全单位",
        Severity.HINT,
        "小数金额之后写“万元”，不只写“万”",
        "单位不全，程序与读者都可能读错一万倍。",
        "“国内公务接待支出0.39万（含外宾接待）”。",
        wording.amounts_have_their_unit,
    ),
    _rule(
        "wording.scope",
        "部门、单位用语与封面一致",
        Severity.WARNING,
        "封面为单位预算的，不写“部门预算安排”；反之亦然",
        "部门与单位公开的范围不同，混用会让人误解金额的口径。",
        "单位预算文件中写“2026年部门预算安排购置车辆0辆”。",
        cover.scope_is_named_as_on_the_cover,
        needs="封面上的部门或单位字样",
    ),
    _rule(
        "wording.government_level",
        "政府层级与所在地区一致",
        Severity.WARNING,
        "区县的文件不写“市级预算主管部门”“市级财政拨款”",
        "说明名词解释是从上级模板复制而来，口径不对。",
        "区属街道的文件写“是市级预算主管部门及所属预算单位……”。",
        cover.level_of_government_fits,
        needs="单位所在地区",
    ),
    _rule(
        "wording.year",
        "文中年度与封面一致",
        Severity.WARNING,
        "比较年度 = 本年度 - 1；标题与决算截止日的年度 = 本年度",
        "年度写错，比较的就是另一年的数，常被整段复制。",
        "2026年预算写“与2023年预算数持平”。",
        cover.years_fit_the_cover,
        needs="年度",
    ),
    _rule(
        "wording.title_year",
        "表题写有本年度",
        Severity.HINT,
        "多数表题写有年度时，每张表题都写，且等于封面年度",
        "没有年度的表单独流传时，无法知道是哪一年的。",
        "八张表题都以“2024年”开头，“三公”经费表没有。",
        cover.titles_carry_the_year,
        needs="年度与表题",
    ),
    _rule(
        "wording.unit_name",
        "单位名称与封面一致",
        Severity.WARNING,
        "文中的单位名称 = 封面的单位名称",
        "差一个字就可能是另一个单位。",
        "封面为“规划和自然资源局”，文中写“规划与自然资源局”。",
        cover.unit_is_named_as_on_the_cover,
        tolerance="与封面名称相似九成以上才比较：差得更多的是别的单位。",
        needs="单位名称",
    ),
    _rule(
        "prose.budget_words",
        "大于、小于与金额相符",
        Severity.ERROR,
        "“决算数大于预算数”时，决算 > 预算；小于、持平同理",
        "文字与金额相反，读者不知道该信哪一个。",
        "预算80.81万元、决算80.38万元，写“决算数大于预算数”。",
        reasons.words_agree_with_budget_and_outturn,
        tolerance="写“基本持平”的不比较大小，因为没有说相等。",
        needs="年初预算、支出决算及其比较用语",
    ),
    _rule(
        "prose.reason_way",
        "原因与增减方向一致",
        Severity.WARNING,
        "减少的项目，原因不写“经费增加”；增加的不写“经费减少”",
        "原因与事实相反，等于没有说明原因。",
        "“减少2.98%。主要原因是：事务经费增加。”",
        reasons.reasons_go_the_same_way,
        needs="带原因的增减",
    ),
    _rule(
        "prose.reason_item",
        "原因说的是本科目",
        Severity.WARNING,
        "“主要原因”中的科目名称 = 本段的科目名称",
        "整句复制后没有改，原因张冠李戴。",
        "职业年金缴费的原因写“事业单位离退休经费增加”。",
        reasons.reasons_are_about_their_item,
        needs="带科目与原因的段落",
    ),
    _rule(
        "prose.listed_kinds",
        "列举的经济科目有金额",
        Severity.WARNING,
        "“人员经费主要包括”中的每个科目，基本支出表中都有金额",
        "列了没有的支出，或漏改了往年的文字。",
        "文字列“个人农业生产补贴”，表中有金额的是“奖励金”。",
        reasons.listed_kinds_were_spent,
        needs="基本支出表与人员、公用经费的列举",
    ),
)
