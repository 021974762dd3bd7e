"""Budgets of Beijing and Chongqing: years in rows, last year's budget, detail of purchases and of services."""

from tests.layouts.notation import Document, Printed

_BEIJING_EXPENDITURE = Printed(
    "expenditure",
    ("预算03表 支出总表", "单位：元"),
    """
    功能分类科目编码 | 功能分类科目名称 | 合计 | 基本支出 | 项目支出 | 上缴上级支出 | 事业单位经营支出 | 对附属单位补助支出 | 其他支出
    =. | . | + | n:basic | n:project | n:to_superior | n:business | n:to_subordinate | ?
    2010301 | 行政运行 | 9000000.00 | 9000000.00 | | | | | # 2010301
    2010302 | 一般行政管理事务 | 6500000.00 | | 6500000.00 | | | | 1.00 # 2010302
    合 计 | < | 15500000.00 | 9000000.00 | 6500000.00 | | | | # i:total
    """,
    unit="元",
)

_BEIJING_PROJECTS = Printed(
    "project_expenditure",
    ("预算04表 项目支出表", "单位：元"),
    """
    项目单位 | 类型 | 项目名称 | 合计 | 本年拨款 | < | < | 财政拨款结转结余 | < | < | 财政专户管理资金 | 单位资金
    ^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^
    =. | . | . | + | f:general_public | f:government_funds | f:state_capital | d:balance i:carried_in f:general_public | d:balance i:carried_in f:government_funds | d:balance i:carried_in f:state_capital | f:special_account | f:own
    023001-某区信访办公室（行政） | 31-部门项目 | 信访业务经费 | 6500000.00 | 6500000.00 | | | | | | | # h:信访业务经费
    合计 | | | 6500000.00 | 6500000.00 | | | | | | | # i:total
    """,
    "n:project",
    unit="元",
)

_BEIJING_PROCUREMENT = Printed(
    "procurement",
    ("预算05表 政府采购预算明细表", "单位：元"),
    """
    采购类别 | 金额
    =. | +
    合计 | 320000.00 # i:procurement
    A 货物 | 120000.00 # i:procurement_goods
    C 服务 | 200000.00 # i:procurement_services
    """,
    unit="元",
)

_BEIJING_GENERAL = Printed(
    "general_public_expenditure",
    ("预算07表 一般公共预算财政拨款支出表", "单位：元"),
    """
    功能分类科目 | < | 合计 | 基本支出 | < | < | 项目支出
    科目编码 | 科目名称 | ^ | 小计 | 人员经费 | 公用经费 | ^
    =. | . | + | n:basic | n:personnel | n:operating | n:project
    201 | 一般公共服务支出 | 15500000.00 | 9000000.00 | 8000000.00 | 1000000.00 | 6500000.00 # 201
    20103 | 政府办公厅（室）及相关机构事务 | 15500000.00 | 9000000.00 | 8000000.00 | 1000000.00 | 6500000.00 # 20103
    2010301 | 行政运行 | 9000000.00 | 9000000.00 | 8000000.00 | 1000000.00 | # 2010301
    合计 | | 15500000.00 | 9000000.00 | 8000000.00 | 1000000.00 | 6500000.00 # i:total
    """,
    "f:general_public",
    unit="元",
)

_BEIJING_BASIC = Printed(
    "basic_expenditure_departmental",
    ("预算08表 一般公共预算财政拨款基本支出表", "单位：元"),
    """
    支出经济分类 | < | 基本支出 | < | <
    科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
    =. | . | n:basic | n:personnel | n:operating
    301 | 工资福利支出 | 8000000.00 | 8000000.00 | # 301
    30101 | 基本工资 | 8000000.00 | 8000000.00 | # 30101
    302 | 商品和服务支出 | 1000000.00 | | 1000000.00 # 302
    合计 | | 9000000.00 | 8000000.00 | 1000000.00 # i:total
    """,
    "f:general_public",
    unit="元",
)

_BEIJING_PUBLIC = Printed(
    "three_public",
    ("预算11表 财政拨款（含一般公共预算和政府性基金预算）“三公”经费支出表", "单位：元"),
    """
    年度 | “三公”经费财政拨款预算总额 | 因公出国（境）费用 | 公务接待费 | 公务用车购置和运行维护费 | < | <
    ^ | ^ | ^ | ^ | 总额 | 公务用车购置费 | 公务用车运行维护费
    =. | i:three_public | i:overseas_travel | i:reception | i:vehicles | i:vehicle_purchase | i:vehicle_operation
    2023年 | 80000.00 | 0.00 | 20000.00 | 60000.00 | 0.00 | 60000.00 # y:-1
    2024年 | 75000.00 | 0.00 | 15000.00 | 60000.00 | 0.00 | 60000.00 # y:0
    """,
    "f:fiscal",
    unit="元",
)

_BEIJING_SERVICES = Printed(
    "other",
    ("预算12表 政府购买服务预算财政拨款明细表", "单位：元"),
    """
    指导性目录代码 | 指导性目录 | 服务领域 | 预算金额
    =. | . | . | -
    A1501 | 法律顾问服务 | 201 一般公共服务支出 | 200000.00 # !
    """,
    unit="元",
)

