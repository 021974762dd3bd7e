"""Final accounts as provinces change them: three phases side by side, rows of counts, running costs, procurement."""

from tests.layouts.notation import Document, Printed

# Beijing, Guangdong and others print budget, adjusted budget and outturn of each side.
_SUMMARY = Printed(
    "revenue_expenditure",
    ("表一", "收入支出决算总表", "编制单位：某市民政局", "单位：元"),
    """
    收入 | < | < | < | < | 支出 | < | < | < | <
    项目 | 行次 | 年初预算数 | 全年预算数 | 决算数 | 项目（按功能分类） | 行次 | 年初预算数 | 全年预算数 | 决算数
    栏次 | | 1 | 2 | 3 | 栏次 | | 4 | 5 | 6
    =. | - | p:approved | p:revised | + | . | - | p:approved | p:revised | +
    一、一般公共预算财政拨款收入 | 1 | 600 | 700 | 650.5 | 一、社会保障和就业支出 | 12 | 560 | 660 | 630.5 # d:revenue i:general_public ; 208
    二、其他收入 | 2 | | 5 | 5 | 二、卫生健康支出 | 13 | 40 | 45 | 25 # d:revenue i:other_revenue ; 210
    本年收入合计 | 9 | 600 | 705 | 655.5 | 本年支出合计 | 20 | 600 | 705 | 655.5 # d:revenue i:current_year_total ; i:current_year_total
    总计 | 11 | 600 | 705 | 655.5 | 总计 | 22 | 600 | 705 | 655.5 # d:revenue i:total ; i:total
    """,
    unit="元",
)

# Jiangsu: three public expenses with meetings and training, and counts below.
_PUBLIC = Printed(
    "three_public",
    ("一般公共预算“三公”经费、会议费、培训费支出决算表", "公开09表", "部门名称：某市民政局", "单位：万元"),
    """
    “三公”经费 | < | < | < | < | < | 会议费 | 培训费
    合计 | 因公出国（境）费用 | 公务用车购置及运行维护费 | < | < | 公务接待费 | ^ | ^
    ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^
    =i:three_public | i:overseas_travel | i:vehicles | i:vehicle_purchase | i:vehicle_operation | i:reception | i:conferences | i:training
    20.00 | 5.00 | 12.00 | | 12.00 | 3.00 | 1.50 | 2.60 # f:general_public
    """,
)

_COUNTS = Printed(
    "three_public",
    ("“三公”经费及相关信息表", "公开10表", "部门名称：某市民政局", "单位：万元"),
    """
    项目 | 预算数 | 决算数
    =. | p:approved | +
    一、“三公”经费支出合计 | 22.00 | 20.00 # i:three_public
    1.因公出国（境）费 | 6.00 | 5.00 # i:overseas_travel
    2.公务用车购置及运行维护费 | 13.00 | 12.00 # i:vehicles
    （1）公务用车购置费 | | # i:vehicle_purchase
    （2）公务用车运行维护费 | 13.00 | 12.00 # i:vehicle_operation
    3.公务接待费 | 3.00 | 3.00 # i:reception
    （1）国内接待费 | — | 2.00 # h:（1）国内接待费
    二、相关统计数 | — | — # !
    1.因公出国（境）团组数（个） | — | 2 # !
    2.因公出国（境）人次数（人） | — | 4 # !
    3.公务用车保有量（辆） | — | 6 # !
    4.国内公务接待批次（个） | — | 31 # !
    5.国内公务接待人次（人） | — | 240 # !
    """,
)

_OPERATING = Printed(
    "operating_costs",
    ("机关运行经费支出决算表", "公开11表", "部门名称：某市民政局", "单位：万元"),
    """
    科目编码 | 科目名称 | 机关运行经费支出
    =. | . | +
    合计 | < | 91.50 # i:total
    302 | 商品和服务支出 | 88.00 # 302
    30201 | 办公费 | 40.00 # 30201
    30239 | 其他交通费用 | 48.00 # 30239
    310 | 资本性支出 | 3.50 # 310
    """,
)

