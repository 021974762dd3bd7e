"""tables.government_codes: 政府经济分类等于所含部门经济分类."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import (
    BASIC,
    Nature,
    TableKind,
    document,
    fact,
    is_rounding,
    is_sound,
    is_unchecked,
    table,
    wrong,
)

RULE = "tables.government_codes"


def given(printed: str) -> Document:
    return document(
        fact("8.00", economic="301", nature=Nature.BASIC),
        fact(printed, 1, economic="50501", nature=Nature.BASIC),
        tables=[table(BASIC), table(TableKind.BASIC_EXPENDITURE_GOVERNMENT, 1)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("8.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("7.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("8.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("8.00", economic="301", nature=Nature.BASIC), tables=[table(BASIC)]))
