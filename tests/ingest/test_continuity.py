"""Two files of one unit in the database: what they say of each other is stored with the later draft."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.amounts import MoneyUnit
from disclosures.extraction.readings import Fact
from disclosures.ingest import ingest, publish
from disclosures.ingest.publication import EVERYTHING
from disclosures.models import Revision
from disclosures.pipeline import ReadDisclosure
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Direction, FactState, Fund, Item, Phase, TableKind
from tests.ingest.readings import IDENTITY, read

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PUBLIC = StatementTable(
    index=0,
    kind=TableKind.THREE_PUBLIC,
    title="“三公”经费表",
    label=None,
    money_unit=MoneyUnit.TEN_THOUSAND,
    grids=(),
)


def reception(printed: str, year: int) -> Fact:
    return Fact(
        table=0,
        direction=Direction.EXPENDITURE,
        fiscal_year=year,
        phase=Phase.APPROVED,
        fund=Fund.ALL,
        item=Item.RECEPTION,
        heading="公务接待费",
        amount=Decimal(printed) * 10_000,
        printed=printed,
        state=FactState.PRINTED,
        page=7,
        row=year - 2020,
    )


def budget(year: int, amounts: dict[int, str]) -> ReadDisclosure:
    facts = tuple(reception(printed, of) for of, printed in amounts.items())
    return read(
        f"budget {year} {amounts}".encode(),
        replace(IDENTITY, fiscal_year=year),
        tables=(PUBLIC,),
        facts=facts,
        projects=(),
        indicators=(),
        figures=(),
        findings=(),
    )


def filed(year: int, amounts: dict[int, str]) -> Revision:
    return ingest(budget(year, amounts), content=f"budget {year} {amounts}".encode(), uploaded_by=None)


def found(revision: Revision) -> list[str]:
    return [finding.code for finding in revision.findings.filter(code__startswith="continuity.")]


def test_last_years_column_is_compared_with_last_years_file() -> None:
    filed(2023, {2023: "3.00"})
    later = filed(2024, {2023: "4.00", 2024: "2.00"})
    [finding] = later.findings.filter(code="continuity.prior_column")
    assert "2023年" in finding.message
    assert [place["page"] for place in finding.places] == [7, None]


def test_years_that_agree_have_no_finding() -> None:
    filed(2023, {2023: "3.00"})
    later = filed(2024, {2023: "3.00", 2024: "2.00"})
    assert found(later) == []
    assert not later.unchecked.filter(code="continuity.prior_column").exists()


def test_the_earlier_file_may_come_second() -> None:
    later = filed(2024, {2023: "4.00", 2024: "2.00"})
    assert later.unchecked.filter(code="continuity.prior_column").exists()
    filed(2023, {2023: "3.00"})
    assert found(later) == ["continuity.prior_column"]


def test_nothing_of_a_draft_is_published_with_another_file() -> None:
    filed(2023, {2023: "3.00"})
    later = filed(2024, {2023: "4.00", 2024: "2.00"})
    publish(later, by=None, despite=EVERYTHING)
    assert found(later) == []
    assert later.unchecked.filter(code="continuity.prior_column").exists()


def test_what_is_published_is_compared_with_what_is_published() -> None:
    publish(filed(2023, {2023: "3.00"}), by=None, despite=EVERYTHING)
    later = filed(2024, {2023: "4.00", 2024: "2.00"})
    publish(later, by=None, despite=EVERYTHING)
    assert found(later) == ["continuity.prior_column"]
