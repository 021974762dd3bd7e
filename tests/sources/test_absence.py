"""No absent value becomes 0 anywhere: not in the models, a comparison, its table, its charts or its exports."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosures.charts.comparison import draw
from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import cell_reason, cell_text
from disclosures.comparison.measures import Measure
from disclosures.comparison.result import CellState, Row
from disclosures.comparison.selection import Chart, Level, Order, Turn
from disclosures.comparison.stages import Stage
from disclosures.comparison.sums import Sums
from disclosures.exports.plain import to_csv, to_json
from disclosures.models import Finding, LineItem, Unit
from disclosures.tables.comparison import comparison_table
from tests.published import Publish

pytestmark = pytest.mark.django_db

YEARS = (2023, 2024)
CODES = ("208", "20805", "214")
# What a chart draws heights from; texts, colours and sizes are no heights.
HEIGHTS = ("x", "y", "z", "values", "value")

# None is a blank cell; a code that is missing is not listed at all.
amounts = st.one_of(st.none(), st.just(0), st.sampled_from([-3, 1, 20, 45.5]))
rows = st.dictionaries(st.sampled_from(CODES), amounts, max_size=3)


@st.composite
def filings(draw_one: st.DrawFn) -> dict[str, Any] | None:
    """A disclosure with an expenditure table of some rows, perhaps declared empty; or none at all."""
    if draw_one(st.integers(0, 4)) == 0:
        return None
    if draw_one(st.integers(0, 3)) == 0:
        return {"rows": [], "empty": draw_one(st.booleans())}
    total = draw_one(amounts)
    listed = [{"function": code, "amount": amount} for code, amount in draw_one(rows).items()]
    return {"rows": [{"item": "total", "amount": total}, *listed], "empty": False}


@given(found=st.lists(filings(), min_size=5, max_size=5))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_absent_is_ever_shown_as_a_number(publish: Publish, found: list[dict[str, Any] | None]) -> None:
    with transaction.atomic():
        units = [Unit.objects.create(name=name, region="示例市") for name in ("水务局", "司法局")]
        places = [*product(units, YEARS, ["budget"]), (units[0], YEARS[-1], "final_accounts")]
        for (unit, year, kind), filing in zip(places, found, strict=True):
            if filing:
                phase = {"phase": "outturn"} if kind == "final_accounts" else {}
                spent = [row | phase for row in filing["rows"]]
                empty = ["expenditure"] if filing["empty"] else []
                publish(unit, year, {"expenditure": spent}, kind, empty=empty)
        for selection in selections(*units):
            result = compare(selection)
            absent_stays_absent(result)
            added_without_absent_parts(result)
            in_order(result)
            shown_in_the_table(result)
            drawn_as_gaps(result)
            exported_as_nothing(result)
        transaction.set_rollback(True)


def selections(first: Unit, second: Unit) -> Iterator[Selection]:
    one = Selection(units=(first.pk,), years=YEARS[-1:], dimension=Dimension.FUNCTIONAL, level=Level.ITEM)
    both = one.changed(units=(first.pk, second.pk), years=YEARS)
    for measure in Measure:
        yield both.changed(measure=measure, summed=True)
    for chart in Chart:
        yield both.changed(chart=chart, years=YEARS[-1:])
        yield one.changed(chart=chart)
    yield one.changed(stages=(Stage.BUDGET, Stage.OUTTURN), chart=Chart.WATERFALL)
    yield one.changed(stages=(Stage.OUTTURN,), measure=Measure.EXECUTION)
    yield both.changed(dimension=Dimension.HEADLINE, summed=True)
    yield both.changed(stages=(Stage.OUTTURN,), measure=Measure.EXECUTION, summed=True)
    for order in (Order.LARGEST, Order.SMALLEST):
        yield both.changed(order=order, level=Level.CLASS, measure=Measure.CHANGE)
        yield both.changed(order=order, turn=Turn.UNITS, summed=True)


def absent_stays_absent(result: Comparison) -> None:
    for cell in result.cells.values():
        assert (cell.amount is None) == (cell.state != CellState.PRINTED)
        assert cell.amount is not None or cell.value is None
        assert cell.state in (CellState.PRINTED, CellState.BLANK) or not cell.sources


def added_without_absent_parts(result: Comparison) -> None:
    """A sum is of exactly the amounts that are there, says which are not, and is absent where none is."""
    sums = Sums.of(result)
    for row, column in product(result.rows, sums.columns):
        made = sums.at(row, column)
        parts = [result.cell(row, number).amount for number in made.parts]
        assert None not in parts
        assert {*made.parts, *(number for number, _reason in made.missing)} == set(column.numbers)
        assert all(reason for _number, reason in made.missing)
        assert made.cell.amount in (None, sum(parts, Decimal(0)))
        if not parts:
            assert made.cell.amount is made.cell.value is None
        assert made.cell.value is not None or cell_reason(made.cell)


def in_order(result: Comparison) -> None:
    """Rows of one level without any value stand last, whichever way the others go."""
    if result.selection.order != Order.LISTED:
        tops = [row for row in result.rows if not row.is_total and row.parent is None]
        known = [any(cell.value is not None for cell in result.line(row)) for row in tops]
        assert known == sorted(known, reverse=True)


def shown_in_the_table(result: Comparison) -> None:
    selection = result.selection
    for cell in result.cells.values():
        if cell.value is None:
            assert not re.search(r"\d", cell_text(cell, selection.measure, selection.money))
    table = comparison_table(result)
    shown = [re.sub(r"<[^>]*>", "", str(text)) for row in table.rows for _column, text in row.items()]
    sums = Sums.of(result)
    added = [sums.at(row, column).cell for row, column in product(result.rows, sums.columns)]
    assert has_zero(shown) <= any(cell.value == 0 for cell in (*result.cells.values(), *added))


def has_zero(texts: list[str]) -> bool:
    return any(re.fullmatch(r"[+-]?0(\.0+)?%?( \d/\d 个单位)?", text.strip()) for text in texts)


def drawn_as_gaps(result: Comparison) -> None:
    drawing = draw(result)
    if drawing is None:
        return
    known = [cell.value for cell in result.cells.values() if cell.value is not None]
    if result.selection.chart == Chart.WATERFALL:
        known += [change for row in result.rows if (change := change_of(result, row)) is not None]
    heights = [height for trace in drawing.figure["data"] if not is_label(trace) for height in numbers(trace)]
    if 0 in heights:
        assert 0 in known, drawing.figure["data"]
    assert "null" not in drawing.words


def is_label(trace: dict[str, Any]) -> bool:
    """Tell whether the points of a trace cannot be seen: where a label stands is no figure."""
    marker = trace.get("marker")
    return isinstance(marker, dict) and marker.get("opacity") == 0


def change_of(result: Comparison, row: Row) -> Decimal | None:
    """Return by how much a row's last figure differs from its first, where both are printed."""
    values = [cell.value for cell in result.line(row)]
    return None if None in values else values[-1] - values[0]


