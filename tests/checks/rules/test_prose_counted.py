"""prose.counted: 说有几个就列出几个."""

from __future__ import annotations

import pytest

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "prose.counted"


def given(sentence: str) -> Document:
    return document(prose=[sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "本局设3个内设机构，包括：办公室、财务科（审计科）、河道科。",
        "本局设三个科室：办公室、财务科、河道科。",
        "下设办公室、财务科、河道科，共3个部门。",
    ],
)
def test_it_holds(sentence: str) -> None:
    assert is_sound(RULE, given(sentence))


def test_it_is_broken() -> None:
    [finding] = wrong(RULE, given("本局设4个内设机构，包括：办公室、财务科（审计科、内控科）、河道科。"))
    assert finding.formula == "4 ≠ 3"
    assert finding.places


@pytest.mark.parametrize("count", [3, 4])
def test_a_name_with_and_may_be_one_or_two(count: int) -> None:
    assert is_sound(RULE, given(f"本局设{count}个科室：办公室、财务科、普法与河道科和政策科。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, given("本局设12个科室：办公室、财务科、河道科等。"))
