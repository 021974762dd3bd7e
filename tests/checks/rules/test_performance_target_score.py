"""performance.target_score: 得分与完成情况相符."""

from __future__ import annotations

from decimal import Decimal

from disclosures.checks.document import Document
from disclosures.vocabulary import Operator
from tests.checks.literal import TableKind, document, indicator, is_sound, is_unchecked, table, wrong

RULE = "performance.target_score"


def given(printed: str, count: int) -> Document:
    return document(
        tables=[table(TableKind.REVIEW_PROJECT)],
        indicators=[
            indicator(
                "会议次数",
                "5",
                "5",
                target=">150次",
                target_number=Decimal(150),
                operator=Operator.MORE_THAN,
                actual=printed,
                actual_number=Decimal(count),
            )
        ],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("152次", 152))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("150次", 150))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("150人", 150))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE, document(tables=[table(TableKind.REVIEW_PROJECT)], indicators=[indicator("会议次数", "5")])
    )
