"""Statements that cross two things at once: funds with natures, revenue beside expenditure, funds with expenses."""

from tests.layouts.notation import Document, Printed

_CROSSED = Printed(
    "expenditure",
    ("表3", "部门支出预算总表", "单位：万元"),
    """
    科目编码 | 科目名称 | 合计 | 一般公共预算 | < | < | 政府性基金预算 | < | < | 其他资金
    ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | 小计 | 基本支出 | 项目支出 | ^
    =. | . | + | f:general_public | f:general_public n:basic | f:general_public n:project | f:government_funds | f:government_funds n:basic | f:government_funds n:project | f:own
    213 | 农林水支出 | 100 | 90 | 60 | 30 | 8 | | 8 | 2 # 213
    21303 | 水利 | 100 | 90 | 60 | 30 | 8 | | 8 | 2 # 21303
    合计 | < | 100 | 90 | 60 | 30 | 8 | | 8 | 2 # i:total
    """,
)

_PARTS = Printed(
    "expenditure",
    ("表4", "部门支出总表", "单位：万元"),
    """
    功能科目 | 合计 | 基本支出 | < | < | 项目支出 | < | <
    ^ | ^ | 小计 | 人员类 | 公用经费 | 小计 | 本级支出项目 | 转移支付项目
    =. | + | n:basic | n:personnel | n:operating | n:project | ? | ?
    2130301-行政运行 | 60 | 60 | 50 | 10 | | | # 2130301
    2130305-水利工程建设 | 40 | | | | 40 | 30 | 10 # 2130305
    合计 | 100 | 60 | 50 | 10 | 40 | 30 | 10 # i:total
    """,
)

_FUNDS = Printed(
    "government_funds",
    ("表9", "2024年政府性基金收支预算表", "单位：万元"),
    """
    收入 | < | 支出 | < | < | <
    项目 | 预算数 | 支出功能分类科目（按大类） | 预算数 | 部门预算支出经济科目（按大类） | 预算数
    =. | + | . | + | . | +
    一、政府性基金拨款 | 80 | 一、科学技术支出 | | 一、人员经费和公用经费支出 | # d:revenue i:government_funds ; 206 ; !
    | | 二、城乡社区支出 | 80 | 工资福利支出 | # ; 212 ; !
    | | | | 二、专项业务经费支出 | 80 # ; ; h:二、专项业务经费支出
    本年收入合计 | 80 | 本年支出合计 | 80 | 本年支出合计 | 80 # d:revenue i:current_year_total ; i:current_year_total ; i:current_year_total
    """,
    "f:government_funds",
)

_PUBLIC = Printed(
    "three_public",
    ("表7", "部门“三公”经费支出预算表", "单位：万元"),
    """
    项目 | 本年预算数 | < | < | 上年预算数 | 增减变化情况 | <
    ^ | 合计 | 一般公共预算 | 政府性基金预算 | ^ | 增减额 | 增减幅度（%）
    =. | + | f:general_public | f:government_funds | y:-1 | p: | -
    “三公”经费合计 | 9 | 9 | | 10 | -1 | -10 # i:three_public
    1、因公出国(境)费用 | 1 | 1 | | 1 | 0 | 0 # i:overseas_travel
    2、公务接待费 | 3 | 3 | | 4 | -1 | -25 # i:reception
    3、公务用车经费 | 5 | 5 | | 5 | | # i:vehicles
    其中：公务用车购置费 | | | | | | # i:vehicle_purchase
    公务用车运行维护费 | 5 | 5 | | 5 | | # i:vehicle_operation
    """,
)

_BLOCKS = Printed(
    "revenue_expenditure",
    ("表1", "收入支出总表", "单位：万元"),
    """
    收入项目 | 金额 | 支出项目（按功能分类） | 金额 | 支出项目（按支出性质） | 金额
    =. | + | . | + | . | +
    一、财政拨款收入 | 100 | 一、农林水支出 | 90 | 一、基本支出 | 60 # d:revenue i:appropriation ; 213 ; i:basic n:basic
    1.一般公共预算 | 100 | 二、社会保障和就业支出 | 12 | 1.人员经费 | 50 # d:revenue i:general_public ; 208 ; i:personnel_total n:personnel
    2.政府性基金 | | | | 2.公用经费 | 10 # d:revenue i:government_funds ; ; i:operating_total n:operating
    二、事业收入 | 2 | | | 二、项目支出 | 42 # d:revenue i:service_revenue ; ; i:project n:project
    本年收入合计 | 102 | 本年支出合计 | 102 | 本年支出合计 | 102 # d:revenue i:current_year_total ; i:current_year_total ; i:current_year_total
    """,
)

_UNITS = Printed(
    "expenditure",
    ("表5", "支出总表（按单位）", "单位：元"),
    """
    单位编码 | 单位名称 | 总计 | 基本支出 | 项目支出
    =. | . | + | n:basic | n:project
    301 | 某县水利局 | 1,000.00 | 600.00 | 400.00 # i:total
    301001 | 某县水利局机关 | 700.00 | 400.00 | 300.00 # i:total
    301002 | 某县灌区管理所 | 300.00 | 200.00 | 100.00 # i:total
    合计 | < | 1,000.00 | 600.00 | 400.00 # i:total
    """,
    unit="元",
)

_RATIO = Printed(
    "general_public_expenditure",
    ("表6", "2024年一般公共预算支出预算表", "单位：万元"),
    """
    科目 | < | 2023年决算数 | 2024年预算数 | 2024年预算数为2023年决算数的% | 备注
    编码 | 名称 | ^ | ^ | ^ | ^
    =. | . | y:-1 p:outturn | + | - | -
    213 | 农林水支出 | 80.0 | 100.5 | 125.6 | 含2项 # 213
    合计 | < | 80.0 | 100.5 | 125.6 | # i:total
    """,
    "f:general_public",
)

# One economic class alone: its total is not that of the expenditure.
_WAGES = Printed(
    "other",
    ("表10", "工资福利支出预算表", "单位：万元"),
    """
    科目编码 | 科目名称 | 总计 | 基本工资 | 津贴补贴
    =. | . | - | - | -
    2130301 | 行政运行 | 50 | 30 | 20 # !
    """,
)

MIXED = Document(
    "two things at once",
    ("某县水利局2024年部门预算",),
    2024,
    (_BLOCKS, _CROSSED, _PARTS, _UNITS, _RATIO, _PUBLIC, _FUNDS, _WAGES),
)
