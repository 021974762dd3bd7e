"""The checks on whole documents: no false alarm on sound ones, and the known defect of another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from disclosures.evidence import Finding
from disclosures.pipeline import read_disclosure
from disclosures.vocabulary import Severity
from tests.conftest import SHARED

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared 不在 / the published documents are not here")

SOUND = ("seeds/00?_*.txt", "seeds/pdf/*.pdf", "realdocs/*财政局25年预算.pdf", "realdocs/*检察院*.pdf")


def arithmetic(pattern: str) -> list[Finding]:
    """Return the errors in the sums of the documents that a pattern finds."""
    paths = sorted(SHARED.glob(pattern))
    assert paths
    found = (finding for path in paths for finding in read_disclosure(path.read_bytes(), path.name).findings)
    return [one for one in found if one.code.startswith("arithmetic.") and one.severity == Severity.ERROR]


@pytest.mark.parametrize("pattern", SOUND)
def test_sound_documents_have_no_error(pattern: str) -> None:
    assert arithmetic(pattern) == []


def test_project_money_in_a_row_of_basic_spending_is_found_in_both_tables() -> None:
    errors = arithmetic("realdocs/*司法局2026年单位预算.pdf")
    assert {abs(one.difference or 0) for one in errors} == {Decimal("64840547.00")}
    assert {one.pages for one in errors if one.code == "arithmetic.natures"} == {(11,), (14,)}
