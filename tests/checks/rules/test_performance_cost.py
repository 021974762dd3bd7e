"""performance.cost: 成本指标等于项目金额."""

from __future__ import annotations

from decimal import Decimal

from disclosures.checks.document import Document
from disclosures.extraction.readings import Project
from tests.checks.literal import TableKind, document, indicator, is_rounding, is_sound, is_unchecked, table, wrong

RULE = "performance.cost"


def given(printed: str) -> Document:
    return document(
        tables=[table(TableKind.PERFORMANCE_PROJECT)],
        projects=[Project(name="河道清淤", total=Decimal("441300"), table=0)],
        indicators=[indicator("经济成本", "20", level1="成本指标", target=printed)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("44.13万元"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("40.13万元"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("44.14万元"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(
        RULE,
        document(
            tables=[table(TableKind.PERFORMANCE_PROJECT)],
            indicators=[indicator("经济成本", "20", level1="成本指标", target="44.13万元")],
        ),
    )
