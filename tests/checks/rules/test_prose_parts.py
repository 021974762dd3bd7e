"""prose.parts: 文字中的分项之和等于总数."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_rounding, is_sound, is_unchecked, wrong

RULE = "prose.parts"


def given(said: str) -> Document:
    return document(
        prose=[
            f"2024年政府采购预算30.00万元，其中：政府采购货物预算10.00万元、政府采购工程预算0.00万元、政府采购服务预算{said}万元。"
        ]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("20.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("21.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("20.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["2024年政府采购预算30.00万元。"]))
