"""The budget of a central department: funds carried over in front, last year's outturn, increase and rate."""

from tests.layouts.notation import Document, Printed

_SUMMARY = Printed(
    "revenue_expenditure",
    ("部门公开表1", "部门收支总表", "部门：某某总局", "单位：万元"),
    """
    收入 | < | 支出 | <
    项目 | 预算数 | 项目 | 预算数
    =. | + | . | +
    一、一般公共预算拨款收入 | 520.10 | 一、一般公共服务支出 | 500.10 # d:revenue i:general_public ; 201
    二、政府性基金预算拨款收入 | | 二、外交支出 | 3.00 # d:revenue i:government_funds ; 202
    三、国有资本经营预算拨款收入 | | 三、社会保障和就业支出 | 60.00 # d:revenue i:state_capital ; 208
    四、事业收入 | 30.00 | 四、住房保障支出 | 40.00 # d:revenue i:service_revenue ; 221
    五、事业单位经营收入 | 2.00 | | # d:revenue i:business_revenue
    六、其他收入 | 8.00 | | # d:revenue i:other_revenue
    本年收入合计 | 560.10 | 本年支出合计 | 603.10 # d:revenue i:current_year_total ; i:current_year_total
    使用非财政拨款结余 | 13.00 | 结转下年 | 10.00 # d:balance i:surplus_used ; d:balance i:carried_out
    上年结转 | 40.00 | | # d:balance i:carried_in
    收入总计 | 613.10 | 支出总计 | 613.10 # d:revenue i:total ; i:total
    """,
)

_REVENUE = Printed(
    "revenue",
    ("部门公开表2", "部门收入总表", "部门：某某总局", "单位：万元"),
    """
    科目 | < | 合计 | 上年结转 | 一般公共预算拨款收入 | 政府性基金预算拨款收入 | 国有资本经营预算拨款收入 | 事业收入 | < | 事业单位经营收入 | 上级补助收入 | 附属单位上缴收入 | 其他收入 | 使用非财政拨款结余
    科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | 金额 | 其中：教育收费 | ^ | ^ | ^ | ^ | ^
    =. | . | i:total | d:balance i:carried_in | i:general_public | i:government_funds | i:state_capital | i:service_revenue | ? | i:business_revenue | i:superior_grants | i:subordinate_remittances | i:other_revenue | d:balance i:surplus_used
    201 | 一般公共服务支出 | 553.10 | 40.00 | 460.10 | | | 30.00 | 6.00 | 2.00 | | | 8.00 | 13.00 # 201
    20129 | 群众团体事务 | 553.10 | 40.00 | 460.10 | | | 30.00 | | 2.00 | | | 8.00 | 13.00 # 20129
    2012901 | 行政运行 | 553.10 | 40.00 | 460.10 | | | 30.00 | | 2.00 | | | 8.00 | 13.00 # 2012901
    208 | 社会保障和就业支出 | 60.00 | | 60.00 | | | | | | | | | # 208
    合计 | < | 613.10 | 40.00 | 520.10 | | | 30.00 | | 2.00 | | | 8.00 | 13.00 # f:all
    """,
    "d:revenue",
)

_EXPENDITURE = Printed(
    "expenditure",
    ("部门公开表3", "部门支出总表", "部门：某某总局", "单位：万元"),
    """
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 上缴上级支出 | 事业单位经营支出 | 对附属单位补助支出
    =. | . | + | n:basic | n:project | n:to_superior | n:business | n:to_subordinate
    201 | 一般公共服务支出 | 500.10 | 300.00 | 198.10 | | 2.00 | # 201
    20129 | 群众团体事务 | 500.10 | 300.00 | 198.10 | | 2.00 | # 20129
    2012901 | 行政运行 | 500.10 | 300.00 | 198.10 | | 2.00 | # 2012901
    合计 | | 500.10 | 300.00 | 198.10 | | 2.00 | # i:total
    """,
)

_APPROPRIATION = Printed(
    "appropriation",
    ("部门公开表4", "财政拨款收支总表", "部门：某某总局", "单位：万元"),
    """
    收入 | < | 支出 | <
    项目 | 预算数 | 项目 | 预算数
    =. | + | . | +
    一、本年收入 | 520.10 | 一、本年支出 | 548.10 # d:revenue i:current_year_total ; i:current_year_total
    （一）一般公共预算拨款 | 520.10 | （一）一般公共服务支出 | 488.10 # d:revenue i:general_public ; 201
    （二）政府性基金预算拨款 | | （二）社会保障和就业支出 | 60.00 # d:revenue i:government_funds ; 208
    （三）国有资本经营预算拨款 | | | # d:revenue i:state_capital
    二、上年结转 | 38.00 | 二、结转下年 | 10.00 # d:balance i:carried_in ; d:balance i:carried_out
    （一）一般公共预算拨款 | 38.00 | | # d:balance i:carried_in f:general_public
    （二）政府性基金预算拨款 | | | #
    收入总计 | 558.10 | 支出总计 | 558.10 # d:revenue i:total ; i:total
    """,
    "f:fiscal",
)

