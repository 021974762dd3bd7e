"""Disclosure tables, a unit's page, its sparklines and the tables and charts of performance show no absence as 0."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosures.charts.performance import draw_bullets, draw_course
from disclosures.charts.projects import draw_money
from disclosures.charts.sparkline import sparkline
from disclosures.charts.trend import draw_trend
from disclosures.comparison.display import SIGNS
from disclosures.comparison.result import CellState
from disclosures.comparison.selection import MoneyScale
from disclosures.comparison.unit_overview import overview
from disclosures.models import PerformanceIndicator, ProjectSeries, Unit
from disclosures.performance.measured import measured
from disclosures.performance.project_years import project_years
from disclosures.tables.indicators import IndicatorTable
from disclosures.tables.performance import IndicatorTable as TableOfForm
from disclosures.tables.performance import ProjectTable
from disclosures.tables.projects import ProjectSeriesTable
from disclosures.tables.statement_table import StatementTable
from disclosures.tables.statements import sides
from disclosures.vocabulary import DisclosureKind, FactState
from tests.published import Publish
from tests.reported import Report, row

pytestmark = pytest.mark.django_db

EXAMPLES = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
# A blank cell, a printed nought, and amounts without a nought among their digits.
amounts = st.sampled_from([None, 0, -3, 1, 45.5])
HIDDEN = re.compile(r'<span class="visually-hidden">(.*?)</span>')
TAGS = re.compile(r"<[^>]+>")


@pytest.fixture
def unit() -> Unit:
    return Unit.objects.create(name="青河市水务局", region="青河市")


def text(cell: object) -> str:
    """What a reader sees of a cell, without what only screen readers say."""
    return TAGS.sub("", HIDDEN.sub("", str(cell))).strip()


def said(cell: object) -> list[str]:
    """What a screen reader says of a cell's sign."""
    return HIDDEN.findall(str(cell))


def reason(state: CellState) -> str:
    return str(state.label)


@given(st.lists(amounts, min_size=1, max_size=4), st.booleans())
@EXAMPLES
def test_a_disclosure_table_keeps_blank_nought_and_not_listed_apart(
    publish: Publish, unit: Unit, found: list[float | None], unread: bool
) -> None:
    with transaction.atomic():
        rows = [{"function": f"2{number}1", "heading": "类", "amount": one} for number, one in enumerate(found)]
        revision = publish(unit, 2024, {"expenditure": [*rows, {"function": "299", "amount": 1, "nature": "basic"}]})
        items = list(revision.line_items.all())
        if unread and (damaged := next((one for one in items if one.amount is None), None)):
            damaged.state = FactState.UNREAD
        (side,) = sides(items)
        table = StatementTable(side, MoneyScale.TEN_THOUSAND, "万元", unread=unread)
        missing = CellState.NOT_READ if unread else CellState.NOT_LISTED
        for line in table.rows:
            for cell, item in zip(list(line.cells)[1:], line.record["row"].cells, strict=True):
                if item is None:
                    assert (text(cell), said(cell)) == (str(SIGNS[missing]), [reason(missing)])
                elif item.state == FactState.UNREAD:
                    assert (text(cell), said(cell)) == (str(SIGNS[CellState.NOT_READ]), [reason(CellState.NOT_READ)])
                elif item.amount is None:
                    assert (text(cell), said(cell)) == (str(SIGNS[CellState.BLANK]), [reason(CellState.BLANK)])
                else:
                    assert Decimal(text(cell).replace(",", "")) == item.amount / 10_000
        transaction.set_rollback(True)


@given(st.lists(st.one_of(st.none(), st.just(0), st.integers(-9, 9)).map(lambda n: None if n is None else Decimal(n))))
def test_a_sparkline_has_a_point_for_each_amount_and_is_interrupted_where_one_is_missing(
    found: list[Decimal | None],
) -> None:
    stretches = [part for part in "".join("." if one is None else "x" for one in found).split(".") if part]
    drawn = [len(points.split()) for points in sparkline(found)]
    assert drawn == ([len(part) for part in stretches] if sum(map(len, stretches)) > 1 else [])


@given(st.lists(st.one_of(st.just("none"), amounts), min_size=3, max_size=3))
@EXAMPLES
def test_a_units_page_and_its_trend_show_the_state_of_every_year(
    publish: Publish, unit: Unit, found: list[float | str | None]
) -> None:
    with transaction.atomic():
        for year, amount in enumerate(found, 2022):
            if amount != "none":
                publish(unit, year, {"expenditure": [{"item": "total", "amount": amount}]})
        years = [(year, amount) for year, amount in enumerate(found, 2022) if amount != "none"]
        if years:
            shown_as_filed(unit, dict(years))
        transaction.set_rollback(True)


def shown_as_filed(unit: Unit, filed: dict[int, Any]) -> None:
    newest = max(filed)
    shown = overview(unit, newest, DisclosureKind.BUDGET, MoneyScale.TEN_THOUSAND)
    spent = {one.year: one.budget.amount for one in shown.trend}
    assert spent == {year: None if one is None else Decimal(str(one)) * 10_000 for year, one in filed.items()}
    heights = [trace["y"] for trace in draw_trend(shown.trend, MoneyScale.TEN_THOUSAND).figure["data"]]
    assert heights == ([[filed[year] for year in sorted(filed)]] if set(filed.values()) != {None} else [])
    reader, _new = User.objects.get_or_create(username="reader")
    client = Client()
    client.force_login(reader)
    page = client.get(reverse("disclosures:unit", args=[unit.pk]), {"year": newest}).content.decode()
    values = re.findall(r'<span class="value">(.*?)</span>\s*<span class="beside"', page, re.DOTALL)
    has_zero = any(re.search(r"(?<![\d.,])0(?:\.0+)?(?![\d.,])", text(value)) for value in values)
    assert has_zero is (filed[newest] == 0)
    for sign in SIGNS.values():
        assert f"<dt>{sign}</dt>" in page


