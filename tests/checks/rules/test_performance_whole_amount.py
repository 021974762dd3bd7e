"""performance.whole_amount: 基本支出加各项目不大于整体."""

from __future__ import annotations

import pytest

from disclosures.checks.document import Document
from tests.checks.literal import ACCOUNTS, TableKind, document, form, is_sound, is_unchecked, wrong

RULE = "performance.whole_amount"


def given(basic: str, whole: str) -> Document:
    tables = [
        form(TableKind.REVIEW_OVERALL, ("年度资金总额", whole, whole, whole, "10", "100%", "10")),
        form(TableKind.REVIEW_PROJECT, ("年度资金总额", "40.00", "40.00", "40.00", "10", "100%", "10"), index=1),
    ]
    return document(prose=[f"年初基本支出预算安排{basic}万元。"], tables=tables, identity=ACCOUNTS)


def test_it_holds() -> None:
    assert is_sound(RULE, given("60.00", "100.00"))


def test_it_is_broken() -> None:
    [finding] = wrong(RULE, given("80.00", "100.00"))
    assert "120.00万元" in finding.message
    assert len(finding.places) == 3


@pytest.mark.parametrize("basic", ["60.01", "30.00"])
def test_rounding_and_projects_without_a_form_are_let_pass(basic: str) -> None:
    assert is_sound(RULE, given(basic, "100.00"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["年初基本支出预算安排60.00万元。"], identity=ACCOUNTS))
