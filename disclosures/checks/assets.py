"""Assert what prose and tables say of vehicles, staff, receptions and the spending that goes with them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from disclosures.checks.document import Document, code_of
from disclosures.checks.passages import Passage
from disclosures.checks.printed import Printed, shown
from disclosures.checks.rule import Breach, Comparison, Holds, Outcome
from disclosures.evidence import Place
from disclosures.vocabulary import DisclosureKind, Item, Phase, Severity, TableKind

_VEHICLES = re.compile(r"共有(?:公务用车|车辆)(?P<whole>\d+)辆[，,]?其中[:：，,]?(?P<parts>[^；。]+)")
_OF_USE = re.compile(r"(?P<use>[^、，,；]*?用车|[^、，,；]*?车辆?)(?P<number>\d+)辆")
_STOCK = re.compile(r"(?:公务用车保有量[^\d，。；]{0,6}|共有(?:公务用车|车辆))(?P<number>\d+)辆")
_BOUGHT = re.compile(r"(?:安排购置车辆|拟?新增(?:配置)?(?:公务用车|车辆)|更新公务用车)(?P<number>\d+)辆")
_ACCOUNTED = re.compile(r"批|团组|人次")
_TRAINING = {"training": ("30216",), "conferences": ("30215",)}


def vehicles_add_up_by_use(document: Document) -> Iterator[Outcome]:
    """Yield the stock of vehicles with its parts by use."""
    for passage in document.passages:
        for found in _VEHICLES.finditer(passage.text):
            uses = [(use["use"], Decimal(use["number"])) for use in _OF_USE.finditer(found["parts"])]
            if len(uses) < 2:
                continue
            whole = _count(passage, found, "车辆", Decimal(found["whole"]), "辆")
            parts = tuple(_count(passage, found, use, number, "辆") for use, number in uses)
            expected = sum((number for _, number in uses), Decimal(0))
            formula = f"{whole.shown} = {' + '.join(part.shown for part in parts)}"
            yield Comparison(
                words="车辆总数应等于各用途之和", actual=whole, expected=expected, parts=parts,
                tolerance=Decimal(0), formula=formula,
            )  # fmt: skip


def _count(passage: Passage, found: re.Match[str], label: str, number: Decimal, unit: str) -> Printed:
    line = passage.paragraph.line_at(found.start())
    return Printed(label, number, Decimal(0), unit, line.page, line.box)


def stock_of_vehicles_is_one(document: Document) -> Iterator[Outcome]:
    """Yield the stocks of vehicles that the prose states in two places; purchase may lie between two dates."""
    stocks = [
        _count(passage, found, "车辆", Decimal(found["number"]), "辆")
        for passage in document.passages
        for found in _STOCK.finditer("" if passage.glossary else passage.text)
    ]
    for one, other in itertools.pairwise(stocks):
        yield Comparison(
            words="公务用车保有量与国有资产占用情况所述车辆数不一致", actual=other, expected=one.value, parts=(one,),
            tolerance=Decimal(0), formula=f"{one.shown} = {other.shown}",
        )  # fmt: skip


def running_costs_have_vehicles(document: Document) -> Iterator[Outcome]:
    """Yield money for running vehicles where there are none."""
    costs = [
        fact
        for fact in document.in_year(document.in_kind(TableKind.THREE_PUBLIC))
        if fact.item == Item.VEHICLE_OPERATION and not code_of(fact)
    ]
    stocks = [
        (Decimal(found["number"]), passage.place(found))
        for passage in document.passages
        for found in _STOCK.finditer("" if passage.glossary else passage.text)
    ]
    if not costs or not stocks:
        return
    printed = document.printed(costs[0])
    if printed.value > 0 and not any(number for number, _ in stocks):
        message = f"{printed.where}：公务用车运行费为{printed.shown}，文中车辆数却为0辆，请核对。"
        places = (printed.place, *(place for _, place in stocks))
        yield Breach(message=message, places=places, table=costs[0].table, formula=f"{printed.shown} > 0，车辆 = 0")
    else:
        yield Holds()


def purchases_have_money(document: Document) -> Iterator[Outcome]:
    """Yield vehicles to be bought without money, and money without vehicles."""
    money = [
        fact
        for fact in document.in_year(document.in_kind(TableKind.THREE_PUBLIC))
        if fact.item == Item.VEHICLE_PURCHASE and not code_of(fact)
    ]
    bought = [
        (Decimal(found["number"]), passage.place(found))
        for passage in document.passages
        for found in _BOUGHT.finditer("" if passage.glossary else passage.text)
    ]
    if not money or not bought:
        return
    printed = document.printed(money[0])
    number = max(number for number, _ in bought)
    if (printed.value > 0) == (number > 0):
        yield Holds()
        return
    message = f"{printed.where}：公务用车购置费为{printed.shown}，文中购置车辆为{number}辆，两者应同时有或同时无。"
    places = (printed.place, *(place for _, place in bought))
    yield Breach(message=message, places=places, table=money[0].table, formula=f"{printed.shown}；{number}辆")


def staff_fit_the_establishment(document: Document) -> Iterator[Outcome]:
    """Yield more staff than posts; figures of several sorts of posts are added up."""
    posts = [one for one in document.said.figures if one.topic == "staff_established"]
    staff = [one for one in document.said.figures if one.topic == "staff_actual"]
    if not posts or not staff or len(posts) != len(staff):
        return
    for post, people in zip(posts, staff, strict=True):
        if people.value <= post.value:
            yield Holds()
            continue
        page = f"第{people.page}页" if people.page else "文中"
        message = f"{page}：实有人数{people.value}人多于编制{post.value}人，请核对。"
        places = tuple(
            Place(name, f"{one.value}人", one.page, one.box) for name, one in (("编制", post), ("实有", people))
        )
        yield Breach(message=message, places=places, formula=f"{people.value} ≤ {post.value}")


def receptions_are_counted(document: Document) -> Iterator[Outcome]:
    """Yield final accounts with money for receptions that do not say how many there were."""
    if document.identity.kind is not DisclosureKind.FINAL_ACCOUNTS or not document.passages:
        return
    costs = [
        fact
        for fact in document.in_year(document.in_kind(TableKind.THREE_PUBLIC))
        if fact.item == Item.RECEPTION and not code_of(fact)
    ]
    if not costs:
        return
    printed = document.printed(costs[0])
    told = any("接待" in passage.text and _ACCOUNTED.search(passage.text) for passage in document.passages)
    if printed.value > 0 and not told:
        message = f"{printed.where}：公务接待费为{printed.shown}，文中没有说明接待批次和人次，请补充。"
        yield Breach(message=message, places=(printed.place,), table=costs[0].table)
    else:
        yield Holds()


def outturn_stays_within_budget(document: Document) -> Iterator[Outcome]:
    """Yield three public expenses above their budget."""
    facts = [fact for fact in document.in_kind(TableKind.THREE_PUBLIC) if not code_of(fact)]
    budgets = {
        fact.item: fact
        for fact in facts
        if fact.phase in (Phase.APPROVED, Phase.REVISED) and fact.fiscal_year == document.year
    }
    for fact in facts:
        budget = budgets.get(fact.item)
        if fact.phase is not Phase.OUTTURN or budget is None or fact.item is None:
            continue
        spent, planned = document.printed(fact), document.printed(budget)
        if spent.value <= planned.value:
            yield Holds()
            continue
        message = f"{spent.where}：“{spent.label}”决算{spent.shown}大于预算{planned.shown}，请说明原因。"
        formula = f"{spent.shown} > {planned.shown}"
        yield Breach(message=message, places=(spent.place, planned.place), table=fact.table, formula=formula)


def prose_holds_what_basic_prints(document: Document) -> Iterator[Outcome]:
    """Yield 培训费 and 会议费 of the prose that are less than what basic expenditure prints for them alone."""
    basic = {
        fact.economic: document.printed(fact)
        for fact in document.in_year(document.in_kind(TableKind.BASIC_EXPENDITURE_DEPARTMENTAL))
        if fact.economic
    }
    for topic, codes in _TRAINING.items():
        for told in document.stated(topic)[:1]:
            for part in (basic[code] for code in codes if code in basic):
                if told.value + told.step >= part.value:
                    yield Holds()
                    continue
                message = (
                    f"{told.where}：“{told.label}”为{told.shown}，基本支出表中{part.label}已有{part.shown}，请核对。"
                )
                formula = f"{told.shown} ≥ {shown(part.value, part.unit)}"
                yield Breach(
                    message=message, places=(told.place, part.place), formula=formula, severity=Severity.WARNING
                )
