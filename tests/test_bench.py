"""What `make bench` measures can be made and asked for: its ratios compare like with like."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection

from bench import indicators
from bench.comparison.generated import CODES, ITEMS_A_DISCLOSURE, YEARS, fill
from bench.comparison.questions import COMPARISON
from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import Level

UNITS = (1, 2)


@pytest.mark.django_db(transaction=True)  # indexes are dropped and made again
def test_generated_figures_are_compared_as_the_bare_statement_finds_them() -> None:
    assert fill(len(UNITS)) == len(UNITS) * len(YEARS) * ITEMS_A_DISCLOSURE
    result = compare(Selection(units=UNITS, years=YEARS, dimension=Dimension.FUNCTIONAL, level=Level.ITEM))
    with connection.cursor() as cursor:
        cursor.execute(COMPARISON.format(units="1, 2", years=", ".join(map(str, YEARS))))
        bare = {item: fen for item, *_, fen, _correction, _corrected in cursor.fetchall()}
    assert len(result.rows) == 1 + len(CODES)
    assert {cell.line_item: cell.amount for cell in result.cells.values()} == {
        item: Decimal(fen) / 100 for item, fen in bare.items()
    }


@pytest.mark.django_db
def test_generated_indicators_are_published_and_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indicators, "UNITS", 1)
    monkeypatch.setattr(indicators, "YEARS", range(2022, 2024))
    assert indicators.fill() == 2 * indicators.PROJECTS * indicators.PER_PROJECT
    assert len(indicators.bare_query()()) == 50
