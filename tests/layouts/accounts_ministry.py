"""Final accounts on the ministry's nine tables (公开01表 to 09表), and with the carry-overs that some places add."""

from tests.layouts.notation import Document, Printed

_SUMMARY = Printed(
    "revenue_expenditure",
    ("收入支出决算总表", "公开01表", "部门：某省林业厅", "金额单位：万元"),
    """
    收入 | < | < | 支出 | < | <
    项目 | 行次 | 决算数 | 项目(按功能分类) | 行次 | 决算数
    栏次 | | 1 | 栏次 | | 2
    =. | - | + | . | - | +
    一、一般公共预算财政拨款收入 | 1 | 9,100.55 | 一、一般公共服务支出 | 32 | 12.00 # d:revenue i:general_public ; 201
    二、政府性基金预算财政拨款收入 | 2 | 0.00 | 二、外交支出 | 33 | 0.00 # d:revenue i:government_funds ; 202
    三、国有资本经营预算财政拨款收入 | 3 | | 三、国防支出 | 34 | # d:revenue i:state_capital ; 203
    四、上级补助收入 | 4 | 16.20 | 四、公共安全支出 | 35 | # d:revenue i:superior_grants ; 204
    五、事业收入 | 5 | 310.00 | 五、教育支出 | 36 | 88.00 # d:revenue i:service_revenue ; 205
    六、经营收入 | 6 | 4.00 | 六、科学技术支出 | 37 | # d:revenue i:business_revenue ; 206
    七、附属单位上缴收入 | 7 | | 七、文化旅游体育与传媒支出 | 38 | # d:revenue i:subordinate_remittances ; 207
    八、其他收入 | 8 | 60.05 | 八、社会保障和就业支出 | 39 | 700.10 # d:revenue i:other_revenue ; 208
    | 9 | | 九、农林水支出 | 40 | 8,500.30 # ; 213
    | 10 | | 十、债务付息支出 | 41 | 1.00 # ; 232
    本年收入合计 | 27 | 9,490.80 | 本年支出合计 | 58 | 9,301.40 # d:revenue i:current_year_total ; i:current_year_total
    使用非财政拨款结余（含专用结余） | 28 | 50.60 | 结余分配 | 59 | 20.00 # d:balance i:surplus_used ; d:balance i:surplus_distributed
    年初结转和结余 | 29 | 1,000.00 | 年末结转和结余 | 60 | 1,220.00 # d:balance i:carried_in ; d:balance i:carried_out
    | 30 | | | 61 | #
    总计 | 31 | 10,541.40 | 总计 | 62 | 10,541.40 # d:revenue i:total ; i:total
    """,
    below=("注：1.本表反映部门本年度的总收支和年末结转结余情况。", "2.本表以“万元”为金额单位，部分数据存在尾差。"),
)

_REVENUE = Printed(
    "revenue",
    ("收入决算表", "公开02表", "部门：某省林业厅", "金额单位：万元"),
    """
    项目 | < | < | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | < | 经营收入 | 附属单位上缴收入 | 其他收入
    支出功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | 小计 | 其中：教育收费 | ^ | ^ | ^
    类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
    =. | . | . | . | i:current_year_total | i:appropriation | i:superior_grants | i:service_revenue | ? | i:business_revenue | i:subordinate_remittances | i:other_revenue
    ^ | ^ | ^ | 合计 | 9,490.80 | 9,100.55 | 16.20 | 310.00 | 10.00 | 4.00 | | 60.05 # f:all
    213 | < | < | 农林水支出 | 8,690.70 | 8,300.45 | 16.20 | 310.00 | 10.00 | 4.00 | | 60.05 # 213
    21302 | < | < | 林业和草原 | 8,690.70 | 8,300.45 | 16.20 | 310.00 | 10.00 | 4.00 | | 60.05 # 21302
    2130201 | < | < | 行政运行 | 8,690.70 | 8,300.45 | 16.20 | 310.00 | 10.00 | 4.00 | | 60.05 # 2130201
    """,
    "d:revenue",
)

