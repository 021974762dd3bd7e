"""Sums over units are the same on the page, in the workbook, the CSV and the JSON, with what they lack."""

import csv
import io
import json
import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import cell_text
from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import Turn
from disclosures.comparison.sums import Sum, Sums
from disclosures.exports import FORMATS
from disclosures.exports.sums import SUM_STATE
from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = [
    {"item": "total", "amount": 100.5},
    {"function": "208", "amount": 0},
    {"function": "210", "amount": None},
    {"function": "214", "amount": 70.12},
]


@pytest.fixture
def units(db: None, publish: Publish) -> list[Unit]:
    """Three units; one has a blank where the others have figures, and one did not file the first year."""
    made = [Unit.objects.create(name=f"单位{name}", region="示例市") for name in "甲乙丙"]
    for unit in made:
        publish(unit, 2024, {"expenditure": SPENT}, counts={"staff_actual": "7"})
    for unit in made[:2]:
        publish(unit, 2023, {"expenditure": [{**row, "amount": 3.25} for row in SPENT]})
    return made


def asked(units: list[Unit], **more: object) -> Comparison:
    chosen = Selection(units=tuple(unit.pk for unit in units), years=(2023, 2024), dimension=Dimension.FUNCTIONAL)
    return compare(chosen.changed(summed=True, **more))


def written(result: Comparison, extension: str) -> bytes:
    return FORMATS[extension].write(result, "标题", lambda place: f"https://budget.example/source/{place}/")


def all_sums(result: Comparison) -> list[Sum]:
    sums = Sums.of(result)
    return [sums.at(row, column) for row in result.rows for column in sums.columns]


def number(said: object) -> Decimal | None:
    return None if said in ("", None) else Decimal(str(said))


@pytest.mark.parametrize("measure", [Measure.AMOUNT, Measure.CHANGE, Measure.SHARE, Measure.PER_PERSON])
@pytest.mark.parametrize("turn", [Turn.ITEMS, Turn.UNITS])
def test_every_face_has_the_same_sums(units: list[Unit], admin_client: Client, measure: Measure, turn: Turn) -> None:
    result = asked(units, measure=measure, turn=turn)
    expected = [one.cell.value for one in all_sums(result)]
    assert len(expected) == 2 * len(result.rows)

    in_csv = list(csv.DictReader(io.StringIO(written(result, "csv").decode("utf-8-sig"))))[len(result.cells) :]
    assert [number(line["数值"]) for line in in_csv] == expected
    in_json = json.loads(written(result, "json"))["sums"]
    assert [number(one["value"]) for one in in_json] == expected
    book = load_workbook(io.BytesIO(written(result, "xlsx")))
    listed = [row[4] for row in book["合计"].iter_rows(min_row=2, values_only=True)]
    assert listed == [None if value is None else pytest.approx(float(value)) for value in expected]

    page = admin_client.get(reverse("disclosures:compare") + f"?{result.selection.to_query()}").content.decode()
    assert sorted(shown_in(page)) == sorted(texts(result))


def texts(result: Comparison) -> list[str]:
    said = [(cell_text(one.cell, result.selection.measure, result.selection.money), one) for one in all_sums(result)]
    return [f"{text} {one.coverage}" if one.is_partial else text for text, one in said]


