"""Declare the rules about sums inside one table."""

from __future__ import annotations

from disclosures.checks import arithmetic, flows, people
from disclosures.checks.rule import Rule
from disclosures.vocabulary import Severity

SUM = (
    "每个分项容许差末位一个单位（万元表为0.01万元或1万元），以元为单位的表另容许不足1元：各数分别四舍五入或截尾后，"
    "合计与分项本来就可能差这么多；在此之内只合并成每表一条提示。"
)

TABLE_RULES: tuple[Rule, ...] = (
    Rule(
        code="arithmetic.children",
        title="上级科目等于下级科目之和",
        severity=Severity.ERROR,
        formula="类 = Σ款，款 = Σ项，合计 = Σ类（功能分类与经济分类、每一列分别计算）",
        tolerance=SUM,
        needs="带科目编码的金额",
        matters="层级不平说明某一行填错或漏列，读者无法判断哪个数可信。",
        example="205为3.00万元，其下20502为2.50万元：少列0.50万元。",
        truth=arithmetic.children_add_up,
    ),
    Rule(
        code="arithmetic.natures",
        title="合计等于基本支出与项目支出之和",
        severity=Severity.ERROR,
        formula="每行合计 = 基本支出 + 项目支出（+ 上缴上级 + 经营 + 对附属单位补助）；基本支出 = 人员经费 + 公用经费",
        tolerance=SUM,
        needs="同一行的合计、基本支出与项目支出",
        matters="分项之和与合计不等，多半是把别的行的数填进了这一行。",
        example="合计100万元、基本支出100万元，项目支出却印着60万元。",
        truth=arithmetic.basic_plus_project_is_total,
    ),
    Rule(
        code="arithmetic.sources",
        title="收入合计等于各项来源之和",
        severity=Severity.ERROR,
        formula="收入合计 = 财政拨款 + 事业收入 + 经营收入 + 其他收入等；财政拨款 = 一般公共预算 + 基金 + 国资",
        tolerance=SUM,
        needs="收入表的合计与各项来源",
        matters="来源不齐，收入的构成就无从核对。",
        example="合计120万元，财政拨款100万元、其他收入10万元。",
        truth=flows.sources_make_up_revenue,
    ),
    Rule(
        code="arithmetic.funds",
        title="每行合计等于各类资金之和",
        severity=Severity.ERROR,
        formula="合计 = 一般公共预算 + 政府性基金 + 国有资本经营（+ 财政专户 + 单位资金）",
        tolerance=SUM,
        needs="同一行按资金分列的金额",
        matters="资金之间串列，会把基金的支出算到一般公共预算里。",
        example="合计90万元，一般公共预算80万元、政府性基金8万元。",
        truth=flows.funds_make_up_row,
    ),
    Rule(
        code="arithmetic.balance",
        title="收入总计等于支出总计",
        severity=Severity.ERROR,
        formula="收入总计 = 支出总计",
        tolerance=SUM,
        needs="同一张表的收入总计与支出总计",
        matters="收支总表两边不平，是公开前最先要改的错误。",
        example="收入总计500万元，支出总计498万元。",
        truth=arithmetic.revenue_equals_expenditure,
    ),
    Rule(
        code="arithmetic.carried",
        title="总计等于本年数加结转结余",
        severity=Severity.ERROR,
        formula="收入总计 = 本年收入 + 使用结余 + 年初结转；支出总计 = 本年支出 + 结余分配 + 年末结转",
        tolerance=SUM,
        needs="总计与本年合计",
        matters="结转结余接不上，下一年的年初数也会跟着错。",
        example="本年收入90万元、年初结转5万元，总计却为100万元。",
        truth=flows.totals_hold_what_is_carried,
    ),
    Rule(
        code="arithmetic.people",
        title="人员经费与公用经费合计等于所含各类",
        severity=Severity.ERROR,
        formula="人员经费合计 = 301 + 303；公用经费合计 = 302 + 307 + 310 + 399",
        tolerance=SUM,
        needs="人员经费合计、公用经费合计与经济分类的类级金额",
        matters="机关运行经费以公用经费为准，合计错则后面的说明都错。",
        example="301为80万元、303为5万元，人员经费合计却为84万元。",
        truth=people.people_and_operation_make_up_basic,
    ),
    Rule(
        code="arithmetic.three_public",
        title="“三公”经费合计等于三项之和",
        severity=Severity.ERROR,
        formula="合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费；购置及运行费 = 购置费 + 运行费",
        tolerance=SUM,
        needs="“三公”经费表的合计与各项",
        matters="“三公”经费最受关注，合计错会直接被媒体引用。",
        example="出国0、用车5.00万元、接待1.00万元，合计却为7.00万元。",
        truth=arithmetic.three_public_parts_add_up,
    ),
    Rule(
        code="arithmetic.procurement",
        title="政府采购合计等于货物、工程、服务之和",
        severity=Severity.ERROR,
        formula="政府采购合计 = 货物 + 工程 + 服务",
        tolerance=SUM,
        needs="政府采购表的合计与三类采购",
        matters="采购规模要与采购计划一致。",
        example="货物10万元、工程0、服务20万元，合计却为35万元。",
        truth=people.purchases_make_up_procurement,
    ),
)
