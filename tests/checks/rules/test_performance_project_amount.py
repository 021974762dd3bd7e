"""performance.project_amount: 文字中的项目金额与自评表一致."""

from __future__ import annotations

from decimal import Decimal

from disclosures.checks.document import Document
from disclosures.extraction.readings import Project
from tests.checks.literal import TableKind, document, is_rounding, is_sound, is_unchecked, table, wrong

RULE = "performance.project_amount"


def given(printed: str) -> Document:
    return document(
        tables=[table(TableKind.REVIEW_PROJECT)],
        projects=[
            Project(name="河道清淤", approved=Decimal(printed), table=0),
            Project(name="河道清淤", approved=Decimal("100000")),
        ],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("100000"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("90000"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("100100"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(projects=[Project(name="河道清淤", approved=Decimal("100000"))]))
