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
from disclosures.comparison.selection import MoneyScale, Order, Turn
from disclosures.exports import FORMATS
from disclosures.models import Figure, LineItem, Unit
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


@pytest.mark.parametrize(
    ("measure", "words"), [(Measure.CHANGE, "上年金额"), (Measure.SHARE, "合计"), (Measure.PER_PERSON, "在职人数")]
)
def test_what_is_computed_names_the_sources_of_both_its_figures(
    db: None, publish: Publish, measure: Measure, words: str
) -> None:
    unit = Unit.objects.create(name="信息中心", region="衡阳市")
    for year in (2023, 2024):
        publish(unit, year, {"expenditure": SPENT}, counts={"staff_actual": "7"})
    asked = Selection(units=(unit.pk,), years=(2024,), dimension=Dimension.FUNCTIONAL, measure=measure)
    result = compare(asked)
    count = Figure.objects.get(revision__disclosure__fiscal_year=2024)
    then = {"function": "", "revision": count.revision} if measure == Measure.SHARE else {"function": "214"}
    other = LineItem.objects.filter(**then, fiscal_year=2024 if measure == Measure.SHARE else 2023).get().pk
    place = f"figure/{count.pk}" if measure == Measure.PER_PERSON else other
    own = LineItem.objects.get(function="214", fiscal_year=2024).pk
    both = [f"https://budget.example/source/{one}/" for one in (own, place)]

    in_json = next(cell for cell in json.loads(written(result, "json"))["cells"] if cell["code"] == "214")
    assert [in_json["source"], *in_json["other_sources"]] == both
    lines = csv.DictReader(io.StringIO(written(result, "csv").decode("utf-8-sig")))
    in_csv = next(line for line in lines if line["编码"] == "214")
    assert [in_csv["出处"], in_csv["其他出处"]] == both
    book = load_workbook(io.BytesIO(written(result, "xlsx")))
    headings, *rows = book["出处"].iter_rows()
    at = [cell.value for cell in headings]
    in_xlsx = next(row for row in rows if row[at.index("编码")].value == "214")
    assert [in_xlsx[at.index(name)].hyperlink.target for name in ("出处", "其他出处")] == both
    notes = {row[0]: row[1] for row in book["说明"].iter_rows(values_only=True)}
    assert notes["其他出处"] == f"算式中“{words}”的出处。"


def test_what_is_printed_has_one_source(result: Comparison) -> None:
    assert all(cell["other_sources"] == [] for cell in json.loads(written(result, "json"))["cells"])


def test_files_keep_the_order_of_units_in_the_rows_and_say_it(db: None, publish: Publish) -> None:
    units = [Unit.objects.create(name=f"单位{name}", region="衡阳市") for name in "甲乙丙"]
    for unit, amount in zip(units, (5, None, 9), strict=True):
        publish(unit, 2024, {"expenditure": [{"function": "214", "amount": amount}, {"function": "208", "amount": 1}]})
    asked = Selection(units=tuple(unit.pk for unit in units), years=(2024,), dimension=Dimension.FUNCTIONAL)
    result = compare(asked.changed(turn=Turn.UNITS, order=Order.LARGEST, sorted_by="214"))
    expected = ["单位丙", "单位甲", "单位乙"]
    assert [cell["unit"] for cell in json.loads(written(result, "json"))["cells"]] == 2 * expected
    lines = list(csv.DictReader(io.StringIO(written(result, "csv").decode("utf-8-sig"))))
    assert [line["单位"] for line in lines] == 2 * expected
    book = load_workbook(io.BytesIO(written(result, "xlsx")))
    assert [cell.value for cell in book["比较"][3]][2:] == expected
    assert ("次序", "按“交通运输支出”从大到小") in list(book["说明"].iter_rows(values_only=True, max_col=2))
