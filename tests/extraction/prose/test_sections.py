"""Headed passages of the prose."""

from __future__ import annotations

from disclosures.evidence import Cell, Grid, Line, SourceDocument
from disclosures.extraction.prose.sections import extract_sections
from tests.extraction.prose.literal_lines import prose


def found(*lines: str) -> list[tuple[str, str]]:
    return [(section.title, section.text) for section in extract_sections(prose(*lines), ())]


def test_a_heading_opens_a_section_with_the_text_below_it() -> None:
    lines = ("第一部分 概况", "一、主要职责", "负责教育。", "1.管理学校。", "二、机构设置", "内设两科。")
    assert found(*lines) == [("主要职责", "负责教育。\n1.管理学校。"), ("机构设置", "内设两科。")]


def test_words_before_a_colon_are_a_title() -> None:
    assert found("六、其他事项", "（一）机关运行经费：2024年5万元。") == [("机关运行经费", "2024年5万元。")]


def test_explained_terms_are_one_section() -> None:
    lines = ("第四部分 名词解释", "一、基本支出：指日常开支。", "二、项目支出：指专项开支。")
    assert [title for title, _ in found(*lines)] == ["名词解释"]


def test_tables_are_no_text() -> None:
    grid = Grid(((Cell("项目"), Cell("金额")), (Cell("合计"), Cell("5"))))
    blocks = (Line("一、收入情况"), Line("见下表。"), grid, Line("二、支出情况"), Line("略。"))
    source = SourceDocument("a.txt", "", "text/plain", None, blocks)
    assert [section.text for section in extract_sections(source, ())] == ["见下表。", "略。"]


def test_names_and_telephone_numbers_of_persons_are_left_out() -> None:
    lines = (
        "一、公开方式",
        "请向办公室询问，联系人：赵某某，联系电话：0000-1234567。",
        "填表人：钱某 填报日期：2024年4月1日 联系电话：1234567 单位负责人签字：",
    )
    [(_, text)] = found(*lines)
    assert "赵某某" not in text
    assert "1234567" not in text
    assert "钱某" not in text
    assert text.startswith("请向办公室询问")
