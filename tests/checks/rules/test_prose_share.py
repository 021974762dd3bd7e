"""prose.share: 占比等于部分除以整体."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_rounding, is_sound, is_unchecked, wrong

RULE = "prose.share"


def given(said: str) -> Document:
    return document(prose=[f"2024年支出预算400.00万元，其中：基本支出300.00万元，占{said}%。"])


def test_it_holds() -> None:
    assert is_sound(RULE, given("75.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("70.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("75.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["2024年支出预算400.00万元。"]))
