"""completeness.table_heading: 每张表写明年度、单位与金额单位."""

from __future__ import annotations

from disclosures.checks.document import Document
from disclosures.evidence import Line
from tests.checks.literal import SUMMARY, TableKind, document, is_sound, is_unchecked, table, wrong

RULE = "completeness.table_heading"


def given(title: str, *captions: str) -> Document:
    return document(tables=[table(SUMMARY, title=title, captions=tuple(Line(text) for text in captions))])


def test_it_holds() -> None:
    assert is_sound(RULE, given("2024年收支总表", "编制单位：河谷市水务局", "单位：万元"))


def test_it_is_broken() -> None:
    year, unit = wrong(RULE, given("收支总表", "单位：万元"))
    assert "年度" in year.message
    assert "单位名称" in unit.message


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("河谷市水务局收支总表", "2024年", "金额单位：万元"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(tables=[table(TableKind.OTHER)]))
