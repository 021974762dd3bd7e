"""Smaller habits of many places, one table each: merged units, indents, parts of parts, universities' revenue."""

from tests.layouts.notation import Document, Printed

# Several units in one table, their names merged over their rows; codes joined to the names; a page break.
_UNITS = Printed(
    "expenditure",
    ("附表3", "某区城市管理局2025年部门支出总表", "单位：万元"),
    """
    序号 | 单位名称 | 科目 | 合计 | 基本支出 | < | < | 项目支出 | <
    ^ | ^ | ^ | ^ | 小计 | 人员支出 | 日常公用支出 | 小计 | 其中：基本建设支出
    =- | . | . | + | n:basic | n:personnel | n:operating | n:project | ?
    合计 | < | < | 1,170.00 | 670.00 | 600.00 | 70.00 | 500.00 | 100.00 # i:total
    1 | 某区城市管理局（本级） | 212 城乡社区支出 | 800.00 | 400.00 | 360.00 | 40.00 | 400.00 | 100.00 # 212
    2 | ^ | 21201 城乡社区管理事务 | 800.00 | 400.00 | 360.00 | 40.00 | 400.00 | 100.00 # 21201
    3 | ^ | 2120101 行政运行 | 400.00 | 400.00 | 360.00 | 40.00 | | # 2120101
    4 | 某区环卫所 | 212 城乡社区支出 | 370.00 | 270.00 | 240.00 | 30.00 | 100.00 | # 212
    5 | ^ | 2120501 城乡社区环境卫生 | 370.00 | 270.00 | 240.00 | 30.00 | 100.00 | # 2120501
    """,
)

_THOUSANDS = Printed(
    "general_public_expenditure",
    ("附表5", "一般公共预算支出表", "单位：千元"),
    """
    科目编码 | 科目名称 | 2024年执行数（1） | 2025年预算数 | < | < | 比上年执行数增减
    ^ | ^ | ^ | 合计（2） | 基本支出 | 项目支出 | ^
    =. | . | y:-1 p:outturn | + | n:basic | n:project | p:
    212 | 城乡社区支出 | 11,000 | 11,700 | 6,700 | 5,000 | 700 # 212
    21201 | 　城乡社区管理事务 | 8,500 | 8,000 | 4,000 | 4,000 | （500） # 21201
    合计 | | 11,000 | 11,700 | 6,700 | 5,000 | 700 # i:total
    """,
    "f:general_public",
    unit="千元",
)

_HEADED_UNIT = Printed(
    "government_funds",
    ("附表8", "政府性基金预算支出预算表"),
    """
    科目编码 | 科目名称 | 预算数（万元） | < | <
    ^ | ^ | 合计 | 基本支出 | 项目支出
    =. | . | + | n:basic | n:project
    212 | 城乡社区支出 | 30 | | 30 # 212
    21213 | 城市基础设施配套费安排的支出 | 30 | | 30 # 21213
    合计 | | 30 | | 30 # i:total
    """,
    "f:government_funds",
)

_VERTICAL_PUBLIC = Printed(
    "three_public",
    ("附表7", "2025年“三公”经费预算情况表", "单位：万元"),
    """
    项 目 | 2024年预算 | 2024年执行 | 2025年预算 | 2025年预算比2024年预算增减（%） | 增减原因
    =. | y:-1 | y:-1 p:outturn | + | - | -
    合 计 | 20.0 | 15.5 | 19.0 | -5.0 | 压减一般性支出 # i:three_public
    1、因公出国（境）费用 | | | | | # i:overseas_travel
    2、公务接待费 | 2.0 | 0.5 | 1.0 | -50.0 | # i:reception
    3、公务用车费 | 18.0 | 15.0 | 18.0 | | # i:vehicles
    其中：（1）公务用车运行维护费 | 18.0 | 15.0 | 18.0 | | # i:vehicle_operation
    （2）公务用车购置 | | | | | # i:vehicle_purchase
    """,
)

ODD = Document(
    "several units of a district",
    ("某区城市管理局2025年部门预算",),
    2025,
    (_UNITS, _THOUSANDS, _HEADED_UNIT, _VERTICAL_PUBLIC),
)

_UNIVERSITY_SUMMARY = Printed(
    "revenue_expenditure",
    ("附件1", "某某大学2024年收支预算总表", "单位：万元"),
    """
    收入 | < | 支出 | <
    项目 | 2024年预算数 | 项目 | 2024年预算数
    =. | + | . | +
    一、财政拨款收入 | 90,000.00 | 一、教育支出 | 210,000.00 # d:revenue i:appropriation ; 205
    二、事业收入 | 80,000.00 | 二、科学技术支出 | 20,000.00 # d:revenue i:service_revenue ; 206
    三、上级补助收入 | | 三、社会保障和就业支出 | 5,000.00 # d:revenue i:superior_grants ; 208
    四、附属单位上缴收入 | 500.00 | 四、住房保障支出 | 9,500.00 # d:revenue i:subordinate_remittances ; 221
    五、经营收入 | 500.00 | | # d:revenue i:business_revenue
    六、其他收入 | 43,500.00 | | # d:revenue i:other_revenue
    其中：非同级财政拨款 | 30,000.00 | | # d:revenue h:其中：非同级财政拨款
    本年收入合计 | 214,500.00 | 本年支出合计 | 244,500.00 # d:revenue i:current_year_total ; i:current_year_total
    使用非财政拨款结余 | 10,000.00 | 结转下年 | # d:balance i:surplus_used ; !
    上年结转 | 20,000.00 | | # d:balance i:carried_in
    收入总计 | 244,500.00 | 支出总计 | 244,500.00 # d:revenue i:total ; i:total
    """,
)

