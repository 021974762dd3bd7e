"""performance.base_data: 项目明细与基础数据表一致."""

from __future__ import annotations

from typing import Any

from disclosures.checks.document import Document
from disclosures.vocabulary import Severity
from tests.checks.literal import (
    ACCOUNTS,
    Nature,
    Phase,
    TableKind,
    document,
    fact,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "performance.base_data"


def given(first: str, after: str = "执行数为12.40万元") -> Document:
    own: dict[str, Any] = {"nature": Nature.PROJECT, "phase": Phase.OUTTURN}
    facts = [fact("10.00", heading="“清水”河道清淤工程", **own), fact("2.40", heading="水质监测服务", **own)]
    said = f"专项资金2024年{after}。明细为：（1）“清水”河道清淤工程{first}万元；（2）水质监测服务2.40万元。"
    base = table(TableKind.REVIEW_BASE_DATA, title="基础数据表")
    return document(facts, prose=[said], tables=[base], identity=ACCOUNTS)


def test_it_holds() -> None:
    assert is_sound(RULE, given("10.00"))


def test_it_is_broken() -> None:
    [finding] = wrong(RULE, given("9.00"))
    assert finding.severity == Severity.ERROR
    assert "河道清淤工程" in finding.message
    assert "水质监测" not in finding.message


def test_a_list_of_budgets_is_only_a_doubt() -> None:
    [finding] = wrong(RULE, given("9.00", "年初预算安排12.40万元"))
    assert finding.severity == Severity.WARNING


def test_rounding_is_let_pass() -> None:
    assert is_sound(RULE, given("10.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["专项资金执行数为12.40万元。"], identity=ACCOUNTS))
