"""Declare the rules between tables, about completeness and about codes."""

from __future__ import annotations

from disclosures.checks import across, codes_used, completeness
from disclosures.checks.rule import Rule, Truth
from disclosures.vocabulary import Severity

_COPY = "两处印法相同时容许差末位一个单位，精度不同时按较粗的一处比较，元表容许不足1元：这是四舍五入的结果。"
_NONE = "无容差：只看有没有，不比大小。"


def _copy(
    code: str, title: str, formula: str, needs: str, matters: str, example: str, truth: Truth,
    severity: Severity = Severity.ERROR,
) -> Rule:  # fmt: skip
    return Rule(
        code=code, title=title, severity=severity, formula=formula, tolerance=_COPY, needs=needs,
        matters=matters, example=example, truth=truth,
    )  # fmt: skip


def _seen(
    code: str, title: str, severity: Severity, formula: str, needs: str, matters: str, example: str, truth: Truth
) -> Rule:
    return Rule(
        code=code, title=title, severity=severity, formula=formula, tolerance=_NONE, needs=needs,
        matters=matters, example=example, truth=truth,
    )  # fmt: skip


ACROSS_RULES: tuple[Rule, ...] = (
    _copy(
        "tables.revenue",
        "收支总表的收入等于收入表合计",
        "收支总表收入合计 = 收入总表合计",
        "收支总表与收入表的合计",
        "两张表说的是同一笔钱。",
        "收支总表收入100万元，收入总表合计101万元。",
        across.summary_repeats_revenue,
    ),
    _copy(
        "tables.expenditure",
        "收支总表的支出等于支出表",
        "收支总表支出合计、各类 = 支出总表合计、各类",
        "收支总表与支出表的合计或各类",
        "某一类在两张表里不同，至少一张填错。",
        "收支总表教育支出30万元，支出总表205为31万元。",
        across.summary_repeats_expenditure,
    ),
    _copy(
        "tables.general_public",
        "财政拨款总表的一般公共预算等于一般公共预算支出表",
        "财政拨款收支总表（一般公共预算列）合计、各类 = 一般公共预算支出表合计、各类",
        "财政拨款收支总表与一般公共预算支出表",
        "一般公共预算支出表是人大审议的口径。",
        "总表一般公共预算90万元，支出表合计89万元。",
        across.appropriation_repeats_general_public,
    ),
    _copy(
        "tables.same_code",
        "同一科目在支出表与一般公共预算支出表中一致",
        "所属类没有其他资金时，支出总表某科目 = 一般公共预算支出表同一科目",
        "支出表与一般公共预算支出表的同一科目",
        "只改了一张表、漏改另一张是最常见的错误。",
        "支出总表2050201为20万元，一般公共预算支出表为21万元。",
        across.rows_of_one_code_agree,
    ),
    _copy(
        "tables.basic",
        "基本支出按功能与按经济分类相等",
        "一般公共预算支出表基本支出合计 = 基本支出表合计（部门与政府经济分类）",
        "一般公共预算支出表与基本支出表的合计",
        "同一笔基本支出换一种分法，合计不会变。",
        "功能分类基本支出80万元，经济分类合计79万元。",
        across.basic_is_the_same_by_economy,
    ),
    _copy(
        "tables.people",
        "人员经费、公用经费在收支总表与基本支出表中一致",
        "两表的人员加公用相等时，人员经费 = 人员经费，公用经费 = 公用经费",
        "收支总表与基本支出表的人员经费、公用经费",
        "合计相等而分项不等，是人员与公用之间划错了。",
        "收支总表公用174万元，基本支出表公用184万元，两表基本支出合计相同。",
        across.people_are_the_same_by_function,
    ),
    Rule(
        code="tables.government_codes",
        title="政府经济分类等于所含部门经济分类",
        severity=Severity.WARNING,
        formula="事业单位：50501 = 301，50502 = 302",
        tolerance="每个分项容许差末位一个单位，因为各数分别四舍五入。",
        needs="部门与政府经济分类的基本支出表",
        matters="两套经济分类对同一笔钱，必须对得上。",
        example="301为97.15万元，50501为96.15万元。",
        truth=across.government_codes_hold_departmental,
    ),
    _copy(
        "tables.same_money",
        "功能科目与对应的经济科目一致",
        "2080505 = 30108，2080506 = 30109，2210201 = 30113（两处都有时，只比基本支出）",
        "基本支出中的养老、年金、公积金科目",
        "缴费按功能和按经济列的是同一笔钱；不一致可能是部分列在别的科目。",
        "功能科目住房公积金81.89万元，30113为80.89万元。",
        across.function_and_economy_agree,
        Severity.HINT,
    ),
    _copy(
        "tables.procurement",
        "支出表的政府采购等于政府采购表",
        "支出总表“其中：政府采购”合计 = 政府采购表合计",
        "支出表的政府采购列与政府采购表",
        "采购预算两处公开，应为同一数。",
        "支出总表政府采购2331万元，政府采购表2330万元。",
        across.procurement_is_the_same,
    ),
    _copy(
        "tables.projects",
        "项目表合计等于支出表的项目支出",
        "项目支出表合计 = 支出总表项目支出合计",
        "项目支出表与支出表",
        "项目没有列全，或多列了。",
        "项目表合计16907万元，支出表项目支出16807万元。",
        across.projects_make_up_project_expenditure,
    ),
    _copy(
        "tables.operating_costs",
        "机关运行经费各表一致",
        "“三公”经费表的机关运行经费 = 机关运行经费表合计",
        "两张表中的机关运行经费",
        "机关运行经费是各地通报的指标。",
        "“三公”表中184.59万元，运行经费表中185.59万元。",
        across.operating_costs_are_the_same,
    ),
    _seen(
        "completeness.empty_table",
        "空表写明为空",
        Severity.WARNING,
        "表中没有金额时，写有“本表为空表”或“本表无数据”",
        "报表",
        "读者分不清是没有这项收支，还是漏填。",
        "政府性基金支出表一片空白，没有任何说明。",
        completeness.empty_tables_say_so,
    ),
    _seen(
        "completeness.declared_empty",
        "写明为空的表没有金额",
        Severity.ERROR,
        "写有“本表为空表”时，表中没有非零金额",
        "写明为空的表",
        "说明与表互相矛盾，多半是复制了别的表的说明。",
        "“三公”经费表填有47.91万元，表下注“故本表为空表”。",
        completeness.filled_tables_are_not_declared_empty,
    ),
    _seen(
        "completeness.annex",
        "提到的附件都在",
        Severity.WARNING,
        "文中“详见附件……表”所指的表在文件中",
        "提到附件的文字",
        "读者按指引找不到内容。",
        "“详见附件2024年项目支出绩效目标表”，文件中没有这张表。",
        completeness.annexes_are_there,
    ),
    _seen(
        "completeness.contents",
        "目录所列的表都在正文",
        Severity.WARNING,
        "目录中的每张表，正文有同一种表，措辞不同不算；必备的表由“必备的报表都在”检查",
        "目录",
        "读者按目录找不到表。",
        "目录列有“项目支出总表”，正文没有。",
        completeness.contents_are_in_the_body,
    ),
    _seen(
        "completeness.level",
        "一般公共预算支出列到项级，基本支出列到款级",
        Severity.WARNING,
        "功能科目有7位编码；经济科目有5位编码",
        "带编码的一般公共预算支出表或基本支出表",
        "公开规程要求细化到项级、款级。",
        "一般公共预算支出表只列到类级201。",
        completeness.functional_codes_go_down_to_items,
    ),
    _seen(
        "codes.institution",
        "事业单位使用事业单位的政府经济科目",
        Severity.WARNING,
        "文中写明是事业单位的单位文件，政府经济分类用505、506，不用501至504",
        "政府经济分类的基本支出表与写明单位性质的文字",
        "科目错类，汇总时会把事业单位算成机关。",
        "公益一类事业单位的政府经济分类表列有501机关工资福利支出。",
        codes_used.institutions_use_their_own_classes,
    ),
    _seen(
        "codes.outdated",
        "类级科目用现行名称",
        Severity.WARNING,
        "年度不早于更名年度时，不用旧名",
        "年度",
        "同一科目新旧两名并存，读者会当成两个科目。",
        "2026年文件写“医疗卫生与计划生育支出”，现为“卫生健康支出”。",
        codes_used.class_names_are_of_the_year,
    ),
    _seen(
        "codes.name",
        "科目编码与名称相符",
        Severity.WARNING,
        "编码在科目表中的名称 = 所印名称；所印名称属于另一编码时才报",
        "带编码的科目",
        "编码与名称不符，金额就归错了类。",
        "30212（因公出国费用）写成“退休费”。",
        codes_used.names_belong_to_their_codes,
    ),
    _seen(
        "codes.unknown",
        "科目编码在科目表中",
        Severity.HINT,
        "编码在功能、部门经济或政府经济科目表中",
        "带编码的科目",
        "不在表中的编码可能是地方增设，也可能是误印。",
        "2991234不在任何科目表中。",
        codes_used.codes_are_in_the_lists,
    ),
    _seen(
        "codes.parent",
        "列有下级科目时列有上级科目",
        Severity.HINT,
        "项级之上有款级或类级",
        "带编码的支出表",
        "缺了上级科目，层级合计就无从核对。",
        "列有2050201，没有20502，也没有205。",
        codes_used.codes_stand_below_their_parents,
    ),
    _seen(
        "codes.fund",
        "基金科目不列入一般公共预算",
        Severity.WARNING,
        "21208等政府性基金科目不出现在一般公共预算支出表",
        "一般公共预算支出表",
        "两本预算不能混列。",
        "一般公共预算支出表列有2120801征地和拆迁补偿支出。",
        codes_used.fund_codes_are_not_general_public,
    ),
)
