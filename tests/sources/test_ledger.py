"""The ledger of corrections is open to all, names nobody to the public, shows no drafts, and can be taken away."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from disclosures.ingest import ingest
from disclosures.models import Revision
from disclosures.models.corrected_fields import CorrectedField as Field
from disclosures.sources.addresses import source_address
from tests.sources.reviewed import put_right, review, row

pytestmark = pytest.mark.django_db


def test_the_ledger_is_open_to_all_names_nobody_and_can_be_taken_away(
    client: Client, clerk: Client, filed: Revision, person: User, settings: Any
) -> None:
    settings.PUBLIC_BROWSING = False
    put_right(row(filed, "project"), Field.TOTAL, Decimal("210000.00"), person)
    for visitor, named in ((client, False), (clerk, True)):
        page = visitor.get(reverse("disclosures:corrections"))
        text = page.content.decode()
        assert page.status_code == 200
        assert "读错了行" in text
        assert "21.00 万元" in text
        assert ("zhang" in text) is named
        sheet = visitor.get(reverse("disclosures:corrections_download", args=["csv"])).content.decode("utf-8-sig")
        (line,) = csv.DictReader(io.StringIO(sheet))
        assert (line["更正为"], line["更正内容"], line["原因"]) == ("21.00 万元", "资金总额", "识别有误")
        assert (line.get("更正人") == "zhang") is named
        assert line["出处"].endswith(source_address(row(filed, "project")))
        book = visitor.get(reverse("disclosures:corrections_download", args=["xlsx"])).content
        rows = list(load_workbook(io.BytesIO(book)).active.values)
        assert (len(rows), "更正人" in rows[0]) == (2, named)


@pytest.mark.parametrize(
    ("query", "found"),
    [("unit=水务", 1), ("unit=林业", 0), ("year=2024", 1), ("year=2023", 0), ("cause=reading_error", 1),
     ("cause=edit", 0), ("state=standing", 1), ("state=taken_back", 0)],
)  # fmt: skip
def test_the_ledger_is_narrowed_by_unit_year_kind_and_state(
    client: Client, filed: Revision, person: User, query: str, found: int
) -> None:
    put_right(row(filed, "figure"), Field.VALUE, Decimal("10560000"), person)
    page = client.get(f"{reverse('disclosures:corrections')}?{query}").content.decode()
    assert page.count("读错了行") == found
    assert ("没有这样的更正" in page) is (not found)


def test_the_ledger_shows_no_drafts(client: Client, person: User) -> None:
    draft = ingest(review(), content=b"first file", uploaded_by=None)
    put_right(row(draft, "figure"), Field.VALUE, Decimal("10560000"), person)
    assert "读错了行" not in client.get(reverse("disclosures:corrections")).content.decode()
