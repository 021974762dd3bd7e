"""Whatever is selected, the page, the workbook, the CSV, the JSON and the API give the same numbers."""

import csv
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import cell_text
from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import Chart, Level, MoneyScale, Order, Turn
from disclosures.comparison.stages import Stage
from disclosures.exports import FORMATS
from disclosures.exports.records import Record
from disclosures.models import Unit
from disclosures.tables.comparison import ItemsTable, comparison_table, shown_columns
from disclosures.vocabulary import Fund
from tests.published import Publish

pytestmark = pytest.mark.django_db

EXAMPLES = 25
YEARS = (2022, 2023, 2024)
AMOUNTS = (0, 12.34, None, 5, -7.1, 1234567.89)


@pytest.fixture
def units(db: None, publish: Publish) -> list[Unit]:
    """Three units whose filings have gaps, blanks, zeros, negative and large amounts."""
    made = [Unit.objects.create(name=f"单位{name}", region="示例市") for name in "甲乙丙"]
    for number, unit in enumerate(made):
        for year in YEARS[number:]:
            publish(unit, year, tables(number + year), counts={"staff_actual": "7"} if number else {})
    accounts = [{**row, "phase": "outturn"} for row in tables(3)["expenditure"]]
    publish(made[0], 2024, {"expenditure": accounts}, kind="final_accounts")
    return made


def tables(seed: int) -> dict[str, list[dict[str, object]]]:
    amounts = (AMOUNTS[(seed + step) % len(AMOUNTS)] for step in range(100))
    spent = [{"item": "total"}, *({"function": code} for code in ("208", "20805", "2080505", "214"))]
    natures = [{"item": "total", "nature": nature} for nature in ("basic", "project")]
    three = [{"item": item, "fund": "fiscal"} for item in ("three_public", "vehicles", "vehicle_operation")]
    funds = [{"function": "212", "fund": "government_funds"}] if seed % 2 else []
    listed = {"expenditure": [*spent, *natures], "three_public": three, "government_funds": funds}
    return {kind: [{**row, "amount": next(amounts)} for row in rows] for kind, rows in listed.items()}


selections = st.builds(
    Selection,
    units=st.sets(st.integers(0, 2), min_size=1).map(sorted).map(tuple),
    years=st.sets(st.sampled_from(YEARS), min_size=1).map(sorted).map(tuple),
    stages=st.sampled_from([(Stage.BUDGET,), (Stage.OUTTURN,), (Stage.BUDGET, Stage.OUTTURN)]),
    fund=st.sampled_from([None, None, Fund.GOVERNMENT_FUNDS]),
    only=st.sampled_from(["", "", "208", "交通"]),
    order=st.sampled_from(Order),
    turn=st.sampled_from(Turn),
    dimension=st.sampled_from(Dimension),
    measure=st.sampled_from(Measure),
    level=st.sampled_from(Level),
    money=st.sampled_from(MoneyScale),
    chart=st.sampled_from(Chart),
)


@given(chosen=selections)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_face_of_a_selection_has_the_same_numbers(
    units: list[Unit], admin_client: Client, chosen: Selection
) -> None:
    selection = chosen.changed(units=tuple(units[number].pk for number in chosen.units))
    result = compare(selection)
    cells = [cell for row in result.rows for cell in result.line(row)]
    values = [cell.value for cell in cells]
    written = {name: form.write(result, "标题", lambda pk: f"/source/{pk}/") for name, form in FORMATS.items()}

    in_csv = list(csv.DictReader(io.StringIO(written["csv"].decode("utf-8-sig"))))
    assert [number(line["数值"]) for line in in_csv] == values
    assert [number(line["金额（元）"]) for line in in_csv] == [cell.amount for cell in cells]

    in_json = json.loads(written["json"])["cells"]
    assert [number(cell["value"]) for cell in in_json] == values
    assert all(tuple(cell) == Record._fields for cell in in_json)
    api = admin_client.get(reverse("disclosures:export", args=["json"]) + f"?{selection.to_query()}")
    assert [cell["value"] for cell in api.json()["cells"]] == [cell["value"] for cell in in_json]

    sheet = load_workbook(io.BytesIO(written["xlsx"]))["出处"]
    in_xlsx = [number(row[8]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert in_xlsx == [approximately(value) for value in values]

    page = admin_client.get(reverse("disclosures:compare") + f"?{selection.to_query()}")
    if not result.is_empty:
        assert list(figures_of(page.content.decode())) == list(expected(selection))


def number(said: object) -> Decimal | None:
    return None if said in ("", None) else Decimal(str(said))


def approximately(value: Decimal | None) -> Decimal | None:
    """A workbook keeps 15 digits."""
    return None if value is None else Decimal(str(float(value)))


def figures_of(page: str) -> Iterator[str]:
    """Yield what the cells of the table show, without what is only read aloud."""
    for cell in re.findall(r'<td class="figure">(.*?)</td>', page, re.DOTALL):
        yield re.sub(r"<[^>]+>", "", re.sub(r'<span class="visually-hidden">.*?</span>', "", cell))


def expected(selection: Selection) -> Iterator[str]:
    """Yield the figures as the table sets them: rows over columns, or turned."""
    result = compare(selection)
    turned = not isinstance(comparison_table(result), ItemsTable)
    shown = shown_columns(result)
    places = [(row, column) for row in result.rows for column in shown]
    if turned:
        places = [(row, column) for column in shown for row in result.rows]
    for row, column in places:
        yield cell_text(result.cell(row, column), selection.measure, selection.money)
