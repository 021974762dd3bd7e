"""performance.score_scale: 各自评表满分一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import TableKind, document, form, is_sound, is_unchecked, wrong

RULE = "performance.score_scale"


def given(printed: str) -> Document:
    return document(
        tables=[
            form(TableKind.REVIEW_PROJECT, ["总分", "100", "98"]),
            form(TableKind.REVIEW_PROJECT, ["总分", printed, "88"], index=1),
        ]
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("100"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("90"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("100.0"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(tables=[form(TableKind.REVIEW_PROJECT, ["总分", ""])]))
