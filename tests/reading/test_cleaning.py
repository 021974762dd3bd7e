"""Characters of extracted text are mended once."""

from __future__ import annotations

import unicodedata

import pytest

from disclosures.reading.cleaning import clean_cell, clean_line, mend


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("部⻔", "部门"),
        ("⻓期", "长期"),
        ("⻚", "页"),
        ("⻄部", "西部"),
        ("⾦额", "金额"),
        ("⼀、⼈员", "一、人员"),
        ("見", "見"),
        ("ﬁ", "fi"),
        ("１２３．５", "１２３．５"),
        ("（一）：", "（一）："),
    ],
)
def test_radicals_become_the_characters_they_stand_for(printed: str, meant: str) -> None:
    assert mend(printed) == meant


def test_no_radical_with_an_equivalent_is_left() -> None:
    radicals = [chr(code) for code in range(0x2E80, 0x2FE0) if unicodedata.name(chr(code), "")]
    without = [radical for radical in radicals if mend(radical) == radical]
    assert without == ["⺀"]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("公 务 用 车", "公务用车"),
        ("2024 年  度", "2024 年度"),
        ("单 位 ：\u3000万元", "单位：万元"),
        ("a\u200bb\ufeff\x00\ud800", "ab"),
        ("Wi\u00a0Fi", "Wi Fi"),
    ],
)
def test_a_line_has_single_spaces_and_none_between_chinese_characters(printed: str, text: str) -> None:
    assert clean_line(printed) == text


@pytest.mark.parametrize(
    ("printed", "text"), [("运行维\n护费", "运行维护费"), ("Basic\nspending", "Basic spending"), (None, "")]
)
def test_line_breaks_in_a_cell_vanish_between_chinese_characters(printed: str | None, text: str) -> None:
    assert clean_cell(printed) == text
