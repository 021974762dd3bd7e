"""prose.itemised: 明细之和等于所说明的金额."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_rounding, is_sound, is_unchecked, wrong

RULE = "prose.itemised"


def given(said: str) -> Document:
    return document(prose=[f"专项资金2024年初预算安排12.40万元，执行数为{said}万元。"])


def test_it_holds() -> None:
    assert is_sound(RULE, given("12.40万元。明细为：（1）河道清淤工程10.00万元；（2）水质监测服务2.40"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("11.80万元。明细为：（1）河道清淤工程10.00万元；（2）水质监测服务2.40"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("12.40万元。明细为：（1）河道清淤工程10.00万元；（2）水质监测服务2.41"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["专项资金执行数为11.80万元。"]))
