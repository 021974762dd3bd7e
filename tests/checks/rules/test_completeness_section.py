"""completeness.section: 必备的说明都在."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "completeness.section"
SAID = (
    "机关运行经费1.00万元。",
    "“三公”经费2.00万元。",
    "政府采购3.00万元。",
    "国有资产占有使用情况如下。",
    "实行绩效管理的项目1个。",
    "名词解释如下。",
    "收入预算按来源说明。",
    "支出预算按科目说明。",
    "机构设置情况如下。",
    "主要职能如下。",
)


def given(*left_out: str) -> Document:
    return document(prose=[line for line in SAID if not any(word in line for word in left_out)] + ["其他说明。"] * 2)


def test_it_holds() -> None:
    assert is_sound(RULE, given())


def test_it_is_broken() -> None:
    [finding] = wrong(RULE, given("国有资产"))
    assert "国有资产" in finding.message
    assert "政府采购" not in finding.message


def test_what_comes_near_is_let_pass() -> None:
    vehicles = document(prose=[line.replace("国有资产占有使用情况如下", "共有车辆0辆") for line in SAID])
    assert is_sound(RULE, vehicles)


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["附表如下。"]))
