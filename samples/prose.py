"""Write a sample's text: in this project's own words, with the regular forms in which such texts state figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from samples.counts import vehicles
from samples.ledger import Ledger
from samples.sheets import Sample, Says

SOURCES = {
    "appropriation": "财政拨款收入",
    "general_public": "一般公共预算拨款",
    "government_funds": "政府性基金预算拨款",
    "state_capital": "国有资本经营预算拨款",
    "service_revenue": "事业收入",
    "other_revenue": "其他收入",
    "own_funds": "其他资金",
}
THREE_PUBLIC = {
    "overseas_travel": "因公出国（境）费",
    "reception": "公务接待费",
    "vehicles": "公务用车购置及运行费",
    "vehicle_purchase": "公务用车购置费",
    "vehicle_operation": "公务用车运行费",
}
# What an item is for, by the end of its name; in general words, since no document's own are copied.
PURPOSES = {
    "行政运行": "保障机构日常运转的人员和公用开支",
    "事业运行": "保障事业单位日常运转的人员和公用开支",
    "一般行政管理事务": "未单列科目的专门工作",
    "离退休": "离退休人员的各项费用",
    "养老保险缴费支出": "在职人员基本养老保险的单位缴费",
    "职业年金缴费支出": "在职人员职业年金的单位缴费",
    "医疗": "在职人员医疗保险的单位缴费",
    "住房公积金": "按规定缴存的住房公积金",
    "补贴": "按规定发放的补贴",
}
GLOSSARY = (
    ("财政拨款", "由财政安排给本{who}使用的资金，分一般公共预算、政府性基金预算和国有资本经营预算。"),
    ("基本支出", "维持机构运转所必需的开支，分人员经费和公用经费。"),
    ("项目支出", "在基本支出以外，为完成某一项工作另行安排的开支。"),
    ("“三公”经费", "因公出国（境）、公务用车购置及运行、公务接待三类费用的合称。"),
    ("机关运行经费", "用一般公共预算安排的、保证机关运转的公用经费。"),
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


def who(sample: Sample) -> str:
    return "部门" if sample.identity["scope"] == "department" else "单位"


def duties(sample: Sample) -> Chapter:
    name, word = sample.identity["unit"], who(sample)
    return Chapter(
        f"{word}主要职责",
        (
            f"{name}在规定的职责范围内开展工作，编制并执行本{word}的预算，按规定公开收支情况，接受监督。",
            "本文件由“明账”项目按已公开的数字制作，供演示与测试使用，不是该单位发布的原件；文字为另行撰写。",
        ),
    )


def structure(sample: Sample, ledger: Ledger) -> Chapter:
    established, actual = ledger.figure("staff_established"), ledger.figure("staff_actual")
    paragraphs = [f"本{who(sample)}的内设机构按机构编制规定设置。"]
    if established is not None and actual is not None:
        said = ledger.count("staff_established", established, "人"), ledger.count("staff_actual", actual, "人")
        paragraphs.append(f"事业编制总数{said[0]}，实有在编人数{said[1]}。")
    return Chapter(f"{who(sample)}机构设置", tuple(paragraphs))


def glossary(sample: Sample) -> Chapter:
    said = (f"{number}、{term}：{text}" for number, (term, text) in enumerate(GLOSSARY, 1))
    return Chapter("名词解释", tuple(line.format(who=who(sample)) for line in said))


def budget(sample: Sample, ledger: Ledger) -> Chapter:
    """Say where the year's money comes from and what it goes to."""
    year, word = sample.identity["fiscal_year"], who(sample)
    than = f"{year - 1}年预算"
    paragraphs = []
    revenue = total_revenue(ledger)
    if revenue is not None:
        parts = "，".join(revenue_parts(ledger))
        change = ledger.change("total_revenue", than)
        paragraphs.append(f"{year}年本{word}收入预算{ledger.money('total_revenue', revenue)}{change}。其中：{parts}。")
    expenditure = ledger.amount("revenue_expenditure", direction="expenditure", item="total")
    if expenditure is not None:
        change = ledger.change("total_expenditure", than)
        said = ledger.money("total_expenditure", expenditure)
        paragraphs.append(f"{year}年本{word}支出预算{said}{change}。其中：{'，'.join(classes(ledger))}。")
    paragraphs += by_nature(sample, ledger)
    return Chapter(f"{year}年{word}预算编制说明", tuple(paragraphs))


def total_revenue(ledger: Ledger) -> Decimal | None:
    return ledger.amount("revenue_expenditure", direction="revenue", item="total")


def revenue_parts(ledger: Ledger) -> list[str]:
    """Name the sources that are not nil; the appropriation as a whole only where it is not broken down."""
    amounts = {item: ledger.amount("revenue_expenditure", direction="revenue", item=item) for item in SOURCES}
    if amounts["general_public"]:
        amounts["appropriation"] = None
    return [f"{SOURCES[item]}{ledger.money(item, amount)}" for item, amount in amounts.items() if amount]


