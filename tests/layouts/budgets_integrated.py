"""Budgets by the rules of integrated budget management: units in rows, carry-overs by fund, lists of projects."""

from tests.layouts.notation import Document, Printed

_REVENUE = Printed(
    "revenue",
    ("表2", "收入总表", "部门/单位：某县水利局", "金额单位：万元"),
    """
    部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | < | < | < | < | < | < | < | < | < | 上年结转结余 | < | < | < | < | <
    ^ | ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 事业收入 | 事业单位经营收入 | 上级补助收入 | 附属单位上缴收入 | 其他收入 | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 财政专户管理资金 | 单位资金
    =. | . | i:total | i:current_year_total | i:general_public | i:government_funds | i:state_capital | i:special_account | i:service_revenue | i:business_revenue | i:superior_grants | i:subordinate_remittances | i:other_revenue | d:balance i:carried_in | d:balance i:carried_in f:general_public | d:balance i:carried_in f:government_funds | d:balance i:carried_in f:state_capital | d:balance i:carried_in f:special_account | d:balance i:carried_in f:own
    合计 | < | 905.25 | 900.00 | 850.00 | 40.00 | | 4.00 | 5.00 | | | | 1.00 | 5.25 | 3.00 | 2.00 | | | 0.25 # f:all
    321 | 某县水利局 | 905.25 | 900.00 | 850.00 | 40.00 | | 4.00 | 5.00 | | | | 1.00 | 5.25 | 3.00 | 2.00 | | | 0.25 # f:all
    321001 | 某县水利局机关 | 605.25 | 600.00 | 550.00 | 40.00 | | 4.00 | 5.00 | | | | 1.00 | 5.25 | 3.00 | 2.00 | | | 0.25 # f:all
    321002 | 某县水库管理所 | 300.00 | 300.00 | 300.00 | | | | | | | | | | | | | | # f:all
    """,
    "d:revenue",
)

_EXPENDITURE = Printed(
    "expenditure",
    ("表3", "支出总表", "部门/单位：某县水利局", "金额单位：万元"),
    """
    科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出 | 事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出
    ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^ | ^ | ^ | ^
    =. | . | + | n:basic | n:personnel | n:operating | n:project | n:business | n:to_superior | n:to_subordinate
    合计 | < | 905.25 | 400.25 | 350.00 | 50.25 | 505.00 | | | # i:total
    213 | 农林水支出 | 905.25 | 400.25 | 350.00 | 50.25 | 505.00 | | | # 213
    21303 | 水利 | 905.25 | 400.25 | 350.00 | 50.25 | 505.00 | | | # 21303
    2130301 | 行政运行 | 400.25 | 400.25 | 350.00 | 50.25 | | | | # 2130301
    2130305 | 水利工程建设 | 505.00 | | | | 505.00 | | | # 2130305
    """,
)

_PROJECTS = Printed(
    "project_expenditure",
    ("表9", "项目支出表", "部门/单位：某县水利局", "金额单位：万元"),
    """
    类型 | 项目名称 | 项目单位 | 合计 | 本年拨款 | < | < | 财政拨款结转结余 | < | < | 财政专户管理资金 | 单位资金
    ^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^
    =. | . | . | + | f:general_public | f:government_funds | f:state_capital | f:general_public d:balance i:carried_in | f:government_funds d:balance i:carried_in | f:state_capital d:balance i:carried_in | f:special_account | f:own
    | 合计 | | 505.00 | 460.00 | 40.00 | | 3.00 | 2.00 | | | # i:total
    其他运转类 | | | 45.00 | 42.00 | | | 3.00 | | | | # h:其他运转类
    31-部门项目 | 灌区运行维护 | 某县水利局机关 | 45.00 | 42.00 | | | 3.00 | | | | # h:灌区运行维护
    特定目标类 | | | 460.00 | 418.00 | 40.00 | | | 2.00 | | | # h:特定目标类
    32-部门项目 | 水库除险加固 | 某县水库管理所 | 460.00 | 418.00 | 40.00 | | | 2.00 | | | # h:水库除险加固
    """,
    "n:project",
)

