"""prose.two_changes: 同一金额的增减前后一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "prose.two_changes"


def given(said: str) -> Document:
    return document(
        prose=[
            "政府投资计划年度安排100.00万元，较2023年增加50.00万元。",
            f"政府投资计划预算100.00万元，较2023年{said}万元。",
        ]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("增加50.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("减少11.00"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("增加50.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["政府投资计划年度安排100.00万元，较2023年增加50.00万元。"]))
