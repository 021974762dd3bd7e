"""performance.form: 每个项目都有自评表."""

from __future__ import annotations

from decimal import Decimal

from disclosures.checks.document import Document
from disclosures.extraction.readings import Project
from tests.checks.literal import TableKind, document, is_sound, is_unchecked, table, wrong

RULE = "performance.form"


def formed(*names: str) -> list[Project]:
    return [Project(name=name, executed=Decimal(1), table=0) for name in names]


def told(*names: str) -> list[Project]:
    return [Project(name=name, executed=Decimal(1)) for name in names]


def given(printed: str) -> Document:
    return document(
        tables=[table(TableKind.REVIEW_PROJECT)], projects=[*formed("甲", "乙", "丙"), *told("甲", "乙", "丙", printed)]
    )


def test_it_holds() -> None:
    assert is_sound(
        RULE,
        document(
            tables=[table(TableKind.REVIEW_PROJECT)], projects=[*formed("甲", "乙", "丙"), *told("甲", "乙", "丙")]
        ),
    )


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("丁"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("甲"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(projects=told("甲", "乙")))
