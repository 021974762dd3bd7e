"""Budgets of Guangdong and Sichuan: 情况表, codes in brackets before the name, tables by unit and economic class."""

from tests.layouts.notation import Document, Printed

_GUANGDONG_SUMMARY = Printed(
    "revenue_expenditure",
    ("表1", "收支总体情况表", "单位名称：某县统计局", "单位：万元"),
    """
    收 入 | < | 支 出 | <
    项 目 | 2024年预算 | 项 目 | 2024年预算
    =. | + | . | +
    一、一般公共预算拨款 | 410.00 | 一、基本支出 | 350.00 # d:revenue i:general_public ; n:basic i:basic
    二、政府性基金预算拨款 | 0.00 | 二、项目支出 | 72.00 # d:revenue i:government_funds ; n:project i:project
    三、国有资本经营预算拨款 | 0.00 | 三、事业单位经营支出 | 0.00 # d:revenue i:state_capital ; n:business h:三、事业单位经营支出
    四、财政专户拨款 | 0.00 | | # d:revenue i:special_account
    五、其他资金 | 2.00 | | # d:revenue i:own_funds
    本年收入合计 | 412.00 | 本年支出合计 | 422.00 # d:revenue i:current_year_total ; i:current_year_total
    六、上级补助收入 | 0.00 | 四、对附属单位补助支出 | 0.00 # d:revenue i:superior_grants ; n:to_subordinate h:四、对附属单位补助支出
    七、附属单位上缴收入 | 0.00 | 五、上缴上级支出 | 0.00 # d:revenue i:subordinate_remittances ; n:to_superior h:五、上缴上级支出
    八、用事业基金弥补收支差额 | 0.00 | 六、结转下年 | 0.00 # d:balance i:surplus_used ; d:balance i:carried_out
    九、上年结转 | 10.00 | | # d:balance i:carried_in
    收入总计 | 422.00 | 支出总计 | 422.00 # d:revenue i:total ; i:total
    """,
)

_GUANGDONG_GENERAL = Printed(
    "general_public_expenditure",
    ("表5", "一般公共预算支出情况表（按功能分类科目）", "单位名称：某县统计局", "单位：万元"),
    """
    功能科目名称 | 一般公共预算支出 | < | <
    ^ | 合计 | 基本支出 | 项目支出
    =. | + | n:basic | n:project
    合计 | 410.00 | 350.00 | 60.00 # i:total
    [201]一般公共服务支出 | 360.00 | 300.00 | 60.00 # 201
    [20105]统计信息事务 | 360.00 | 300.00 | 60.00 # 20105
    [2010501]行政运行 | 300.00 | 300.00 | 0.00 # 2010501
    """,
    "f:general_public",
)

_GUANGDONG_BASIC = Printed(
    "basic_expenditure_departmental",
    ("表6", "一般公共预算基本支出情况表（按支出经济分类科目）", "单位名称：某县统计局", "单位：万元"),
    """
    部门预算支出经济科目 | 政府预算支出经济科目 | 一般公共预算基本支出
    =. | . | n:basic
    合计 | | 350.00 # i:total
    [301]工资福利支出 | | 300.00 # 301
    [30101]基本工资 | [50101]工资奖金津补贴 | 300.00 # 30101
    [302]商品和服务支出 | | 50.00 # 302
    [30201]办公费 | [50201]办公经费 | 50.00 # 30201
    """,
    "f:general_public",
)

_GUANGDONG_PUBLIC = Printed(
    "three_public",
    ("表8", "财政拨款安排的行政经费及“三公”经费预算表", "单位名称：某县统计局", "单位：万元"),
    """
    项目 | 2024年预算
    =. | +
    行政经费 | 120.00 # h:行政经费
    “三公”经费 | 6.00 # i:three_public
    其中：（一）因公出国（境）支出 | 0.00 # i:overseas_travel
    （二）公务用车购置及运行维护支出 | 4.00 # i:vehicles
    1.公务用车购置 | 0.00 # i:vehicle_purchase
    2.公务用车运行维护费 | 4.00 # i:vehicle_operation
    （三）公务接待费支出 | 2.00 # i:reception
    """,
    "f:fiscal",
)

_GUANGDONG_SUMMARY_BASIC = Printed(
    "basic_expenditure_summary",
    ("表10", "部门预算基本支出预算总表", "单位名称：某县统计局", "单位：万元"),
    """
    支出项目类别（资金使用单位） | 总计 | 财政拨款 | < | < | < | 财政专户拨款 | 其他资金
    ^ | ^ | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^
    =. | + | f:fiscal | f:general_public | f:government_funds | f:state_capital | f:special_account | f:own
    合计 | 352.00 | 350.00 | 350.00 | | | | 2.00 # i:total
    """,
    "n:basic",
)

