"""Operator, number and unit of a printed target."""

from __future__ import annotations

from decimal import Decimal

import pytest

from disclosures.extraction.performance.targets import (
    compact,
    full_marks,
    is_quantity,
    is_unit,
    only_number,
    read_sign,
    read_target,
)
from disclosures.vocabulary import Operator


@pytest.mark.parametrize(
    ("text", "operator", "number", "unit"),
    [
        ("≥95%", Operator.AT_LEAST, "95", "%"),
        (">=60 万张", Operator.AT_LEAST, "60", "万张"),
        ("≥13459.00(平方米)", Operator.AT_LEAST, "13459.00", "平方米"),
        ("95%以上", Operator.AT_LEAST, "95", "%"),
        ("3次及以上", Operator.AT_LEAST, "3", "次"),
        ("运行时间不低于180天", Operator.AT_LEAST, "180", "天"),
        ("至少1次", Operator.AT_LEAST, "1", "次"),
        ("≤3天", Operator.AT_MOST, "3", "天"),
        ("1小时内", Operator.AT_MOST, "1", "小时"),
        ("签订后2个月内完成", Operator.AT_MOST, "2", "个月"),
        ("不超过预算（79.76万元）", Operator.AT_MOST, "79.76", "万元"),
        ("大于95%", Operator.MORE_THAN, "95", "%"),
        ("许可数量>12万件", Operator.MORE_THAN, "12", "万件"),
        ("小于 3 个", Operator.LESS_THAN, "3", "个"),
        ("事故小于<=3次", Operator.AT_MOST, "3", "次"),
        ("=12.00(次)", Operator.EQUAL, "12.00", "次"),
        ("30", None, "30", None),
        ("1,234.5元", None, "1234.5", "元"),
        ("4.88万元/次", None, "4.88", "万元/次"),
        ("前10名", None, "10", "名"),
        ("26万", None, "26", "万"),
    ],
)
def test_a_quantity_gives_operator_number_and_unit(
    text: str, operator: Operator | None, number: str, unit: str | None
) -> None:
    target = read_target(text)
    assert (target.operator, target.number, target.unit) == (operator, Decimal(number), unit)


@pytest.mark.parametrize("text", ["一般3天内，重大2周内", "2023年1月~2024年6月", "云量<10%，重点区域<5%"])
def test_of_several_numbers_none_is_the_target(text: str) -> None:
    target = read_target(text)
    assert (target.operator, target.number, target.unit) == (None, None, None)


@pytest.mark.parametrize("text", ["合格及以上", "规定时间内完成", "提升"])
def test_words_without_a_number_have_no_operator(text: str) -> None:
    assert read_target(text) == read_target(text, sign="", unit="-")
    assert read_target(text).operator is None


def test_a_range_has_a_unit_and_no_single_number() -> None:
    target = read_target("5-7 个工作日")
    assert (target.number, target.unit) == (None, "个工作日")


def test_a_year_is_no_quantity_of_years() -> None:
    assert read_target("2023年底").unit is None
    assert read_target("3年").unit == "年"


def test_a_count_deep_in_a_phrase_has_no_unit_but_money_has() -> None:
    assert read_target("全省共19家会计核算单位").unit is None
    assert read_target("完成尾款103.25万元支付").unit == "万元"


def test_the_columns_of_sign_and_unit_come_first() -> None:
    target = read_target("95", sign="≥", unit="%")
    assert (target.operator, target.number, target.unit) == (Operator.AT_LEAST, Decimal(95), "%")
    assert read_target("良好", sign="定性", unit="-").operator is Operator.QUALITATIVE
    assert read_target("良好", sign="定性", unit="-").unit is None


def test_blank_is_no_target() -> None:
    assert read_target(None) == read_target("  ")
    assert read_target("").text is None


@pytest.mark.parametrize(("text", "number"), [("支付29.5万元", "29.5"), ("≥60.2%", "60.2"), ("９９％", "99")])
def test_the_one_number_of_a_sentence(text: str, number: str) -> None:
    assert only_number(text) == Decimal(number)


def test_no_number_where_there_are_two() -> None:
    assert only_number("支付139.72万元，支付率76.35%") is None


def test_a_weight_may_stand_in_the_scoring_rule_only() -> None:
    assert full_marks("15分") == Decimal(15)
    assert full_marks("达到95%得5分，每少完成一项扣1分") == Decimal(5)
    assert full_marks("完成得10分，基本完成得6分") == Decimal(10)
    assert full_marks("每完成一项扣1分") is None


def test_what_counts_as_a_quantity_a_unit_and_a_sign() -> None:
    assert is_quantity("≥20万条")
    assert not is_quantity("完成6个系统")
    assert is_unit("平方公里")
    assert not is_unit("道路")
    assert read_sign(" ＞= ") is Operator.AT_LEAST
    assert read_sign("数量") is None


def test_wrapping_leaves_no_spaces_in_chinese_or_in_numbers() -> None:
    assert compact("10 3.25 万元") == "103.25万元"
    assert compact("Windows Server 系统") == "Windows Server系统"