_UNIVERSITY_REVENUE = Printed(
    "revenue",
    ("附件2", "某某大学2024年收入预算表", "单位：万元"),
    """
    科目编码 | 科目名称 | 合计 | 财政拨款收入 | 事业收入 | < | < | 经营收入 | 其他收入 | <
    ^ | ^ | ^ | ^ | 小计 | 教育事业收入 | 科研事业收入 | ^ | 小计 | 非同级财政拨款收入
    =. | . | i:total | i:appropriation | i:service_revenue | ? | ? | i:business_revenue | i:other_revenue | ?
    205 | 教育支出 | 214,500.00 | 90,000.00 | 80,000.00 | 50,000.00 | 30,000.00 | 500.00 | 43,500.00 | 30,000.00 # 205
    2050205 | 高等教育 | 214,500.00 | 90,000.00 | 80,000.00 | 50,000.00 | 30,000.00 | 500.00 | 43,500.00 | 30,000.00 # 2050205
    合计 | | 214,500.00 | 90,000.00 | 80,000.00 | 50,000.00 | 30,000.00 | 500.00 | 43,500.00 | 30,000.00 # f:all
    """,
    "d:revenue",
)

UNIVERSITY = Document("university", ("某某大学2024年部门预算",), 2024, (_UNIVERSITY_SUMMARY, _UNIVERSITY_REVENUE))

# Townships of central provinces: sources of the general budget told apart, percentages among the columns.
_TOWN_REVENUE = Printed(
    "revenue",
    ("表二", "某镇人民政府2024年收入预算总表", "单位:万元"),
    """
    项目 | 2023年预算数 | 2024年预算数 | 占总收入比重
    =. | y:-1 | + | -
    一、一般公共预算拨款 | 900 | 1000 | 80% # i:general_public
    1、经费拨款 | 850 | 960 | 76.8% # i:general_public_regular
    2、纳入一般公共预算管理的非税收入拨款 | 50 | 40 | 3.2% # i:general_public_nontax
    二、政府性基金预算拨款 | 200 | 250 | 20% # i:government_funds
    本年收入合计 | 1100 | 1250 | 100% # i:current_year_total
    上年结转 | | | # d:balance i:carried_in
    收入总计 | 1100 | 1250 | # i:total
    """,
    "d:revenue",
)

_TOWN_EXPENDITURE = Printed(
    "expenditure",
    ("表三", "某镇人民政府2024年支出预算总表", "单位:万元"),
    """
    功能科目 | < | < | < | 总计 | 财政拨款 | < | < | < | 财政专户管理资金 | 单位资金
    类 | 款 | 项 | 科目名称 | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^
    =. | . | . | . | + | f:fiscal | f:general_public | f:government_funds | f:state_capital | f:special_account | f:own
    合计 | < | < | < | 1250 | 1250 | 1000 | 250 | | | # i:total
    201 | | | 一般公共服务支出 | 700 | 700 | 700 | | | | # 201
    | 3 | | 政府办公厅（室）及相关机构事务 | 700 | 700 | 700 | | | | # 20103
    | | 1 | 行政运行 | 650 | 650 | 650 | | | | # 2010301
    | | 2 | 一般行政管理事务 | 50 | 50 | 50 | | | | # 2010302
    212 | | | 城乡社区支出 | 550 | 550 | 300 | 250 | | | # 212
    | 8 | | 国有土地使用权出让收入安排的支出 | 250 | 250 | | 250 | | | # 21208
    """,
)

_TOWN_GOVERNMENT = Printed(
    "basic_expenditure_government",
    ("表六", "某镇人民政府2024年一般公共预算基本支出表（按政府预算支出经济分类）", "单位:万元"),
    """
    科目编码 | < | 科目名称 | 基本支出预算数
    类 | 款 | ^ | ^
    =. | . | . | n:basic
    501 | | 机关工资福利支出 | 500 # 501
    | 01 | 工资奖金津补贴 | 400 # 50101
    | 02 | 社会保障缴费 | 100 # 50102
    502 | | 机关商品和服务支出 | 150 # 502
    | 01 | 办公经费 | 150 # 50201
    合计 | | | 650 # i:total
    """,
    "f:general_public",
)

TOWN = Document(
    "township", ("某镇人民政府2024年部门预算公开",), 2024, (_TOWN_REVENUE, _TOWN_EXPENDITURE, _TOWN_GOVERNMENT)
)