BEIJING = Document(
    "beijing",
    ("北京市某区信访办公室", "2024年部门预算信息"),
    2024,
    (
        _BEIJING_EXPENDITURE, _BEIJING_PROJECTS, _BEIJING_PROCUREMENT, _BEIJING_GENERAL, _BEIJING_BASIC,
        _BEIJING_PUBLIC, _BEIJING_SERVICES,
    ),
)  # fmt: skip

_CHONGQING_APPROPRIATION = Printed(
    "appropriation",
    ("表一", "财政拨款收支总表", "单位：万元"),
    """
    收入 | < | 支出 | < | < | < | <
    项目 | 预算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
    =. | + | . | + | f:general_public | f:government_funds | f:state_capital
    一、本年收入 | 300.00 | 一、本年支出 | 305.00 | 300.00 | 5.00 | # d:revenue i:current_year_total ; i:current_year_total
    一般公共预算资金 | 295.00 | 一般公共服务支出 | 290.00 | 290.00 | | # d:revenue i:general_public ; 201
    政府性基金预算资金 | 5.00 | 城乡社区支出 | 5.00 | | 5.00 | # d:revenue i:government_funds ; 212
    国有资本经营预算资金 | | 住房保障支出 | 10.00 | 10.00 | | # d:revenue i:state_capital ; 221
    二、上年结转 | 5.00 | 二、结转下年 | | | | # d:balance i:carried_in ; d:balance i:carried_out
    一般公共预算拨款 | 5.00 | | | | | # d:balance i:carried_in f:general_public
    收入合计 | 305.00 | 支出合计 | 305.00 | 300.00 | 5.00 | # d:revenue i:total ; i:total
    """,
    "f:fiscal",
)

_CHONGQING_GENERAL = Printed(
    "general_public_expenditure",
    ("表二", "一般公共预算财政拨款支出预算表", "单位：万元"),
    """
    功能分类科目 | < | 2023年预算数 | 2024年预算数 | < | <
    科目编码 | 科目名称 | ^ | 小计 | 基本支出 | 项目支出
    =. | . | y:-1 | + | n:basic | n:project
    | 合计 | 280.00 | 300.00 | 200.00 | 100.00 # i:total
    201 | 一般公共服务支出 | 271.00 | 290.00 | 190.00 | 100.00 # 201
    20111 | 纪检监察事务 | 271.00 | 290.00 | 190.00 | 100.00 # 20111
    2011101 | 行政运行 | 181.00 | 190.00 | 190.00 | # 2011101
    """,
    "f:general_public",
)

_CHONGQING_BASIC = Printed(
    "basic_expenditure_departmental",
    ("表三", "一般公共预算财政拨款基本支出预算表", "（部门预算支出经济分类科目）", "单位：万元"),
    """
    经济分类科目 | < | 2024年基本支出 | < | <
    科目编码 | 科目名称 | 总计 | 人员经费 | 日常公用经费
    =. | . | n:basic | n:personnel | n:operating
    | 合计 | 200.00 | 150.00 | 50.00 # i:total
    301 | 工资福利支出 | 150.00 | 150.00 | # 301
    302 | 商品和服务支出 | 50.00 | | 50.00 # 302
    """,
    "f:general_public",
)

_CHONGQING_PUBLIC = Printed(
    "three_public",
    ("表四", "一般公共预算“三公”经费支出表", "单位：万元"),
    """
    2023年预算数 | < | < | < | < | < | 2024年预算数 | < | < | < | < | <
    合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
    ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
    =y:-1 i:three_public | y:-1 i:overseas_travel | y:-1 i:vehicles | y:-1 i:vehicle_purchase | y:-1 i:vehicle_operation | y:-1 i:reception | i:three_public | i:overseas_travel | i:vehicles | i:vehicle_purchase | i:vehicle_operation | i:reception
    9.00 | | 6.00 | | 6.00 | 3.00 | 8.00 | | 6.00 | | 6.00 | 2.00 # f:general_public
    """,
)

_CHONGQING_REVENUE = Printed(
    "revenue",
    ("表七", "部门收入总表", "单位：万元"),
    """
    科目 | < | 总计 | 上年结转 | 一般公共预算拨款收入 | 政府性基金预算拨款收入 | 国有资本经营预算拨款收入 | 事业收入 | 事业单位经营收入 | 其他收入 | 用事业基金弥补收支差额
    科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^
    =. | . | i:total | d:balance i:carried_in | i:general_public | i:government_funds | i:state_capital | i:service_revenue | i:business_revenue | i:other_revenue | d:balance i:surplus_used
    | 合计 | 305.00 | 5.00 | 295.00 | 5.00 | | | | | # f:all
    201 | 一般公共服务支出 | 295.00 | 5.00 | 290.00 | | | | | | # 201
    """,
    "d:revenue",
)

_CHONGQING_PROCUREMENT = Printed(
    "procurement",
    ("表九", "政府采购预算明细表", "单位：万元"),
    """
    项目编号 | 货物 | 服务 | 工程
    =. | i:procurement_goods | i:procurement_services | i:procurement_works
    合计 | 12.00 | 30.00 | # f:all
    """,
)

CHONGQING = Document(
    "chongqing",
    ("重庆市某区纪委监委2024年部门预算情况说明",),
    2024,
    (
        _CHONGQING_APPROPRIATION, _CHONGQING_GENERAL, _CHONGQING_BASIC, _CHONGQING_PUBLIC, _CHONGQING_REVENUE,
        _CHONGQING_PROCUREMENT,
    ),
)  # fmt: skip
