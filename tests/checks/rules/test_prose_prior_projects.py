"""prose.prior_projects: 推算的上年项目预算不大于上年总预算."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "prose.prior_projects"


def given(first: str, second: str) -> Document:
    return document(
        prose=[
            first,
            second,
            "2.运维项目预算40.00万元。预算规模与2023年基本一致。",
            "3.建设项目预算20.00万元。较2023年预算增加10.00万元。",
        ]
    )


def test_it_holds() -> None:
    assert is_sound(
        RULE,
        given(
            "2024年支出预算100.00万元，比2023年预算增加0.00万元，增长10.00%。",
            "1.管理项目预算30.00万元。较2023年预算减少0.00万元。",
        ),
    )


def test_it_is_broken() -> None:
    [finding, *_] = wrong(
        RULE,
        given(
            "2024年支出预算100.00万元，比2023年预算增加40.00万元，增长10.00%。",
            "1.管理项目预算30.00万元。较2023年预算减少20.00万元。",
        ),
    )
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(
        RULE,
        given(
            "2024年支出预算100.00万元，比2023年预算增加0.00万元，增长10.00%。",
            "1.管理项目预算30.00万元。较2023年预算减少20.00万元。",
        ),
    )


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["2024年支出预算100.00万元，比2023年预算增加5.00万元。"]))
