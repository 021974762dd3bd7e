"""The tables that the small documents of the tests hold, as rows of printed amounts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from samples.sheets import Block, Column, Row, Sheet

BUDGET = {"direction": "expenditure", "fiscal_year": 2024, "phase": "approved", "fund": "all"}
ACCOUNTS = {**BUDGET, "phase": "outturn"}
FUNCTION = "功能分类科目编码"
SPLIT = (Column((FUNCTION, "类"), "class"), Column((FUNCTION, "款"), "section"), Column((FUNCTION, "项"), "item"))
NAME = Column(("功能分类科目名称",), "name")
CODE = Column(("科目编码",), "code")
PLAIN_NAME = Column(("科目名称",), "name")
BASIC = {"nature": "basic"}
PROJECT = {"nature": "project"}


def amount(*heading: str, **says: Any) -> Column:
    return Column(heading, "amount", says)


def row(name: str, *amounts: str, code: str | None = None, **says: Any) -> Row:
    return Row(name=name, amounts=amounts, code=code, says=says)


def total(*amounts: str, name: str = "合计") -> Row:
    return row(name, *amounts, item="total")


SPENDING = (
    total("1,250.60", "1,050.60", "200.00"),
    row("交通运输支出", "1,250.60", "1,050.60", "200.00", code="214"),
    row("公路水路运输", "1,250.60", "1,050.60", "200.00", code="21401"),
    row("行政运行", "1,050.60", "1,050.60", "0.00", code="2140101"),
    row("公路养护", "200.00", "0.00", "200.00", code="2140106"),
)
PARTS = (amount("合计"), amount("基本支出", **BASIC), amount("项目支出", **PROJECT))


def spending(*before: Column, rows: tuple[Row, ...] = SPENDING, **more: Any) -> Sheet:
    """The expenditure table of most cases."""
    block = Block(columns=(*before, *PARTS), rows=rows)
    return Sheet(
        **{"kind": "expenditure", "title": "支出总表", "money_unit": "万元", "says": BUDGET, "blocks": (block,), **more}
    )


THREE = ("three_public", "overseas_travel", "vehicles", "vehicle_purchase", "vehicle_operation", "reception")
VEHICLES = "公务用车购置及运行维护费"
THREE_HEADS = (
    ("合计",),
    ("因公出国（境）费",),
    (VEHICLES, "小计"),
    (VEHICLES, "公务用车购置费"),
    (VEHICLES, "公务用车运行维护费"),
    ("公务接待费",),
)


def three_public(phase_heads: dict[str, str], *amounts: str) -> Sheet:
    """One row of three public expenses, its columns once for each phase."""
    columns = tuple(
        amount(*((word,) if word else ()), *head, item=item, phase=phase)
        for phase, word in phase_heads.items()
        for item, head in zip(THREE, THREE_HEADS, strict=True)
    )
    block = Block(columns=columns, rows=(Row(amounts=amounts),))
    says = {**BUDGET, "fund": "fiscal"}
    return Sheet(kind="three_public", title="财政拨款“三公”经费支出表", money_unit="万元", says=says, blocks=(block,))


def vertical_three_public() -> Sheet:
    rows = (
        row("合计", "14.10", item="three_public"),
        row("1、因公出国（境）费", "0.00", item="overseas_travel"),
        row("2、公务用车购置及运行费", "13.80", item="vehicles"),
        row("其中：公务用车购置费", "0.00", item="vehicle_purchase"),
        row("公务用车运行费", "13.80", item="vehicle_operation"),
        row("3、公务接待费", "0.30", item="reception"),
    )
    block = Block(columns=(Column(("项目",), "name"), amount("本年预算数")), rows=rows)
    says = {**BUDGET, "fund": "general_public"}
    title = "一般公共预算“三公”经费支出表"
    return Sheet(kind="three_public", title=title, money_unit="万元", says=says, blocks=(block,))


def numbered_accounts() -> Sheet:
    """Revenue beside expenditure with line numbers (行次) that are no amounts."""
    left = (row("一、一般公共预算财政拨款收入", "1,200.00", item="general_public"),)
    left += (row("本年收入合计", "1,200.00", item="current_year_total"),)
    left += (row("年初结转和结余", "50.60", item="carried_in", direction="balance"), total("1,250.60", name="总计"))
    right = (row("一、一般公共服务支出", "", code="201"), row("十三、交通运输支出", "1,240.10", code="214"))
    right += (row("年末结转和结余", "10.50", item="carried_out", direction="balance"), total("1,250.60", name="总计"))
    sides = (("收入", left, {"direction": "revenue"}), ("支出", right, {}))
    blocks = tuple(
        Block(
            columns=(Column((side, "项目"), "name"), Column((side, "行次"), "number"), amount(side, "决算数")),
            rows=rows,
            says=says,
        )
        for side, rows, says in sides
    )
    return Sheet(
        kind="revenue_expenditure",
        title="收入支出决算总表",
        label="公开01表",
        money_unit="万元",
        numbered=True,
        says=ACCOUNTS,
        blocks=blocks,
    )


def three_blocks() -> Sheet:
    """Revenue, functions and purposes side by side: the rows of one printed line have nothing in common."""
    revenue = (
        row("一、财政拨款", "98.50", item="appropriation"),
        row("1.一般公共预算", "98.50", item="general_public"),
    )
    classes = (row("一、一般公共服务支出", "90.00", code="201"), row("二、社会保障和就业支出", "8.50", code="208"))
    uses = (
        row("一、基本支出", "60.00", item="basic", **BASIC),
        row("二、项目支出", "38.50", item="project", **PROJECT),
    )
    parts = (
        (("收入",), revenue, {"direction": "revenue"}),
        (("支出", "功能分类"), classes, {}),
        (("支出", "支出用途"), uses, {}),
    )
    blocks = tuple(
        Block(columns=(Column((*head, "项目名称"), "name"), amount(*head, "金额")), rows=rows, says=says)
        for head, rows, says in parts
    )
    return Sheet(kind="revenue_expenditure", title="收支预算总表", money_unit="万元", says=BUDGET, blocks=blocks)


def revenue_by_source() -> Sheet:
    columns = (CODE, PLAIN_NAME, amount("合计", item="total"), amount("财政拨款收入", item="appropriation"))
    columns += (amount("事业收入", item="service_revenue"), amount("其他收入", item="other_revenue"))
    rows = (
        row("合计", "30.00", "20.00", "9.00", "1.00"),
        row("教育支出", "30.00", "20.00", "9.00", "1.00", code="205"),
    )
    says = {**BUDGET, "direction": "revenue"}
    block = Block(columns=columns, rows=rows)
    return Sheet(kind="revenue", title="收入总表", money_unit="万元", says=says, blocks=(block,))


def empty_funds() -> Sheet:
    sheet = spending(*SPLIT, NAME, rows=(), kind="government_funds", title="政府性基金预算支出表", declared_empty=True)
    return replace(sheet, says={**BUDGET, "fund": "government_funds"})


def in_yuan() -> Sheet:
    rows = (total("12,506,000.00", "10,506,000.00", "2,000,000.00"),)
    rows += (row("交通运输支出", "12,506,000.00", "10,506,000.00", "2,000,000.00", code="214"),)
    return spending(*SPLIT, NAME, rows=rows, money_unit="元")


def goal(levels: str, target: str, actual: str, weight: str, score: str, **numbers: str) -> dict[str, str]:
    level1, level2, level3 = levels.split("/")
    names = {"level1": level1, "level2": level2, "level3": level3, "project": "公路养护"}
    return {**names, "target": target, "actual": actual, "weight": weight, "score": score, **numbers}


GOALS = (
    goal("产出指标/数量指标/养护公路里程", "≥120公里", "126公里", "20", "20", operator=">=", unit="公里",
         target_number="120", actual_number="126"),
    goal("产出指标/质量指标/验收合格率", "100%", "98%", "30", "28", unit="%", target_number="100", actual_number="98"),
    goal("效益指标/社会效益指标/通行条件", "改善", "有所改善", "40", "40"),
)  # fmt: skip
FUND_ROWS = (
    ("年度资金总额", "200.00", "210.00", "168.00", "10", "80%", "8"),
    ("其中：当年财政拨款", "200.00", "200.00", "158.00", "", "", ""),
)


def self_evaluation() -> Sheet:
    form: dict[str, Any] = {
        "style": "review",
        "indicators": GOALS,
        "total_weight": "100",
        "project": "公路养护",
        "funds": FUND_ROWS,
        "score": "96",
    }
    return Sheet(kind="review_project", title="2024年度项目支出绩效自评表", money_unit="万元", form=form)


def broken_sum() -> Sheet:
    """The parts of 21401 are 300.00 short of it."""
    *rows, last = SPENDING
    return spending(
        CODE, PLAIN_NAME, rows=(*rows[:-1], row("行政运行", "750.60", "750.60", "0.00", code="2140101"), last)
    )


def impossible_code() -> Sheet:
    rows = (total("50.37", "50.37", "0.00"), row("事业单位医疗", "50.37", "50.37", "0.00", code="7|11|02"))
    return spending(*SPLIT, NAME, rows=rows)


def blanks_and_zeros() -> Sheet:
    """A blank, a dash and a zero are three things: only the zero is an amount."""
    rows = (total("20.00", "20.00", ""), row("教育支出", "20.00", "20.00", "", code="205"))
    rows += (row("科学技术支出", "0", "0.00", "", code="206"),)
    return spending(CODE, PLAIN_NAME, rows=rows)
