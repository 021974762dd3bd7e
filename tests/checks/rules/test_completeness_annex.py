"""completeness.annex: 提到的附件都在."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import SUMMARY, TableKind, document, is_sound, is_unchecked, table, wrong

RULE = "completeness.annex"


def given(sentence: str) -> Document:
    return document(prose=[sentence], tables=[table(TableKind.PERFORMANCE_PROJECT, title="项目支出绩效目标表")])


def test_it_holds() -> None:
    assert is_sound(RULE, given("各项目的目标，详见附表项目支出绩效目标表。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, document(prose=["各项目的目标，详见附表项目支出绩效目标表。"], tables=[table(SUMMARY)]))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("各项目的目标，详见附表2024年项目支出绩效目标表。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["本单位没有附表。"]))
