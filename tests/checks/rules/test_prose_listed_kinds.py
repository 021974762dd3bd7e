"""prose.listed_kinds: 列举的经济科目有金额."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import BASIC, Nature, coded, document, is_sound, is_unchecked, table, wrong

RULE = "prose.listed_kinds"


def given(sentence: str) -> Document:
    return document(
        coded({"30101": "5.00"}, heading="基本工资", nature=Nature.BASIC), tables=[table(BASIC)], prose=[sentence]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("基本支出中，人员经费5.00万元，主要包括：基本工资。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("基本支出中，人员经费5.00万元，主要包括：基本工资、奖励金。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("基本支出中，人员经费5.00万元，主要包括：基本工资、其他各项。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["人员经费5.00万元，主要包括：基本工资。"]))