_EXPENDITURE = Printed(
    "expenditure",
    ("支出决算表", "公开03表", "部门：某省林业厅", "金额单位：万元"),
    """
    项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出
    科目代码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^
    栏次 | < | 1 | 2 | 3 | 4 | 5 | 6
    =. | . | + | n:basic | n:project | n:to_superior | n:business | n:to_subordinate
    合计 | < | 9,301.40 | 4,000.40 | 5,295.00 | 2.00 | 4.00 | # i:total
    208 | 社会保障和就业支出 | 700.10 | 700.10 | | | | # 208
    20805 | 行政事业单位养老支出 | 700.10 | 700.10 | | | | # 20805
    2080505 | 机关事业单位基本养老保险缴费支出 | 700.10 | 700.10 | | | | # 2080505
    """,
)

_APPROPRIATION = Printed(
    "appropriation",
    ("财政拨款收入支出决算总表", "公开04表", "部门：某省林业厅", "金额单位：万元"),
    """
    收 入 | < | < | 支 出 | < | < | < | < | <
    项 目 | 行次 | 金额 | 项目 | 行次 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
    栏次 | | 1 | 栏次 | | 2 | 3 | 4 | 5
    =. | - | + | . | - | + | f:general_public | f:government_funds | f:state_capital
    一、一般公共预算财政拨款 | 1 | 9,100.55 | 一、一般公共服务支出 | 33 | 12.00 | 12.00 | | # d:revenue i:general_public ; 201
    二、政府性基金预算财政拨款 | 2 | | 二、农林水支出 | 34 | 8,300.00 | 8,300.00 | | # d:revenue i:government_funds ; 213
    三、国有资本经营财政拨款 | 3 | | 三、住房保障支出 | 35 | 400.00 | 400.00 | | # d:revenue i:state_capital ; 221
    本年收入合计 | 27 | 9,100.55 | 本年支出合计 | 59 | 8,712.00 | 8,712.00 | | # d:revenue i:current_year_total ; i:current_year_total
    年初财政拨款结转和结余 | 28 | 200.00 | 年末财政拨款结转和结余 | 60 | 588.55 | 588.55 | | # d:balance i:carried_in ; d:balance i:carried_out
    一般公共预算财政拨款 | 29 | 200.00 | | 61 | | | | # d:balance i:carried_in f:general_public
    政府性基金预算财政拨款 | 30 | | | 62 | | | | #
    国有资本经营预算财政拨款 | 31 | | | 63 | | | | #
    总计 | 32 | 9,300.55 | 总计 | 64 | 9,300.55 | 9,300.55 | | # d:revenue i:total ; i:total
    """,
    "f:fiscal",
)

_GENERAL = Printed(
    "general_public_expenditure",
    ("一般公共预算财政拨款支出决算表", "公开05表", "部门：某省林业厅", "金额单位：万元"),
    """
    项目 | < | < | < | 年初结转和结余 | < | < | 本年收入 | < | < | 本年支出 | < | < | < | < | 年末结转和结余 | < | <
    支出功能分类科目编码 | < | < | 科目名称 | 合计 | 基本支出结转 | 项目支出结转和结余 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | < | < | 项目支出 | 合计 | 基本支出结转 | 项目支出结转和结余
    类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 合计 | 人员经费 | 日常公用经费 | ^ | ^ | ^ | ^
    栏次 | < | < | < | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14
    =. | . | . | . | d:balance i:carried_in | d:balance i:carried_in n:basic | d:balance i:carried_in n:project | d:revenue | d:revenue n:basic | d:revenue n:project | + | n:basic | n:personnel | n:operating | n:project | d:balance i:carried_out | d:balance i:carried_out n:basic | d:balance i:carried_out n:project
    合计 | < | < | < | 200.00 | | 200.00 | 9,100.55 | 3,900.55 | 5,200.00 | 8,712.00 | 3,900.55 | 3,700.00 | 200.55 | 4,811.45 | 588.55 | | 588.55 # i:total
    213 | < | < | 农林水支出 | 200.00 | | 200.00 | 9,100.55 | 3,900.55 | 5,200.00 | 8,712.00 | 3,900.55 | 3,700.00 | 200.55 | 4,811.45 | 588.55 | | 588.55 # 213
    21302 | < | < | 林业和草原 | 200.00 | | 200.00 | 9,100.55 | 3,900.55 | 5,200.00 | 8,712.00 | 3,900.55 | 3,700.00 | 200.55 | 4,811.45 | 588.55 | | 588.55 # 21302
    """,
    "f:general_public",
)

