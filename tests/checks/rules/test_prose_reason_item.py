"""prose.reason_item: 原因说的是本科目."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "prose.reason_item"


def given(said: str) -> Document:
    return document(
        prose=[
            f"“社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）”20.00万元。主要原因是：{said}经费增加。"
        ]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("机关事业单位职业年金缴费支出"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("事业单位离退休"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("缴费人数"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["主要原因是：缴费人数增加。"]))
