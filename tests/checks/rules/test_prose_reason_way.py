"""prose.reason_way: 原因与增减方向一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "prose.reason_way"


def given(said: str) -> Document:
    return document(
        prose=[
            f"教育支出（类）普通教育（款）小学教育（项）90.00万元。2023年预算执行数为100.00万元，2024年预算安排90.00万元，比2023年预算执行数减少10.00%。主要原因是：学校运转经费{said}。"
        ]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("减少"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("增加"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("保持不变"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["主要原因是：学校运转经费增加。"]))
