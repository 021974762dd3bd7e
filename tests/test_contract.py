"""What was read is printed with the names, units and signs of the parse contract."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from disclosures.amounts import MoneyUnit
from disclosures.contract import contract, refusal
from disclosures.evidence import Box, Finding, Grid, SourceDocument
from disclosures.extraction.readings import Fact, Figure, Indicator, Project, Section
from disclosures.pipeline import ReadDisclosure
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import (
    Direction,
    DisclosureKind,
    FactState,
    FigureUnit,
    Fund,
    Operator,
    Phase,
    Scope,
    Severity,
    TableKind,
)

FACT = Fact(
    table=0,
    direction=Direction.EXPENDITURE,
    fiscal_year=2024,
    phase=Phase.APPROVED,
    fund=Fund.ALL,
    function="2080505",
    heading="机关事业单位基本养老保险缴费支出",
    amount=Decimal("92900"),
    printed="9.29",
    page=7,
    box=Box(10.123, 20, 30, 40.456),
)
READ = ReadDisclosure(
    source=SourceDocument("a.pdf", "0" * 64, "application/pdf", 23, ()),
    identity=Identity(
        unit="某某中心",
        unit_code="083006",
        region="某市",
        fiscal_year=2024,
        kind=DisclosureKind.BUDGET,
        scope=Scope.UNIT,
        confidence=(("unit", 0.95),),
    ),
    tables=(
        StatementTable(
            index=0,
            kind=TableKind.EXPENDITURE,
            title="部门支出总表",
            label="公开03表",
            money_unit=MoneyUnit.TEN_THOUSAND,
            grids=(Grid((), 5), Grid((), 6)),
        ),
    ),
    facts=(FACT, replace(FACT, amount=None, state=FactState.BLANK, printed="—")),
    projects=(Project(name="运行维护", total=Decimal("1050600"), execution_rate=Decimal("84.99")),),
    indicators=(Indicator(table=0, level1="产出指标", operator=Operator.AT_LEAST, target_number=Decimal("95")),),
    figures=(
        Figure(topic="basic", value=Decimal("-24300"), unit=FigureUnit.YUAN, fiscal_year=2024),
        Figure(topic="share:basic", value=Decimal("13.26"), unit=FigureUnit.PERCENT, fiscal_year=2024),
    ),
    sections=(Section(title="部门职责", text="负责规划。", page=3),),
    findings=(
        Finding("arithmetic.children", Severity.ERROR, "合计不等于各项之和。", (5,), Decimal("2.00"), Decimal("1.50")),
        Finding("unread.column", Severity.WARNING, "一栏没有读出。", (6,), boxes=((6, Box(1, 2, 3, 4)),)),
        Finding("identity.region", Severity.WARNING, "地区不明。"),
    ),
)


def printed() -> dict[str, Any]:
    """Return the contract's object as whoever reads the line gets it."""
    return dict(json.loads(json.dumps(contract(READ), ensure_ascii=False)))


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("file", "name sha256 media_type page_count"),
        ("disclosure", "unit unit_code supervising_department region fiscal_year kind scope"),
        ("tables", "index kind title label money_unit pages declared_empty"),
        (
            "facts",
            "table direction fiscal_year phase fund nature function economic item heading amount state page bbox",
        ),
        (
            "projects",
            "name total approved revised executed execution_rate score term_goal annual_goal content page table",
        ),
        (
            "indicators",
            "table project level1 level2 level3 operator target target_number unit actual actual_number weight score "
            "explanation scoring_rule deviation_reason page",
        ),
        ("figures", "topic value unit fiscal_year phase direction page sentence"),
        ("sections", "title text page"),
        ("findings", "code severity message pages expected actual difference"),
    ],
)
def test_every_part_has_the_names_of_the_contract(part: str, names: str) -> None:
    found = printed()[part]
    entries = found if isinstance(found, list) else [found]
    assert entries
    assert [name for name in names.split() if any(name not in entry for entry in entries)] == []


def test_amounts_are_yuan_as_decimal_text() -> None:
    assert [fact["amount"] for fact in printed()["facts"]] == ["92900.00", None]
    assert printed()["projects"][0]["total"] == "1050600.00"
    assert printed()["figures"][0]["value"] == "-24300.00"


def test_percentages_and_targets_are_as_printed() -> None:
    assert printed()["projects"][0]["execution_rate"] == "84.99"
    assert printed()["figures"][1]["value"] == "13.26"
    assert printed()["indicators"][0]["target_number"] == "95"


def test_a_blank_cell_is_null_and_never_zero() -> None:
    blank = printed()["facts"][1]
    assert (blank["state"], blank["amount"]) == ("blank", None)


def test_words_are_those_of_the_vocabulary() -> None:
    fact, table = printed()["facts"][0], printed()["tables"][0]
    assert (fact["direction"], fact["phase"], fact["fund"], fact["nature"]) == ("expenditure", "approved", "all", None)
    assert (table["kind"], table["money_unit"], table["pages"]) == ("expenditure", "万元", [5, 6])
    assert printed()["disclosure"]["kind"] == "budget"
    assert printed()["indicators"][0]["operator"] == ">="


def test_a_fact_leads_back_to_its_place_on_the_page() -> None:
    fact = printed()["facts"][0]
    assert (fact["page"], fact["bbox"]) == (7, [10.12, 20, 30, 40.46])


def test_counts_say_how_much_was_read_how_much_is_unsure_and_how_much_is_not_read() -> None:
    assert printed()["counts"] == {"read": 1, "unsure": 1, "unread": 1}


def test_a_refused_file_says_why() -> None:
    assert refusal("a.pdf", None, "unreadable.empty", "文件是空的。") == {
        "file": {"name": "a.pdf", "sha256": None},
        "error": {"code": "unreadable.empty", "message": "文件是空的。"},
    }


def test_what_was_read_by_ocr_says_so_on_every_figure() -> None:
    pages = tuple(fact.page for fact in READ.facts if fact.page)
    assert pages
    scanned = replace(READ, findings=(Finding("unread.ocr", Severity.WARNING, "扫描页", pages[:1]),))
    marked = {fact["page"] for fact in contract(scanned)["facts"] if fact.get("read_by_ocr")}
    assert marked == {pages[0]}
    assert not any("read_by_ocr" in fact for fact in contract(READ)["facts"])