_PROCUREMENT = Printed(
    "procurement",
    ("政府采购支出决算表", "公开12表", "部门名称：某市民政局", "单位：万元"),
    """
    项目 | 金额
    =. | +
    一、政府采购支出合计 | 300.00 # i:procurement
    （一）政府采购货物支出 | 80.00 # i:procurement_goods
    （二）政府采购工程支出 | 120.00 # i:procurement_works
    （三）政府采购服务支出 | 100.00 # i:procurement_services
    二、政府采购授予中小企业合同金额 | 260.00 # h:二、政府采购授予中小企业合同金额
    其中：授予小微企业合同金额 | 200.00 # h:其中：授予小微企业合同金额
    """,
)

_OPERATION = Printed(
    "other",
    ("机构运行信息表", "公开13表", "部门名称：某市民政局", "单位：万元"),
    """
    项目 | 行次 | 统计数 | 项目 | 行次 | 统计数
    =. | - | - | . | - | -
    一、机关运行经费 | 1 | 91.50 | 三、国有资产占用情况 | 12 | —
    （一）行政单位 | 2 | 91.50 | （一）车辆数合计（辆） | 13 | 6
    二、政府采购支出 | 4 | 300.00 | （二）单价100万元（含）以上设备（台，套） | 14 | 1
    """,
)

PLACES = Document(
    "final accounts as provinces change them",
    ("某市民政局2023年度部门决算公开",),
    2023,
    (_SUMMARY, _PUBLIC, _COUNTS, _OPERATING, _PROCUREMENT, _OPERATION),
    "final_accounts",
)

# Shandong, Hubei: budget beside outturn, with a rate; the year in the headings.
_RATES = Printed(
    "general_public_expenditure",
    ("一般公共预算财政拨款支出决算表", "公开05表", "单位名称：某职业学院", "单位：万元"),
    """
    项目 | < | 2023年度预算数 | 2023年度决算数 | < | < | 完成预算的% | 2022年度决算数 | 比上年增减% | 备注
    科目编码 | 科目名称 | ^ | 合计 | 基本支出 | 项目支出 | ^ | ^ | ^ | ^
    =. | . | p:approved | + | n:basic | n:project | - | y:-1 | - | -
    合计 | < | 8,000.00 | 8,200.00 | 5,000.00 | 3,200.00 | 102.50 | 7,000.00 | 17.14 | # i:total
    205 | 教育支出 | 8,000.00 | 8,200.00 | 5,000.00 | 3,200.00 | 102.50 | 7,000.00 | 17.14 | # 205
    20503 | 职业教育 | 8,000.00 | 8,200.00 | 5,000.00 | 3,200.00 | 102.50 | 7,000.00 | 17.14 | # 20503
    2050305 | 高等职业教育 | 8,000.00 | 8,200.00 | 5,000.00 | 3,200.00 | 102.50 | 7,000.00 | 17.14 | # 2050305
    """,
    "f:general_public",
)

_PHASES = Printed(
    "three_public",
    ("“三公”经费支出决算表", "公开08表", "单位名称：某职业学院", "单位：万元"),
    """
    项目 | 年初预算数 | 全年预算数 | 决算数 | 上年决算数 | 决算数比上年增减额 | 增减率（%）
    =. | p:approved | p:revised | + | y:-1 | p: | -
    合计 | 18.00 | 18.00 | 12.00 | 14.00 | -2.00 | -14.29 # i:three_public
    因公出国（境）费 | 10.00 | 10.00 | 8.00 | 9.00 | -1.00 | -11.11 # i:overseas_travel
    公务接待费 | 3.00 | 3.00 | 1.00 | 2.00 | -1.00 | -50.00 # i:reception
    公务用车购置及运行费 | 5.00 | 5.00 | 3.00 | 3.00 | 0.00 | 0.00 # i:vehicles
    其中：公务用车购置费 | | | | | | # i:vehicle_purchase
    公务用车运行维护费 | 5.00 | 5.00 | 3.00 | 3.00 | 0.00 | 0.00 # i:vehicle_operation
    """,
)

COLLEGE = Document(
    "final accounts of a college with rates and the year before",
    ("某职业学院", "2023年度单位决算"),
    2023,
    (_RATES, _PHASES),
    "final_accounts",
)