def numbers(trace: dict[str, Any]) -> Iterator[float]:
    """Yield the heights of a trace, those of a sankey's links among them."""
    for name in HEIGHTS:
        for value in flattened((trace.get("link") or trace).get(name) if name == "value" else trace.get(name)):
            if isinstance(value, int | float):
                yield value


def flattened(values: Any) -> Iterator[Any]:
    for value in values if isinstance(values, list | tuple) else []:
        yield from flattened(value) if isinstance(value, list | tuple) else [value]


def exported_as_nothing(result: Comparison) -> None:
    said = json.loads(to_json(result, "", str))
    cells, sums = said["cells"], said.get("sums", [])
    lines = list(csv.DictReader(io.StringIO(to_csv(result, "", str).decode("utf-8-sig"))))
    assert len(cells) == len(result.cells)
    for one, line in zip(sums, lines[len(cells) :], strict=True):
        assert (one["value"] is None) == (line["数值"] == "")
        assert one["value"] is not None or (one["reason"] and line["无数值的原因"])
        assert one["given"] + len(one["missing"]) == one["of"]
        assert one["given"] or (one["amount"] is one["value"] is None)
    for cell, line in zip(cells, lines[: len(cells)], strict=True):
        assert (cell["amount"] is None) == (cell["state"] != "printed") == (line["金额（元）"] == "")
        assert (cell["value"] is None) == (line["数值"] == "")
        assert cell["value"] is not None or cell["reason"]


@given(fen=st.one_of(st.none(), st.integers(-(10**9), 10**9)))
@settings(max_examples=50, deadline=None)
def test_a_line_item_gives_back_exactly_what_it_holds(fen: int | None) -> None:
    item = LineItem(amount_fen=fen)
    assert item.amount == (None if fen is None else Decimal(fen) / 100)


@pytest.mark.parametrize(("state", "fen"), [("blank", 0), ("printed", None)])
def test_the_database_refuses_a_blank_with_a_number_and_a_printed_without(
    publish: Publish, state: str, fen: int | None
) -> None:
    publish(Unit.objects.create(name="水务局"), 2024, {"expenditure": [{"item": "total", "amount": 1}]})
    with pytest.raises(IntegrityError), transaction.atomic():
        LineItem._base_manager.update(state=state, amount_fen=fen)


ROWS = [
    {"function": "208", "heading": "社会保障和就业支出", "amount": None},
    {"function": "208", "heading": "社会保障和就业支出", "nature": "basic", "amount": 0},
    {"function": "214", "heading": "交通运输支出", "amount": 5},
]


@pytest.mark.parametrize(("unread", "sign"), [(False, "·"), (True, "未读出")])
def test_blank_zero_not_listed_and_not_read_have_signs_of_their_own(
    publish: Publish, client: Client, unread: bool, sign: str
) -> None:
    """The second row has no cell in the second column: it was not listed, or could not be read."""
    client.force_login(User.objects.create_user("reader"))
    revision = publish(Unit.objects.create(name="水务局"), 2024, {"expenditure": ROWS})
    table = revision.tables.get()
    for item, (row, column) in zip(table.line_items.order_by("pk"), [(0, 1), (0, 2), (1, 1)], strict=True):
        LineItem._base_manager.filter(pk=item.pk).update(row=row, column_number=column)
    if unread:
        found = {"code": "unread.amount", "severity": "warning", "message": "有一格没有读出"}
        Finding._base_manager.bulk_create([Finding(revision=revision, table=table, **found)])
    page = client.get(f"/disclosures/{revision.disclosure_id}/?table={table.pk}").content.decode()
    rows = re.findall(r"<tr data-key.*?</tr>", page, re.DOTALL)
    shown = [re.findall(r'aria-hidden="true">([^<]+)<|>(-?[\d,.]+)</a>', row) for row in rows]
    assert [["".join(cell) for cell in row] for row in shown] == [["—", "0"], ["5", sign]]
