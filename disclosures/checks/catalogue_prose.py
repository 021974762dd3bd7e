"""Declare the rules about figures in the prose."""

from __future__ import annotations

from disclosures.checks import changes, copies, shares
from disclosures.checks.rule import Rule
from disclosures.vocabulary import Severity

COPY = "两处印法相同时容许差末位一个单位，精度不同时按较粗的一处比较（如207与206.95）：这是四舍五入的结果。"
PERCENT = (
    "容许差末位一个单位（四舍五入与截尾并存），并计入金额自身四舍五入对比例的影响：基数很小时影响较大；"
    "在此之内只作提示。"
)

PROSE_RULES: tuple[Rule, ...] = (
    Rule(
        code="prose.table_amount",
        title="文字中的金额与报表一致",
        severity=Severity.ERROR,
        formula="说明文字中的金额 = 报表中同一年度、同一阶段、同一科目的金额",
        tolerance=COPY,
        needs="文字与报表中同一项目的金额",
        matters="读者多半只看文字说明，文字与表不符等于公开了两个数。",
        example="表中住房公积金为207.00万元，文字写“2026年预算安排170.03万元”。",
        truth=copies.prose_repeats_the_tables,
    ),
    Rule(
        code="prose.people_amount",
        title="文字中的人员经费、公用经费与基本支出表一致",
        severity=Severity.ERROR,
        formula="文字中的人员经费、公用经费 = 基本支出表的合计",
        tolerance=COPY,
        needs="文字与基本支出表中的人员经费、公用经费",
        matters="人员与公用的划分是基本支出说明的核心。",
        example="文字写人员经费4896.98万元，表中为4884.09万元。",
        truth=copies.people_are_as_the_basic_table_prints,
    ),
    Rule(
        code="prose.repeated_amount",
        title="同一段文字前后金额一致",
        severity=Severity.ERROR,
        formula="同一段中同一科目、同一年度的两处金额相等",
        tolerance=COPY,
        needs="同一段中重复出现的金额",
        matters="同一段里一个数写成两个，通常是改了一处漏了另一处。",
        example="前面写56.12万元，后面又写预算安排57.80万元。",
        truth=copies.prose_says_one_thing_once,
    ),
    Rule(
        code="prose.change_percent",
        title="增减百分比与所述金额一致",
        severity=Severity.ERROR,
        formula="增减% = 增减额 ÷（本年数 - 增减额），或（本年数 - 上年数）÷ 上年数",
        tolerance=PERCENT,
        needs="带增减额或上年数的百分比",
        matters="比例常被复制自上一条，或把剩余占比当成降幅。",
        example="1690.69万元降到1434.89万元是减少15.13%，文中写减少1.10%。",
        truth=changes.changes_follow_from_amounts,
    ),
    Rule(
        code="prose.change_base",
        title="基数为零时不写增长百分比",
        severity=Severity.HINT,
        formula="上年数 = 0 时，增长百分比无法计算",
        tolerance="无容差：基数恰为0才提示。",
        needs="带上年数的百分比",
        matters="“增长100%”会被误解为翻了一番。",
        example="上年0万元，本年25万元，写“增加100.00%”。",
        truth=changes.growth_has_a_base,
    ),
    Rule(
        code="prose.change_amount",
        title="增加额不大于本年数",
        severity=Severity.ERROR,
        formula="本年数 - 增加额 ≥ 0",
        tolerance="容许差两数末位各一个单位，因为两数分别四舍五入。",
        needs="同一句中的金额与增加额",
        matters="上年数不可能为负，说明两个数里至少错一个。",
        example="“政府性基金0万元，比上年增加1421.25万元”。",
        truth=changes.changes_start_from_something,
    ),
    Rule(
        code="prose.completion_rate",
        title="完成率等于决算数除以预算数",
        severity=Severity.ERROR,
        formula="完成% = 支出决算 ÷ 年初预算",
        tolerance=PERCENT,
        needs="依次写出的年初预算、支出决算与完成率",
        matters="完成率是考核执行的主要指标。",
        example="预算20万元、决算12.74万元，写完成73.7%（应为63.70%）。",
        truth=changes.completion_follows_from_amounts,
    ),
    Rule(
        code="prose.share",
        title="占比等于部分除以整体",
        severity=Severity.ERROR,
        formula="占比% = 部分 ÷ 整体",
        tolerance=PERCENT,
        needs="金额及其占比",
        matters="占比说明支出结构，加总不到100%会引人追问。",
        example="2106.66万元占2940.05万元的71.65%，文中写71.73%。",
        truth=shares.shares_are_parts_of_their_whole,
    ),
)
