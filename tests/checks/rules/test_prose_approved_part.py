"""prose.approved_part: 项目的年初预算不大于全部年初预算."""

from __future__ import annotations

from decimal import Decimal

from disclosures.checks.document import Document
from disclosures.extraction.readings import Project
from tests.checks.literal import ACCOUNTS, document, is_sound, is_unchecked, wrong

RULE = "prose.approved_part"


def given(printed: str) -> Document:
    return document(
        projects=[Project(name="河道清淤", approved=Decimal(printed))],
        prose=["一般公共预算财政拨款支出年初预算为30.00万元，支出决算为70.00万元。"],
        identity=ACCOUNTS,
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("200000"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("400000"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("300000"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(projects=[Project(name="河道清淤", approved=Decimal("400000"))], identity=ACCOUNTS)
    )