_PROCUREMENT = Printed(
    "procurement",
    ("表10", "政府采购预算表", "部门/单位：某县水利局", "金额单位：万元"),
    """
    单位名称 | 项目名称 | 采购品目 | 数量 | 合计 | 一般公共预算 | 政府性基金预算 | 财政专户管理资金 | 单位资金
    =. | . | . | - | + | f:general_public | f:government_funds | f:special_account | f:own
    合计 | | | | 45.60 | 40.60 | | | 5.00 # i:procurement
    某县水利局机关 | 公用经费 | A02010105台式计算机 | 4 | 2.60 | 2.60 | | | # h:公用经费
    某县水库管理所 | 水库除险加固 | C16全过程咨询 | 1 | 43.00 | 38.00 | | | 5.00 # h:水库除险加固
    """,
)

_PUBLIC = Printed(
    "three_public",
    ("表7", "一般公共预算“三公”经费支出预算表", "部门/单位：某县水利局", "金额单位：万元"),
    """
    “三公”经费合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
    ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
    =i:three_public | i:overseas_travel | i:vehicles | i:vehicle_purchase | i:vehicle_operation | i:reception
    12.40 | | 10.00 | | 10.00 | 2.40 # f:general_public
    """,
)

_HENAN_EXPENDITURE = Printed(
    "expenditure",
    ("预算03表", "部门支出总体情况表", "部门名称：某市教育局", "单位：元"),
    """
    科目编码 | < | < | 单位代码 | 单位（科目名称） | 合计 | 基本支出 | < | < | < | < | 项目支出 | < | <
    类 | 款 | 项 | ^ | ^ | ^ | 小计 | 人员经费 | < | 公用经费 | < | 小计 | 其他运转类项目 | 特定目标类项目
    ^ | ^ | ^ | ^ | ^ | ^ | ^ | 工资福利支出 | 对个人和家庭的补助 | 商品和服务支出 | 资本性支出 | ^ | ^ | ^
    ** | ** | ** | ** | ** | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
    =. | . | . | . | . | + | n:basic | ? | ? | ? | ? | n:project | ? | ?
    | | | | 合计 | 3,000,000.00 | 2,500,000.00 | 2,000,000.00 | 100,000.00 | 400,000.00 | | 500,000.00 | 200,000.00 | 300,000.00 # i:total
    | | | 105 | 某市教育局 | 3,000,000.00 | 2,500,000.00 | 2,000,000.00 | 100,000.00 | 400,000.00 | | 500,000.00 | 200,000.00 | 300,000.00 # i:total
    205 | 01 | 01 | 105001 | 行政运行 | 2,500,000.00 | 2,500,000.00 | 2,000,000.00 | 100,000.00 | 400,000.00 | | | | # 2050101
    205 | 01 | 02 | 105001 | 一般行政管理事务 | 500,000.00 | | | | | | 500,000.00 | 200,000.00 | 300,000.00 # 2050102
    """,
    unit="元",
)

_ECONOMIC = Printed(
    "basic_expenditure_departmental",
    ("预算06表", "一般公共预算基本支出表", "部门名称：某市教育局", "单位：元"),
    """
    部门预算经济分类 | < | < | 政府预算经济分类 | < | < | 一般公共预算基本支出 | < | <
    科目编码 | < | 科目名称 | 科目编码 | < | 科目名称 | 小计 | 人员经费 | 公用经费
    类 | 款 | ^ | 类 | 款 | ^ | ^ | ^ | ^
    =. | . | . | . | . | . | n:basic | n:personnel | n:operating
    | | 合计 | | | | 2,500,000.00 | 2,100,000.00 | 400,000.00 # i:total
    301 | 01 | 基本工资 | 501 | 01 | 工资奖金津补贴 | 2,000,000.00 | 2,000,000.00 | # 30101
    302 | 01 | 办公费 | 502 | 01 | 办公经费 | 400,000.00 | | 400,000.00 # 30201
    303 | 02 | 退休费 | 509 | 05 | 离退休费 | 100,000.00 | 100,000.00 | # 30302
    """,
    "f:general_public",
    unit="元",
)

INTEGRATED = Document(
    "integrated budget management",
    ("某县水利局2024年部门预算",),
    2024,
    (_REVENUE, _EXPENDITURE, _PUBLIC, _PROJECTS, _PROCUREMENT),
)
HENAN = Document("henan", ("某市教育局2025年度部门预算公开",), 2025, (_HENAN_EXPENDITURE, _ECONOMIC))
