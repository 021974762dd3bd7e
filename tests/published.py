"""Small published disclosures, written as literal rows."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from disclosures.models import Disclosure, Figure, FiscalYear, LineItem, Revision, RevisionFile, StatementTable, Unit

Publish = Callable[..., Revision]

DEFAULTS = {"direction": "expenditure", "fund": "all", "phase": "approved"}


@pytest.fixture
def publish(db: None) -> Publish:
    """Return a function that publishes a disclosure: tables by kind, each a list of rows (dimensions and 万元)."""

    def publish(unit: Unit, year: int, tables: dict[str, list[dict[str, Any]]], kind: str = "budget", **more: Any):
        FiscalYear.objects.get_or_create(year=year)
        disclosure = Disclosure.objects.create(
            unit=unit, fiscal_year_id=year, kind=kind, scope=more.get("scope", "unit")
        )
        revision = Revision.objects.create(disclosure=disclosure, number=1, parser_version="test")
        file = RevisionFile.objects.create(revision=revision, name="a.pdf", sha256=f"{disclosure.pk:064}")
        for index, (table_kind, rows) in enumerate(tables.items()):
            table = StatementTable.objects.create(
                revision=revision,
                file=file,
                index=index,
                kind=table_kind,
                money_unit="万元",
                declared_empty=table_kind in more.get("empty", ()),
            )
            LineItem.objects.bulk_create(
                [_line_item(revision, table, year, number, dict(row)) for number, row in enumerate(rows)]
            )
        for topic, value in more.get("counts", {}).items():
            Figure.objects.create(revision=revision, topic=topic, value=value, unit="count", sentence=topic)
        revision.state = Revision.State.PUBLISHED
        revision.published_at = timezone.now()
        revision.save()
        return revision

    return publish


def _line_item(revision: Revision, table: StatementTable, year: int, number: int, row: dict[str, Any]) -> LineItem:
    amount = row.pop("amount")
    return LineItem(
        revision=revision,
        table=table,
        unit=revision.disclosure.unit,
        disclosure_year=year,
        kind=revision.disclosure.kind,
        scope=revision.disclosure.scope,
        table_kind=table.kind,
        row=number,
        column_number=1,
        amount_fen=None if amount is None else round(amount * 1_000_000),
        printed="" if amount is None else str(amount),
        state="blank" if amount is None else "printed",
        **{"fiscal_year": year, **DEFAULTS, **row},
    )
