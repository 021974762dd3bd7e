"""prose.change_amount: 增加额不大于本年数."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "prose.change_amount"


def given(said: str) -> Document:
    return document(prose=[f"政府性基金拨款支出预算{said}万元。"])


def test_it_holds() -> None:
    assert is_sound(RULE, given("50.00万元，比2023年预算增加10.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("0.00万元，比2023年预算增加14.00"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("10.00万元，比2023年预算增加10.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["政府性基金拨款支出预算0.00万元。"]))