indicators = st.fixed_dictionaries(
    {
        "target": st.sampled_from(["≥12次", "完成", ""]),
        "actual": st.sampled_from(["", "0次", "15次"]),
        "weight": st.sampled_from([None, Decimal(0), Decimal(5)]),
        "score": st.sampled_from([None, Decimal(0), Decimal(4)]),
    }
)
figures = st.fixed_dictionaries(
    {
        name: st.sampled_from([None, 0, 4_500_000])
        for name in ("total_fen", "approved_fen", "revised_fen", "executed_fen")
    }
    | {name: st.sampled_from([None, Decimal(0), Decimal(45)]) for name in ("execution_rate", "score")}
)


@given(st.lists(indicators, min_size=1, max_size=4))
@EXAMPLES
def test_tables_and_charts_of_indicators_show_no_absence_as_nought(
    report: Report, unit: Unit, found: list[dict[str, Any]]
) -> None:
    with transaction.atomic():
        rows = [row("产出", "数量", f"指标{chr(65 + number)}") | one for number, one in enumerate(found)]
        revision = report(unit, 2023, {"会务": rows})
        stored = list(revision.indicators.select_related("project", "unit", "revision__disclosure"))
        for table in (IndicatorTable(stored), TableOfForm("会务", stored)):
            for line in table.rows:
                assert_printed(line.record, dict(zip(table.columns.names(), line.cells, strict=True)))
        numbers = [one for one in map(measured, stored) if one is not None]
        for drawing, wanted in (
            (draw_course(numbers), [one.actual for one in numbers]),
            (draw_bullets(numbers), [one.reached for one in numbers if one.reached is not None]),
        ):
            if drawing:  # one result alone is no course
                assert sorted(bars(drawing), key=str) == sorted(wanted, key=str)
        transaction.set_rollback(True)


def assert_printed(one: PerformanceIndicator, cells: dict[str, object]) -> None:
    """A cell says the value, or the sign of why there is none; a score stands before its weight in some tables."""
    evaluated = bool(one.actual) or one.score is not None
    unasked = SIGNS[CellState.BLANK if evaluated else CellState.NOT_LISTED]
    # A column that nobody fills is left out of a form's table.
    if "actual" in cells:
        assert text(cells["actual"]) == (one.actual or unasked)
    score, weight = (unasked if value is None else f"{value.normalize():f}" for value in (one.score, one.weight))
    if "score" in cells:
        assert text(cells["score"]).split("扣")[0] in (score, f"{score} / {weight}")
    if "weight" in cells:
        assert text(cells["weight"]) == weight
    if "target" in cells and not one.target:
        assert text(cells["target"]).startswith(SIGNS[CellState.BLANK])


def bars(drawing: Any) -> Iterator[Decimal | None]:
    """The heights of a chart's bars, whichever way they stand; None is a gap."""
    for trace in drawing.figure["data"] if drawing else ():
        if trace["type"] == "bar":
            heights = trace["x"] if trace.get("orientation") == "h" else trace["y"]
            yield from (None if one is None else Decimal(str(one)).quantize(Decimal("0.1")) for one in heights)


@given(figures)
@EXAMPLES
def test_tables_and_charts_of_projects_show_no_absence_as_nought(
    report: Report, unit: Unit, found: dict[str, Any]
) -> None:
    with transaction.atomic():
        revision = report(unit, 2023, {"会务": []}, **{"会务": found})
        (project,) = revision.projects.all()
        of_form = ProjectTable([project], MoneyScale.TEN_THOUSAND)
        (line,) = of_form.rows
        for name, cell in zip(of_form.columns.names(), line.cells, strict=True):
            if name in ("total", "approved", "revised", "executed", "execution_rate", "score"):
                value = getattr(project, name)
                assert number_in(cell) == (None if value is None else as_shown(name, value)), name
        (year,) = project_years([ProjectSeries.objects.get().pk])[ProjectSeries.objects.get().pk]
        drawing = draw_money([year], MoneyScale.TEN_THOUSAND)
        drawn = {trace["name"]: trace["y"] for trace in drawing.figure["data"]} if drawing else {}
        for label, figure in (("年初预算", year.approved), ("全年预算", year.revised), ("全年执行", year.executed)):
            if label in drawn:
                assert drawn[label] == [None if figure.value is None else float(figure.value / 10_000)]
        newest = ProjectSeriesTable(ProjectSeries.objects.published(), MoneyScale.TEN_THOUSAND)
        newest.paginate()
        newest.fetch()
        (line,) = newest.rows
        cells = dict(zip(newest.columns.names(), line.cells, strict=True))
        for name in ("approved", "revised", "executed", "score"):
            value = getattr(year, name).value
            assert number_in(cells[name]) == (None if value is None else as_shown(name, value)), name
        transaction.set_rollback(True)


def as_shown(name: str, value: Decimal) -> Decimal:
    return value if name in ("score", "execution_rate") else value / 10_000


def number_in(cell: object) -> Decimal | None:
    """The number of a cell, or None where the sign of a figure that is not printed stands in its place."""
    shown = text(cell)
    if shown == SIGNS[CellState.NOT_LISTED]:
        assert said(cell) == [reason(CellState.NOT_LISTED)]
        return None
    return Decimal(shown.rstrip("%").replace(",", ""))
