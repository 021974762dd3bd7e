"""assets.staff_count: 实有人数不多于编制."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import counted, document, is_sound, is_unchecked, wrong

RULE = "assets.staff_count"


def given(count: int) -> Document:
    return document(figures=[counted("staff_established", 33), counted("staff_actual", count)])


def test_it_holds() -> None:
    assert is_sound(RULE, given(29))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given(35))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given(33))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(figures=[counted("staff_actual", 29)]))
