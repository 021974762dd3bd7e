"""Every layout of the corpus gives exactly the facts that it was made from, in every format."""

from __future__ import annotations

from decimal import Decimal

import pytest

from disclosures.extraction.readings import Fact
from disclosures.pipeline import ReadDisclosure, read_disclosure
from disclosures.vocabulary import FactState
from tests.layouts.corpus import DOCUMENTS
from tests.layouts.make_pages import PAGES, PRINTED
from tests.layouts.notation import Document, Facts, facts_of, is_unsure
from tests.layouts.printing import PRINTERS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
@pytest.mark.parametrize("form", PRINTERS)
def test_a_layout_gives_the_facts_it_was_made_from(document: Document, form: str) -> None:
    read = read_disclosure(PRINTERS[form](document), f"x.{form}")

    assert [table.kind.value for table in read.tables] == [table.kind for table in document.tables]
    found, expected = printed(read), facts_of(document)
    assert (expected - found, found - expected) == (Facts(), Facts())
    assert any(finding.code.startswith("unread.") for finding in read.findings) is is_unsure(document)


@pytest.mark.parametrize("name", PRINTED)
def test_a_layout_broken_over_low_pages_gives_the_same_facts(name: str) -> None:
    document, file = PRINTED[name], PAGES / f"{name}.pdf"
    read = read_disclosure(file.read_bytes(), file.name)

    assert [table.kind.value for table in read.tables] == [table.kind for table in document.tables]
    assert printed(read) == facts_of(document)


def printed(read: ReadDisclosure) -> Facts:
    return Facts(_fact(read, fact) for fact in read.facts if fact.state is FactState.PRINTED)


def _fact(read: ReadDisclosure, fact: Fact) -> tuple[object, ...]:
    named = fact.function or fact.economic or fact.item
    words = (fact.phase, fact.fund, fact.nature, fact.function, fact.economic, fact.item)
    return (
        read.tables[fact.table].kind.value,
        fact.direction.value,
        fact.fiscal_year,
        *(str(word) if word else None for word in words),
        None if named else fact.heading,
        Decimal(fact.amount or 0),
    )
