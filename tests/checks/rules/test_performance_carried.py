"""performance.carried: 使用的上年结转不大于整体自评表所列."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import ACCOUNTS, TableKind, document, form, is_sound, is_unchecked, wrong

RULE = "performance.carried"


def given(said: str) -> Document:
    row = ("上年结转资金", "20.00", "20.00", "19.00", "5", "95%", "4.75")
    prose = [f"上年结转项目资金使用{said}万元。"]
    return document(prose=prose, tables=[form(TableKind.REVIEW_OVERALL, row)], identity=ACCOUNTS)


def test_it_holds() -> None:
    assert is_sound(RULE, given("19.00"))


def test_it_is_broken() -> None:
    [finding] = wrong(RULE, given("20.00"))
    assert "19.00万元" in finding.message
    assert len(finding.places) == 2


def test_rounding_and_a_part_of_the_money_are_let_pass() -> None:
    assert is_sound(RULE, given("19.01"))
    assert is_sound(RULE, given("12.00"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["上年结转项目资金使用19.00万元。"], identity=ACCOUNTS))