def shown_in(page: str) -> list[str]:
    cells = re.findall(r'<td class="figure sum">(.*?)</td>', page, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", re.sub(r'<span class="visually-hidden">.*?</span>', "", cell)) for cell in cells]


def test_the_workbook_shows_each_sum_beside_the_number_of_its_units(units: list[Unit]) -> None:
    book = load_workbook(io.BytesIO(written(asked(units), "xlsx")))
    shown = {row[1].value: [cell.value for cell in row[8:]] for row in book["比较"].iter_rows(min_row=3)}
    assert shown[None] == ["2023", "2023", "2024", "2024"]
    assert shown["交通运输支出"] == [6.5, "2/3 个单位", 210.36, "3/3 个单位"]
    assert shown["卫生健康支出"] == [6.5, "2/3 个单位", "—", "0/3 个单位"]
    listed = {row[3]: row for row in book["合计"].iter_rows(min_row=2, values_only=True) if row[0] == 2023}
    assert listed["交通运输支出"][6:8] == ("2/3 个单位", "单位丙：该年度文件未公开")
    notes = {row[0]: row[1] for row in book["说明"].iter_rows(values_only=True)}
    assert notes["各单位合计"] == "各单位金额之和。只加有数的单位，缺的不当作 0。"


def test_the_json_names_every_part_and_every_missing_unit(units: list[Unit]) -> None:
    sums = json.loads(written(asked(units), "json"))["sums"]
    transport = next(one for one in sums if one["code"] == "214" and one["year"] == 2023)
    assert (transport["given"], transport["of"], transport["amount"]) == (2, 3, "65000.00")
    assert transport["missing"] == [{"unit": "单位丙", "reason": "该年度文件未公开"}]
    assert len(transport["sources"]) == 2
    assert all(address.startswith("https://budget.example/source/") for address in transport["sources"])
    blank = next(one for one in sums if one["code"] == "210" and one["year"] == 2024)
    assert (blank["amount"], blank["value"], blank["reason"]) == (None, None, "该格空白")


def test_a_line_of_the_csv_says_that_it_is_a_sum_and_of_how_many_units(units: list[Unit]) -> None:
    lines = list(csv.DictReader(io.StringIO(written(asked(units), "csv").decode("utf-8-sig"))))
    sums = [line for line in lines if line["状态"] == SUM_STATE and line["编码"] == "214"]
    assert [line["单位"] for line in sums] == ["各单位合计（2/3 个单位）", "各单位合计"]
    assert sums[0]["无数值的原因"] == "单位丙：该年度文件未公开"


def test_what_must_not_be_added_says_why_in_every_face(publish: Publish, admin_client: Client) -> None:
    units = [Unit.objects.create(name=f"单位{name}", region="示例市") for name in "甲乙"]
    for unit, scope in zip(units, ("department", "unit"), strict=True):
        publish(unit, 2024, {"expenditure": SPENT}, scope=scope)
    result = asked(units)
    reason = "口径不一：有的含下属单位，有的不含或没有写明，不能相加"
    page = admin_client.get(reverse("disclosures:compare") + f"?{result.selection.to_query()}").content.decode()
    assert f"2024 标“/”的合计没有数：{reason}" in page
    assert reason in written(result, "csv").decode()
    assert {one["reason"] for one in json.loads(written(result, "json"))["sums"] if one["year"] == 2024} >= {reason}
    notes = load_workbook(io.BytesIO(written(result, "xlsx")))["说明"]
    assert ("各单位合计 2024", reason) in list(notes.iter_rows(values_only=True, max_col=2))


def test_nothing_is_said_of_sums_where_none_are_asked_for(units: list[Unit]) -> None:
    result = compare(asked(units).selection.changed(summed=False))
    assert "sums" not in json.loads(written(result, "json"))
    assert "合计" not in load_workbook(io.BytesIO(written(result, "xlsx"))).sheetnames
    assert "各单位合计" not in written(result, "csv").decode()


def test_the_workbook_leads_from_a_sum_to_the_rows_of_its_parts(units: list[Unit]) -> None:
    """Of 2023 单位丙 has nothing: two of three rows; a click goes to the first of them."""
    book = load_workbook(io.BytesIO(written(asked(units), "xlsx")))
    cells = list(book["出处"].iter_rows(values_only=True))
    at = {name: number for number, name in enumerate(cells[0])}
    for line in book["合计"].iter_rows(min_row=2):
        said, link = line[-1].value, line[-1].hyperlink
        numbers = rows_named(said)
        parts = [cells[number - 1] for number in numbers]
        assert all(part[at["项目"]] == line[3].value and part[at["年度"]] == line[0].value for part in parts)
        assert sum(part[at["数值"]] for part in parts) == pytest.approx(line[4].value or 0)
        assert said is None or said.startswith(f"{len(numbers)} 处")
        assert (link.location if link else None) == (f"出处!A{numbers[0]}" if numbers else None)


def rows_named(said: str | None) -> list[int]:
    runs = [run.split("–") for run in re.findall(r"\d+(?:–\d+)?", (said or "处").partition("处")[2])]
    return [number for run in runs for number in range(int(run[0]), int(run[-1]) + 1)]


def test_lines_of_sums_name_the_sources_of_all_their_parts(units: list[Unit]) -> None:
    for measure, each in ((Measure.AMOUNT, 1), (Measure.CHANGE, 2), (Measure.PER_PERSON, 2)):
        result = asked(units, measure=measure)
        lines = list(csv.DictReader(io.StringIO(written(result, "csv").decode("utf-8-sig"))))
        named = [line["其他出处"].split() for line in lines if line["状态"] == SUM_STATE]
        assert named == [one["sources"] for one in json.loads(written(result, "json"))["sums"]]
        assert [len(some) for some in named] == [each * len(one.parts) for one in all_sums(result)]
