"""performance.duplicate: 指标不重复."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, indicator, is_sound, is_unchecked, table, wrong

RULE = "performance.duplicate"


def given(first: str, second: str) -> Document:
    return document(
        tables=[table(TableKind.PERFORMANCE_PROJECT)],
        indicators=[indicator("清淤长度", "50", target="12公里"), indicator(first, "50", target=second)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("及时率", "100%"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("清淤长度", "12公里"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("清淤长度", "13公里"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document())
