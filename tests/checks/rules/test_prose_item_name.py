"""prose.item_name: 文中的科目名称与表中一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import GENERAL, document, fact, is_sound, is_unchecked, table, wrong

RULE = "prose.item_name"
ROWS = (
    fact("45.00", function="220", heading="自然资源海洋气象等支出"),
    fact("45.00", function="22001", heading="自然资源事务"),
    fact("40.00", function="2200101", heading="行政运行"),
    fact("5.00", function="2200199", heading="其他自然资源事务支出"),
)


def given(section: str, item: str, amount: str = "5.00") -> Document:
    said = f"“自然资源海洋气象等支出（类）{section}（款）{item}（项）”{amount}万元。"
    return document(ROWS, prose=[said], tables=[table(GENERAL)])


def test_it_holds() -> None:
    assert is_sound(RULE, given("自然资源事务", "其他自然资源事务支出"))


def test_it_is_broken() -> None:
    [item] = wrong(RULE, given("自然资源事务", "其他国土资源事务支出"))
    [section] = wrong(RULE, given("国土资源事务", "其他自然资源事务支出"))
    assert "2200199" in item.message
    assert "22001" in section.message


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("自然资源事务支出", "其他自然资源事务"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, given("自然资源事务", "其他国土资源事务支出", "7.00"))
