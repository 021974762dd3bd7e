"""Page, workbook, CSV and JSON give the same numbers, and absence is nowhere a 0."""

import csv
import io
import json
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import scaled
from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import MoneyScale
from disclosures.exports import FORMATS
from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = [
    {"item": "total", "amount": 100},
    {"function": "208", "amount": 0},
    {"function": "210", "amount": None},
    {"function": "214", "amount": 70.12},
]


@pytest.fixture
def result(db: None, publish: Publish) -> Comparison:
    unit = Unit.objects.create(name="=信息中心", region="衡阳市")
    publish(unit, 2024, {"expenditure": SPENT})
    return compare(Selection(units=(unit.pk,), years=(2023, 2024), dimension=Dimension.FUNCTIONAL))


def written(result: Comparison, extension: str) -> bytes:
    return FORMATS[extension].write(result, "标题", lambda pk: f"https://budget.example/source/{pk}/")


def values(result: Comparison) -> list[Decimal | None]:
    return [cell.value for row in result.rows for cell in result.line(row)]


@pytest.mark.parametrize("measure", [Measure.AMOUNT, Measure.SHARE])
def test_every_format_has_the_same_values(result: Comparison, measure: Measure) -> None:
    result = compare(result.selection.changed(measure=measure, money=MoneyScale.YUAN))
    in_csv = [
        Decimal(line["数值"]) if line["数值"] else None
        for line in csv.DictReader(io.StringIO(written(result, "csv").decode("utf-8-sig")))
    ]
    in_json = [
        None if cell["value"] is None else Decimal(cell["value"])
        for cell in json.loads(written(result, "json"))["cells"]
    ]
    sheet = load_workbook(io.BytesIO(written(result, "xlsx")))["比较"]
    in_xlsx = [cell.value for row in sheet.iter_rows(min_row=5, min_col=3) for cell in row]
    expected = values(result)
    assert in_csv == in_json == expected
    assert [value if isinstance(value, int | float) else None for value in in_xlsx] == [
        None if value is None else float(value) for value in expected
    ]


def test_a_workbook_shows_the_signs_of_absence_as_text(result: Comparison) -> None:
    sheet = load_workbook(io.BytesIO(written(result, "xlsx")))["比较"]
    shown = {row[1].value: [cell.value for cell in row[2:]] for row in sheet.iter_rows(min_row=5)}
    assert shown["卫生健康支出"] == ["未公开", "—"]
    assert shown["社会保障和就业支出"] == ["未公开", 0]
    assert shown["交通运输支出"][1] == pytest.approx(float(scaled(Decimal("701200"), MoneyScale.TEN_THOUSAND)))


def test_every_figure_has_its_source(result: Comparison) -> None:
    cells = json.loads(written(result, "json"))["cells"]
    printed = [cell for cell in cells if cell["amount"] is not None]
    assert len(printed) == 3
    assert all(cell["source"].startswith("https://budget.example/source/") for cell in printed)
    assert all(cell["revision"] for cell in printed)
    assert [cell["reason"] for cell in cells if cell["state"] == "blank"] == ["该格空白"]


def test_a_name_is_never_taken_for_a_formula(result: Comparison) -> None:
    lines = list(csv.DictReader(io.StringIO(written(result, "csv").decode("utf-8-sig"))))
    assert {line["单位"] for line in lines} == {"'=信息中心"}
    sheet = load_workbook(io.BytesIO(written(result, "xlsx")))["出处"]
    assert sheet["A2"].data_type == "s"


def test_the_download_is_the_page_that_was_shown(result: Comparison, client: Client, admin_client: Client) -> None:
    address = reverse("disclosures:export", args=["json"]) + f"?{result.selection.to_query()}"
    assert client.get(address).status_code == 302
    response = admin_client.get(address)
    assert [cell["value"] for cell in response.json()["cells"]] == [
        None if value is None else f"{value:f}" for value in values(result)
    ]
    assert admin_client.get(address.replace(".json", ".exe")).status_code == 404
