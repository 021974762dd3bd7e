"""prose.people_amount: 文字中的人员经费、公用经费与基本支出表一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import BASIC, Item, Nature, document, fact, is_rounding, is_sound, is_unchecked, table, wrong

RULE = "prose.people_amount"


def given(said: str) -> Document:
    return document(
        fact("80.50", item=Item.PERSONNEL_TOTAL, nature=Nature.PERSONNEL),
        tables=[table(BASIC)],
        prose=[f"一般公共预算基本支出90.00万元。其中：人员经费{said}万元，主要包括基本工资。"],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("80.50"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("82.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("80.51"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["一般公共预算基本支出90.00万元。其中：人员经费80.50万元。"]))