GUANGDONG = Document(
    "guangdong",
    ("2024年某县统计局部门预算",),
    2024,
    (_GUANGDONG_SUMMARY, _GUANGDONG_GENERAL, _GUANGDONG_BASIC, _GUANGDONG_PUBLIC, _GUANGDONG_SUMMARY_BASIC),
)

_SICHUAN_REVENUE = Printed(
    "revenue",
    ("表1-1", "部门收入总表", "部门：某市气象局", "金额单位：万元"),
    """
    项目 | < | 合计 | 上年结转 | 一般公共预算拨款收入 | 政府性基金预算拨款收入 | 国有资本经营预算拨款收入 | 事业收入 | 事业单位经营收入 | 其他收入 | 上级补助收入 | 附属单位上缴收入 | 用事业基金弥补收支差额
    单位代码 | 单位名称（科目） | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^
    =. | . | i:total | d:balance i:carried_in | i:general_public | i:government_funds | i:state_capital | i:service_revenue | i:business_revenue | i:other_revenue | i:superior_grants | i:subordinate_remittances | d:balance i:surplus_used
    | 合 计 | 88.00 | 8.00 | 80.00 | | | | | | | | # f:all
    | 某市气象局 | 88.00 | 8.00 | 80.00 | | | | | | | | # f:all
    """,
    "d:revenue",
)

_SICHUAN_EXPENDITURE = Printed(
    "expenditure",
    ("表1-2", "部门支出总表", "部门：某市气象局", "金额单位：万元"),
    """
    项目 | < | < | < | < | 合计 | 基本支出 | 项目支出 | 上缴上级支出 | 对附属单位补助支出
    科目编码 | < | < | 单位代码 | 单位名称（科目） | ^ | ^ | ^ | ^ | ^
    类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^
    =. | . | . | . | . | + | n:basic | n:project | n:to_superior | n:to_subordinate
    | | | | 合 计 | 88.00 | 60.00 | 28.00 | | # i:total
    | | | | 某市气象局 | 88.00 | 60.00 | 28.00 | | # i:total
    220 | 05 | 04 | 362001 | 气象事业机构 | 60.00 | 60.00 | | | # 2200504
    220 | 05 | 09 | 362001 | 气象服务 | 28.00 | | 28.00 | | # 2200509
    """,
)

_SICHUAN_PUBLIC = Printed(
    "three_public",
    ("表3-3", "一般公共预算“三公”经费支出预算表", "部门：某市气象局", "金额单位：万元"),
    """
    单位编码 | 单位名称（科目） | 当年财政拨款预算安排 | < | < | < | < | <
    ^ | ^ | 合计 | 因公出国（境）费用 | 公务用车购置及运行费 | < | < | 公务接待费
    ^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
    =. | . | i:three_public | i:overseas_travel | i:vehicles | i:vehicle_purchase | i:vehicle_operation | i:reception
    | 合 计 | 3.80 | | 3.20 | | 3.20 | 0.60 # f:general_public
    362001 | 某市气象局 | 3.80 | | 3.20 | | 3.20 | 0.60 # f:general_public
    """,
    "f:general_public",
)

_SICHUAN_ECONOMIC = Printed(
    "basic_expenditure_departmental",
    ("表3-1", "一般公共预算基本支出预算表", "部门：某市气象局", "金额单位：万元"),
    """
    项目 | < | < | < | 基本支出 | < | <
    科目编码 | < | 单位代码 | 单位名称（科目） | 合计 | 人员经费 | 公用经费
    类 | 款 | ^ | ^ | ^ | ^ | ^
    =. | . | . | . | n:basic | n:personnel | n:operating
    | | | 合 计 | 60.00 | 50.00 | 10.00 # i:total
    301 | | 362001 | 工资福利支出 | 50.00 | 50.00 | # 301
    301 | 01 | 362001 | 基本工资 | 50.00 | 50.00 | # 30101
    302 | | 362001 | 商品和服务支出 | 10.00 | | 10.00 # 302
    302 | 99 | 362001 | 其他商品和服务支出 | 10.00 | | 10.00 # 30299
    """,
    "f:general_public",
)

_SICHUAN_PROJECTS = Printed(
    "project_expenditure",
    ("表3-2", "一般公共预算项目支出预算表", "部门：某市气象局", "金额单位：万元"),
    """
    科目编码 | < | < | 单位代码 | 单位名称（科目、项目） | 金额
    类 | 款 | 项 | ^ | ^ | ^
    =. | . | . | . | . | +
    | | | | 合 计 | 28.00 # i:total
    220 | 05 | 09 | | 气象服务 | 28.00 # 2200509
    220 | 05 | 09 | 362001 | 人工影响天气 | 28.00 # 2200509
    """,
    "n:project f:general_public",
)

SICHUAN = Document(
    "sichuan",
    ("某市气象局", "2024年单位预算"),
    2024,
    (_SICHUAN_REVENUE, _SICHUAN_EXPENDITURE, _SICHUAN_ECONOMIC, _SICHUAN_PROJECTS, _SICHUAN_PUBLIC),
)
