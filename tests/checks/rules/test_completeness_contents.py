"""completeness.contents: 目录所列的表都在正文."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import REVENUE, SUMMARY, document, is_sound, is_unchecked, table, wrong

RULE = "completeness.contents"


def given(first: str, second: str) -> Document:
    return document(contents=["目录", first, second], tables=[table(SUMMARY), table(REVENUE, 1)])


def test_it_holds() -> None:
    assert is_sound(RULE, given("一、收支总表", "二、收入总表"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(
        RULE,
        document(
            contents=["目录", "一、收支总表", "二、收入总表", "三、项目支出总表"],
            tables=[table(SUMMARY), table(REVENUE, 1)],
        ),
    )
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("一、部门收支预算总表", "二、收入预算总表"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(tables=[table(SUMMARY)]))