_GENERAL = Printed(
    "general_public_expenditure",
    ("部门公开表5", "一般公共预算支出表", "部门：某某总局", "单位：万元"),
    """
    功能分类科目 | < | 2023年执行数 | 2024年预算数 | < | < | 2024年预算数比2023年执行数 | <
    科目编码 | 科目名称 | ^ | 年初预算数 | 其中：基本支出 | 项目支出 | 增减额 | 增减%
    =. | . | y:-1 p:outturn | + | n:basic | n:project | p: | -
    201 | 一般公共服务支出 | 450.00 | 460.10 | 300.00 | 160.10 | 10.10 | 2.24 # 201
    20129 | 群众团体事务 | 450.00 | 460.10 | 300.00 | 160.10 | 10.10 | 2.24% # 20129
    208 | 社会保障和就业支出 | 62.00 | 60.00 | 60.00 | | -2.00 | -3.23% # 208
    合计 | < | 512.00 | 520.10 | 360.00 | 160.10 | 8.10 | 1.58% # i:total
    """,
    "f:general_public",
)

_BASIC = Printed(
    "basic_expenditure_departmental",
    ("部门公开表6", "一般公共预算基本支出表", "部门：某某总局", "单位：万元"),
    """
    部门预算支出经济分类科目 | < | 2024年基本支出 | < | <
    科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
    =. | . | n:basic | n:personnel | n:operating
    301 | 工资福利支出 | 280.00 | 280.00 | # 301
    30101 | 基本工资 | 80.00 | 80.00 | # 30101
    30102 | 津贴补贴 | 200.00 | 200.00 | # 30102
    302 | 商品和服务支出 | 75.00 | | 75.00 # 302
    30201 | 办公费 | 75.00 | | 75.00 # 30201
    310 | 资本性支出 | 5.00 | | 5.00 # 310
    31002 | 办公设备购置 | 5.00 | | 5.00 # 31002
    合计 | < | 360.00 | 280.00 | 80.00 # i:total
    """,
    "f:general_public",
)

_PUBLIC = Printed(
    "three_public",
    ("部门公开表7", "一般公共预算“三公”经费支出表", "部门：某某总局", "单位：万元"),
    """
    2023年预算数 | < | < | < | < | < | 2024年预算数 | < | < | < | < | <
    合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
    ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
    =y:-1 i:three_public | y:-1 i:overseas_travel | y:-1 i:vehicles | y:-1 i:vehicle_purchase | y:-1 i:vehicle_operation | y:-1 i:reception | i:three_public | i:overseas_travel | i:vehicles | i:vehicle_purchase | i:vehicle_operation | i:reception
    61.25 | 40.00 | 17.25 | | 17.25 | 4.00 | 55.75 | 35.00 | 17.00 | 0.00 | 17.00 | 3.75 # f:general_public
    """,
)

_FUNDS = Printed(
    "government_funds",
    ("部门公开表8", "政府性基金预算支出表", "部门：某某总局", "单位：万元"),
    """
    科目编码 | 科目名称 | 本年政府性基金预算支出 | < | <
    ^ | ^ | 合计 | 基本支出 | 项目支出
    =. | . | + | n:basic | n:project
    合计 | < | | | # i:total
    """,
    "f:government_funds",
    below=("注：2024年没有使用政府性基金预算拨款安排的支出。",),
)

_STATE_CAPITAL = Printed(
    "state_capital",
    ("部门公开表9", "国有资本经营预算支出表", "部门：某某总局", "单位：万元"),
    """
    科目编码 | 科目名称 | 本年国有资本经营预算支出 | < | <
    ^ | ^ | 合计 | 基本支出 | 项目支出
    =. | . | + | n:basic | n:project
    合计 | < | | | # i:total
    """,
    "f:state_capital",
    below=("注：2024年没有使用国有资本经营预算拨款安排的支出。",),
)

CENTRAL = Document(
    "central department",
    ("某某总局2024年部门预算",),
    2024,
    (
        _SUMMARY, _REVENUE, _EXPENDITURE, _APPROPRIATION, _GENERAL, _BASIC, _PUBLIC, _FUNDS, _STATE_CAPITAL,
    ),
)  # fmt: skip
