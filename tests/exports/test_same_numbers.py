"""Whatever is selected, page, workbook, CSV, JSON and API tell the same of every cell: number, state and source."""

import csv
import html
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.arrangement import shown_columns, unit_rows
from disclosures.comparison.choices import fitting
from disclosures.comparison.display import cell_reason, cell_text, scaled
from disclosures.comparison.measures import DEFINITIONS
from disclosures.comparison.result import Cell, CellState
from disclosures.comparison.selection import Order
from disclosures.comparison.sort_columns import SortColumn
from disclosures.comparison.stages import Stage
from disclosures.exports import FORMATS
from disclosures.exports.records import Record, other_places
from disclosures.exports.sums import SUM_STATE
from disclosures.models import Unit
from disclosures.sources.addresses import Addresses
from disclosures.tables.comparison import ItemsTable, comparison_table
from disclosures.vocabulary import Fund
from tests.comparison.shown_somehow import SHOWN_SOMEHOW
from tests.published import Publish
from tests.reported import Report
from tests.reported import row as wanted

pytestmark = pytest.mark.django_db

EXAMPLES = 25
YEARS = (2022, 2023, 2024)
API = "/api/v1/comparison"
AMOUNTS = (0, 12.34, None, 5, -7.1, 1234567.89)


# Signs, decimals, words, a range, an indicator of several projects, a name that begins like a formula.
WANTED = [
    wanted("产出指标", "数量指标", "会议次数", "≥1,200次", "1,300次", 10, 10, operator=">="),
    wanted("产出指标", "质量指标", "合格率", ">95.5%", "94%", 10, 5, operator=">"),
    wanted("产出指标", "质量指标", "=合格", "优良", "优良", 10, 10),
    wanted("产出指标", "时效指标", "办结时间", "5-7个工作日", "6个工作日", 10, 10),
    wanted("成本指标", "经济成本指标", "运维成本", "≤274.42万元", "190万元", 10, 10, operator="<="),
]


@pytest.fixture
def units(db: None, publish: Publish, report: Report) -> list[Unit]:
    """Three units whose filings have gaps, blanks, zeros, negative and large amounts, and projects with indicators."""
    made = [Unit.objects.create(name=f"单位{name}", region="示例市") for name in "甲乙丙"]
    for number, unit in enumerate(made):
        for year in YEARS[number:]:
            publish(unit, year, tables(number + year), counts={"staff_actual": "7"} if number else {})
    accounts = [{**row, "phase": "outturn"} for row in tables(3)["expenditure"]]
    publish(made[0], 2024, {"expenditure": accounts}, kind="final_accounts")
    for number, unit in enumerate(made):
        said = {"甲项目": WANTED[number:], "乙项目": WANTED[1:2]}
        report(unit, 2023, said, kind="performance_target", 甲项目={"total_fen": 12_345_600 * number})
        report(unit, 2024, said, kind="performance_review", 甲项目={"revised_fen": 99, "executed_fen": 0})
    return made


def tables(seed: int) -> dict[str, list[dict[str, object]]]:
    amounts = (AMOUNTS[(seed + step) % len(AMOUNTS)] for step in range(100))
    spent = [{"item": "total"}, *({"function": code} for code in ("208", "20805", "2080505", "214"))]
    natures = [{"item": "total", "nature": nature} for nature in ("basic", "project")]
    three = [{"item": item, "fund": "fiscal"} for item in ("three_public", "vehicles", "vehicle_operation")]
    funds = [{"function": "212", "fund": "government_funds"}] if seed % 2 else []
    listed = {"expenditure": [*spent, *natures], "three_public": three, "government_funds": funds}
    return {
        kind: [{**row, "amount": next(amounts), "page": page} for page, row in enumerate(rows, 1)]
        for kind, rows in listed.items()
    }


@st.composite
def sorted_somehow(draw: st.DrawFn, made: st.SearchStrategy[Selection]) -> Selection:
    """A selection whose order may look at one of its columns, at an item, or at the sums."""
    selection = draw(made)
    units = [*selection.units, *([None] if selection.adds_units else [])]
    years, stages = st.sampled_from(selection.years), st.sampled_from(selection.stages)
    column = st.builds(SortColumn, st.sampled_from(units), years, stages)
    return selection.changed(sorted_by=draw(st.none() | column | st.sampled_from(["total", "214", "basic"])))


