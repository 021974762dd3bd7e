"""Write the text of final accounts: totals with their shares, and each item's budget against its outturn."""

from __future__ import annotations

from decimal import Decimal

from samples.counts import journeys, receptions, vehicles
from samples.ledger import Ledger
from samples.prose import THREE_PUBLIC, Chapter, general_public, who
from samples.sheets import Sample


def totals(sample: Sample, ledger: Ledger) -> Chapter:
    """Say the year's revenue and expenditure, with the share of basic and project spending."""
    year, word = sample.identity["fiscal_year"], who(sample)
    revenue = ledger.amount("revenue_expenditure", direction="revenue", item="current_year_total")
    spent = ledger.amount("expenditure", item="total")
    assert revenue is not None
    assert spent is not None
    basic = ledger.amount("expenditure", item="total", nature="basic") or Decimal()
    project = ledger.amount("expenditure", item="total", nature="project") or Decimal()
    parts = [
        f"{name}{ledger.money(topic, part)}，占{ledger.share(topic, part, spent)}"
        for name, topic, part in (("基本支出", "basic", basic), ("项目支出", "project", project))
    ]
    return Chapter(
        f"{year}年度收支决算情况说明",
        (
            f"{year}年度本{word}收入合计{ledger.money('total_revenue', revenue)}。",
            f"{year}年度本{word}支出合计{ledger.money('total_expenditure', spent)}，其中：{'；'.join(parts)}。",
        ),
    )


def items(sample: Sample, ledger: Ledger) -> Chapter:
    """Say what each functional item cost, and what had been budgeted where that is known."""
    rows = {fact["function"]: fact for fact in general_public(ledger)}
    names = {code: fact["heading"] for code, fact in rows.items()}
    paragraphs: list[str] = []
    for code, fact in rows.items():
        if len(code) == 7:
            path = f"{names[code[:3]]}（类）{names[code[:5]]}（款）{names[code]}（项）"
            paragraphs.append(f"{len(paragraphs) + 1}、{path}{against_budget(ledger, code, fact['amount'])}。")
    return Chapter("一般公共预算财政拨款支出决算按功能科目说明", tuple(paragraphs))


def against_budget(ledger: Ledger, code: str, spent: Decimal) -> str:
    topic = f"function:{code}"
    planned = ledger.figure(topic, phase="approved")
    if planned is None:
        return f"，支出决算为{ledger.money(topic, spent)}"
    return f"，年初预算为{ledger.money(topic, planned)}，支出决算为{ledger.money(topic, spent)}"


def three_public(sample: Sample, ledger: Ledger) -> Chapter:
    """Say budget and outturn of the three public expenses, and the journeys, visits and vehicles they paid for."""
    names = {"three_public": "“三公”经费财政拨款", **THREE_PUBLIC}
    paragraphs = []
    for item, name in names.items():
        planned = ledger.amount("three_public", item=item, phase="approved")
        spent = ledger.amount("three_public", item=item, phase="outturn")
        if planned is not None and spent is not None:
            said = ledger.money(item, planned), ledger.money(item, spent)
            paragraphs.append(f"{name}支出预算为{said[0]}，支出决算为{said[1]}。")
    paragraphs += [*journeys(ledger), *receptions(ledger), *vehicles(ledger)]
    return Chapter("“三公”经费支出决算情况说明", tuple(paragraphs))


def other_matters(sample: Sample, ledger: Ledger) -> Chapter:
    """Say conferences, training and procurement where the figures are known."""
    year = sample.identity["fiscal_year"]
    paragraphs = []
    for topic, name in (("conferences", "会议费"), ("training", "培训费")):
        amount = ledger.figure(topic)
        if amount is not None:
            paragraphs.append(f"{year}年度开支{name}{ledger.money(topic, amount)}。")
    total = ledger.figure("procurement")
    if total is not None:
        whole = ledger.money("procurement", total)
        kinds = (("procurement_goods", "货物"), ("procurement_works", "工程"), ("procurement_services", "服务"))
        parts = [f"政府采购{name}支出{ledger.money(topic, ledger.figure(topic) or Decimal())}" for topic, name in kinds]
        paragraphs.append(f"{year}年度政府采购支出总额{whole}，其中：{'、'.join(parts)}。")
    return Chapter("其他重要事项说明", tuple(paragraphs))