def classes(ledger: Ledger) -> list[str]:
    """Name the functional classes of the statement of revenue and expenditure."""
    facts = ledger.facts("revenue_expenditure", direction="expenditure", function="any", name_function=None)
    said = {fact["function"]: fact for fact in facts if fact.get("function") and fact["amount"]}
    return [f"{bare(fact['heading'])}{ledger.money('function:' + code, fact['amount'])}" for code, fact in said.items()]


def bare(heading: str) -> str:
    """Return a heading without its ordinal."""
    return heading.split("、", 1)[-1] if "、" in heading[:4] else heading


def by_nature(sample: Sample, ledger: Ledger) -> list[str]:
    """Say basic and project spending, from the table that has them."""
    kinds = {"expenditure": {"item": "total"}, "general_public_expenditure": {"item": "total"}}
    for kind, row in kinds.items():
        basic = ledger.amount(kind, nature="basic", item="basic") or ledger.amount(kind, nature="basic", **row)
        project = ledger.amount(kind, nature="project", item="project") or ledger.amount(kind, nature="project", **row)
        if basic is not None and project is not None:
            said = ledger.money("basic", basic), ledger.money("project", project)
            year = sample.identity["fiscal_year"]
            return [f"按支出性质分，{year}年基本支出预算{said[0]}，项目支出预算{said[1]}。"]
    return []


def items(sample: Sample, ledger: Ledger) -> Chapter:
    """Name every functional item of the general public budget by its path."""
    rows = {fact["function"]: fact for fact in general_public(ledger)}
    names = {code: fact["heading"] for code, fact in rows.items()}
    paragraphs: list[str] = []
    for code, fact in rows.items():
        if len(code) == 7 and fact["amount"] and {code[:3], code[:5]} <= set(names):
            path = f"{names[code[:3]]}（类）{names[code[:5]]}（款）{names[code]}（项）"
            said = ledger.money(f"function:{code}", fact["amount"])
            paragraphs.append(f"{len(paragraphs) + 1}、{path}{said}，主要用于{purpose(names[code])}。")
    return Chapter("一般公共预算支出按功能科目说明", tuple(paragraphs))


def general_public(ledger: Ledger) -> list[Says]:
    return [fact for fact in ledger.facts("general_public_expenditure", function="any") if fact.get("function")]


def purpose(name: str) -> str:
    return next((text for end, text in PURPOSES.items() if name.endswith(end)), "本科目安排的各项工作")


def three_public(sample: Sample, ledger: Ledger) -> list[str]:
    """Say the three public expenses of a budget."""
    year = sample.identity["fiscal_year"]
    amounts = {
        item: ledger.amount("three_public", item=item, fiscal_year=year, phase="approved")
        for item in ("three_public", *THREE_PUBLIC)
    }
    total = amounts.pop("three_public")
    if total is None:
        return []
    change = ledger.change("three_public", f"{year - 1}年预算")
    whole = ledger.money("three_public", total)
    known = {item: amount for item, amount in amounts.items() if amount is not None}
    parts = [f"{THREE_PUBLIC[item]}{ledger.money(item, amount)}" for item, amount in known.items()]
    return [f"{year}年“三公”经费预算数为{whole}{change}。其中，{'，'.join(parts)}。"]


def other_matters(sample: Sample, ledger: Ledger) -> Chapter:
    """Say the three public expenses, operating costs, procurement and vehicles, as far as the figures go."""
    year = sample.identity["fiscal_year"]
    sentences = [
        three_public(sample, ledger),
        operating_costs(year, ledger),
        procurement(year, ledger),
        vehicles(ledger),
    ]
    paragraphs = [sentence for group in sentences for sentence in group]
    numbered = (f"（{'一二三四五六'[number]}）{text}" for number, text in enumerate(paragraphs))
    return Chapter("其他相关情况说明", tuple(numbered))


def operating_costs(year: int, ledger: Ledger) -> list[str]:
    amount = ledger.amount("three_public", item="operating_costs")
    if amount is None:
        amount = ledger.amount("operating_costs", item="total")
    if amount is None:
        amount = ledger.figure("operating_costs")
    return [] if amount is None else [f"{year}年机关运行经费预算{ledger.money('operating_costs', amount)}。"]


def procurement(year: int, ledger: Ledger) -> list[str]:
    words = {"procurement_goods": "货物", "procurement_works": "工程", "procurement_services": "服务"}
    found = {item: ledger.amount("procurement", item=item) for item in ("procurement", *words)}
    if found["procurement"] is None:
        found = {item: ledger.figure(item) for item in found}
    total = found.pop("procurement")
    if total is None:
        return []
    whole = ledger.money("procurement", total)
    parts = [f"{words[item]}采购{ledger.money(item, amount)}" for item, amount in found.items() if amount is not None]
    return [f"{year}年政府采购预算总额{whole}，其中，{'、'.join(parts)}。"]
