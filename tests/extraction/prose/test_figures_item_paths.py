"""Functional items named in prose by their path."""

from __future__ import annotations

import pytest

from tests.extraction.prose.literal_lines import named, reading, said, topics


@pytest.mark.parametrize(
    "sentence",
    [
        "教育支出（类）普通教育（款）小学教育（项）5万元。",
        "教育支出（205类）普通教育（02款）小学教育（02项）5万元。",
        "“教育支出-普通教育-小学教育”科目5万元，主要用于运转。",
        "“教育支出（类）普通教育（款）小学教育（项）”5万元。",
        "教育（类）普通教育（款）小学教育（项）支出5万元。",
        "小学教育（2050202）5万元。",
    ],
)
def test_a_path_is_its_code(sentence: str) -> None:
    assert topics(sentence) == ["function:2050202"]


def test_levels_that_a_heading_names_belong_to_the_items_below_it() -> None:
    lines = ("1、教育支出（类）9万元：", "普通教育（款）小学教育（项）。年初预算为5万元，支出决算为4万元。")
    assert [(topic, int(value)) for topic, value, _ in said(*lines)] == [
        ("function:205", 90000),
        ("function:2050202", 50000),
        ("function:2050202", 40000),
    ]


def test_a_section_named_once_holds_the_items_after_it() -> None:
    lines = ("（一）教育支出（类）", "普通教育（款）：2024年预算支出合计9万元。", "1.小学教育（项）支出5万元。")
    assert topics(*lines) == ["function:20502", "function:2050202"]


def test_names_of_the_documents_own_tables_come_first() -> None:
    facts = (named("20588", "特色教育"), named("2058801", "特色小学教育支出"))
    sentence = "教育支出（类）特色教育（款）特色小学教育（项）5万元。"
    assert said(sentence, facts=facts)[0][0] == "function:2058801"


def test_general_items_have_the_same_digits_below_every_section() -> None:
    assert topics("一般公共服务支出（类）政协事务（款）行政运行（项）5万元。") == ["function:2010201"]


def test_an_item_that_nothing_knows_is_reported_and_not_guessed() -> None:
    found = reading("教育支出（类）普通教育（款）无此教育（项）5万元。")
    assert not found.figures
    assert [finding.code for finding in found.findings] == ["unread.item_path"]


def test_a_path_without_an_amount_is_not_reported() -> None:
    assert not reading("教育支出（类）普通教育（款）无此教育（项）：反映教育。").findings


def test_a_class_by_its_name_alone_and_by_a_former_name() -> None:
    assert topics("其中，教育支出5万元，医疗卫生与计划生育支出2万元。") == ["function:205", "function:210"]


def test_two_names_joined_in_quotes_are_a_path_only_below_a_class() -> None:
    assert topics("健全“督办-考核”机制5万元。") == []
    assert not reading("健全“督办-考核”机制5万元。").findings
