"""prose.change_percent: 增减百分比与所述金额一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_rounding, is_sound, is_unchecked, wrong

RULE = "prose.change_percent"


def given(said: str) -> Document:
    return document(
        prose=[
            f"教育支出（类）普通教育（款）小学教育（项）120.00万元。2023年预算执行数为100.00万元，2024年预算安排120.00万元，比2023年预算执行数增加{said}%。"
        ]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("20.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("12.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("20.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["支出增加的原因是业务量增加。"]))


def test_changes_listed_together_are_not_paired_by_guess() -> None:
    said = "2024年度收、支总计各是41.25、41.44万元，与上年相比各减少12.67、25.70万元，各下降23.50%、38.28%。"
    assert is_unchecked(RULE, document(prose=[said]))