selections = sorted_somehow(
    st.builds(
        Selection,
        units=st.sets(st.integers(0, 2), min_size=1).map(sorted).map(tuple),
        years=st.sets(st.sampled_from(YEARS), min_size=1).map(sorted).map(tuple),
        stages=st.sampled_from([(Stage.BUDGET,), (Stage.OUTTURN,), (Stage.BUDGET, Stage.OUTTURN)]),
        fund=st.sampled_from([None, None, Fund.GOVERNMENT_FUNDS]),
        only=st.sampled_from(["", "", "208", "交通"]),
        **SHOWN_SOMEHOW,
    )
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
    result = compare(fitting(with_units(chosen, units)))
    selection = result.selection
    others = other_places(result)
    told = [
        said_of(result.line(row)[number], others(number, result.line(row)[number]))
        for row in result.rows
        for number in in_files(result)
    ]
    written = {name: form.write(result, "标题", source) for name, form in FORMATS.items()}
    api = admin_client.get(f"{API}?{selection.to_query()}")

    assert list(in_json(json.loads(written["json"])["cells"])) == told
    assert list(in_json(api.json()["cells"])) == told
    assert list(in_csv(written["csv"])) == told
    book = load_workbook(io.BytesIO(written["xlsx"]))
    assert list(in_sheet(book["出处"])) == [said.rounded() for said in told]
    assert list(as_shown(book["比较"], result)) == list(expected_in_sheet(result))

    page = admin_client.get(reverse("disclosures:compare") + f"?{selection.to_query()}")
    if not result.is_empty:
        assert list(figures_of(page.content.decode())) == list(expected(result))
    assert not any(said.absent_as_a_number for said in told)


def with_units(chosen: Selection, units: list[Unit]) -> Selection:
    """Put real units in the place of their numbers; an address says the order only where there is one."""
    by = chosen.sorted_by
    if isinstance(by, SortColumn) and by.unit is not None:
        by = SortColumn(units[by.unit].pk, by.year, by.stage)
    keys = tuple(units[number].pk for number in chosen.units)
    return Selection.from_query(QueryDict(chosen.changed(units=keys, sorted_by=by).to_query()))


def in_files(result: Comparison) -> list[int]:
    """Return the columns as files have them: as the table shows them, and those that it leaves out behind."""
    shown = list(range(len(result.columns)))
    is_turned = not isinstance(comparison_table(result), ItemsTable)
    if is_turned and result.selection.order != Order.LISTED:
        shown = list(dict.fromkeys([*unit_rows(result), *shown]))
    return shown


class Said(NamedTuple):
    """What a face tells of one cell."""

    state: str
    amount: Decimal | None
    value: Decimal | None
    reason: str
    page: int | None
    source: str
    other_sources: tuple[str, ...]

    def rounded(self) -> "Said":
        """A workbook keeps 15 digits."""
        return self._replace(amount=approximately(self.amount), value=approximately(self.value))

    @property
    def absent_as_a_number(self) -> bool:
        return self.state != CellState.PRINTED and (self.amount is not None or self.value is not None)


def source(place: int | str) -> str:
    return f"http://testserver/source/{place}/"


def said_of(cell: Cell, others: Sequence[int | str]) -> Said:
    place = source(cell.place) if cell.place else ""
    told = (cell.state.value, cell.amount, cell.value, cell_reason(cell), cell.page, place)
    return Said(*told, tuple(map(source, others)))


def in_json(cells: list[dict[str, Any]]) -> Iterator[Said]:
    for cell in cells:
        assert tuple(cell) == Record._fields
        assert isinstance(cell["amount"], str | None)
        assert isinstance(cell["value"], str | None)
        yield Said(
            cell["state"], number(cell["amount"]), number(cell["value"]), cell["reason"], cell["page"], cell["source"],
            tuple(cell["other_sources"]),
        )  # fmt: skip


def in_csv(content: bytes) -> Iterator[Said]:
    yield from map(from_line, without_sums(csv.DictReader(io.StringIO(content.decode("utf-8-sig")))))


def in_sheet(sheet: Worksheet) -> Iterator[Said]:
    headings, *rows = sheet.iter_rows(values_only=True)
    yield from map(from_line, without_sums(dict(zip(headings, row, strict=True)) for row in rows))


def without_sums(lines: Iterable[dict[Any, Any]]) -> Iterator[dict[Any, Any]]:
    return (line for line in lines if line["状态"] != SUM_STATE)


def from_line(line: dict[Any, Any]) -> Said:
    page = line["原文页码"]
    return Said(
        next(state.value for state in CellState if state.label == line["状态"]),
        number(line["金额（元）"]),
        number(line["数值"]),
        line["无数值的原因"] or "",
        int(page) if page else None,
        line["出处"] or "",
        tuple((line["其他出处"] or "").split()),
    )


def as_shown(sheet: Worksheet, result: Comparison) -> Iterator[object]:
    """Yield what the workbook's first sheet shows in the cells of the comparison."""
    last = 2 + len(result.columns)
    for row in sheet.iter_rows(min_row=5, min_col=3, max_col=max(last, 3), values_only=True):
        yield from row[: len(result.columns)]


def expected_in_sheet(result: Comparison) -> Iterator[object]:
    """Yield numbers as the sheet scales them, and the sign of what is absent, which no formula adds up."""
    selection = result.selection
    in_money = DEFINITIONS[selection.measure].unit == "yuan"
    for cell in (result.line(row)[number] for row in result.rows for number in in_files(result)):
        if cell.value is None:
            yield cell_text(cell, selection.measure, selection.money)
        elif in_money and not cell.text:
            yield float(scaled(cell.value, selection.money))
        else:
            yield float(cell.value)


def number(said: object) -> Decimal | None:
    return None if said in ("", None) else Decimal(str(said))


def approximately(value: Decimal | None) -> Decimal | None:
    """A workbook keeps 15 digits."""
    return None if value is None else Decimal(str(float(value)))


def figures_of(page: str) -> Iterator[tuple[str, str]]:
    """Yield what the cells of the table show, without what is only read aloud, and where they lead."""
    for cell in re.findall(r'<td class="figure">(.*?)</td>', page, re.DOTALL):
        leads = re.search(r'href="([^"]*)"', cell)
        shown = re.sub(r"<[^>]+>", "", re.sub(r'<span class="visually-hidden">.*?</span>', "", cell))
        yield html.unescape(shown), html.unescape(leads[1]) if leads else ""


def expected(result: Comparison) -> Iterator[tuple[str, str]]:
    """Yield the figures as the table sets them: rows over columns, or turned."""
    selection, addresses = result.selection, Addresses()
    turned = not isinstance(comparison_table(result), ItemsTable)
    shown = shown_columns(result)
    places = [(row, column) for row in result.rows for column in shown]
    if turned:
        places = [(row, column) for column in unit_rows(result) for row in result.rows]
    for row, column in places:
        text = cell_text(result.cell(row, column), selection.measure, selection.money)
        yield text, addresses.cell(result, row, column)
