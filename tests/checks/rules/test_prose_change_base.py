"""prose.change_base: 基数为零时不写增长百分比."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "prose.change_base"


def given(said: str) -> Document:
    return document(prose=[f"教育支出（类）普通教育（款）小学教育（项）25.00万元。2023年预算执行数为{said}%。"])


def test_it_holds() -> None:
    assert is_sound(RULE, given("20.00万元，2024年预算安排25.00万元，比2023年预算执行数增加25.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("0.00万元，2024年预算安排25.00万元，比2023年预算执行数增加100.00"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("0.01万元，2024年预算安排25.00万元，比2023年预算执行数增加249900.00"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["支出预算25.00万元。"]))