_BASIC = Printed(
    "basic_expenditure_departmental",
    ("一般公共预算财政拨款基本支出决算明细表", "公开06表", "部门：某省林业厅", "金额单位：万元"),
    """
    人员经费 | < | < | 公用经费 | < | < | < | < | <
    科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
    =. | . | + | . | . | + | . | . | +
    301 | 工资福利支出 | 3,600.00 | 302 | 商品和服务支出 | 190.55 | 307 | 债务利息及费用支出 | # 301 ; 302 ; 307
    30101 | 基本工资 | 1,600.00 | 30201 | 办公费 | 100.00 | 30701 | 国内债务付息 | # 30101 ; 30201 ; 30701
    30102 | 津贴补贴 | 2,000.00 | 30202 | 印刷费 | 90.55 | 310 | 资本性支出 | 10.00 # 30102 ; 30202 ; 310
    303 | 对个人和家庭的补助 | 100.00 | 30203 | 咨询费 | | 31002 | 办公设备购置 | 10.00 # 303 ; 30203 ; 31002
    人员经费合计 | < | 3,700.00 | 公用经费合计 | < | < | < | < | 200.55 # i:personnel_total n:personnel ; ; i:operating_total n:operating
    """,
    "f:general_public n:basic",
)

_FUNDS = Printed(
    "government_funds",
    ("政府性基金预算财政拨款收入支出决算表", "公开07表", "部门：某省林业厅", "金额单位：万元"),
    """
    项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
    科目代码 | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
    栏次 | < | 1 | 2 | 3 | 4 | 5 | 6
    =. | . | d:balance i:carried_in | d:revenue | + | n:basic | n:project | d:balance i:carried_out
    合计 | < | 1.00 | 60.00 | 55.00 | | 55.00 | 6.00 # i:total
    212 | 城乡社区支出 | 1.00 | 60.00 | 55.00 | | 55.00 | 6.00 # 212
    21208 | 国有土地使用权出让收入安排的支出 | 1.00 | 60.00 | 55.00 | | 55.00 | 6.00 # 21208
    """,
    "f:government_funds",
)

_STATE_CAPITAL = Printed(
    "state_capital",
    ("国有资本经营预算财政拨款支出决算表", "公开08表", "部门：某省林业厅", "金额单位：万元"),
    """
    项目 | < | 本年支出 | < | <
    科目代码 | 科目名称 | 合计 | 基本支出 | 项目支出
    栏次 | < | 1 | 2 | 3
    =. | . | + | n:basic | n:project
    合计 | < | 7.00 | | 7.00 # i:total
    223 | 国有资本经营预算支出 | 7.00 | | 7.00 # 223
    """,
    "f:state_capital",
)

_PUBLIC = Printed(
    "three_public",
    ("财政拨款“三公”经费支出决算表", "公开09表", "部门：某省林业厅", "金额单位：万元"),
    """
    预算数 | < | < | < | < | < | 决算数 | < | < | < | < | <
    合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费
    ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^
    1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12
    =p:approved i:three_public | p:approved i:overseas_travel | p:approved i:vehicles | p:approved i:vehicle_purchase | p:approved i:vehicle_operation | p:approved i:reception | i:three_public | i:overseas_travel | i:vehicles | i:vehicle_purchase | i:vehicle_operation | i:reception
    36.00 | 6.00 | 25.00 | | 25.00 | 5.00 | 30.50 | 5.50 | 22.00 | 0.00 | 22.00 | 3.00 # f:fiscal
    """,
)

MINISTRY = Document(
    "final accounts on the nine tables",
    ("某省林业厅2023年度部门决算",),
    2023,
    (_SUMMARY, _REVENUE, _EXPENDITURE, _APPROPRIATION, _GENERAL, _BASIC, _FUNDS, _STATE_CAPITAL, _PUBLIC),
    "final_accounts",
)
