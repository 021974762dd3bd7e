"""prose.at_least_basic: 会议费、培训费不小于基本支出所列."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import BASIC, Nature, document, fact, is_sound, is_unchecked, table, wrong

RULE = "prose.at_least_basic"


def given(said: str) -> Document:
    return document(
        fact("0.21", economic="30216", nature=Nature.BASIC),
        tables=[table(BASIC)],
        prose=[f"2024年本单位培训费预算{said}万元。"],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("0.50"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("0"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("0.20"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["2024年本单位培训费预算0万元。"]))
