"""The table shows the comparison's figures, says each gap's reason, and leaves out years full of nothing."""

import pytest

from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import Order, Turn
from disclosures.models import Unit
from disclosures.tables.comparison import ItemsTable, UnitsTable, comparison_table
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = [{"item": "total", "amount": 100}, {"function": "214", "amount": None}]


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="交通运输信息中心", region="衡阳市")


def table(unit: Unit, *years: int) -> ItemsTable:
    return ItemsTable(compare(Selection(units=(unit.pk,), years=years, dimension=Dimension.FUNCTIONAL)))


def test_a_gap_says_its_reason_to_eye_and_ear(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    shown = [[str(cell) for cell in row.cells] for row in table(unit, 2023, 2024).rows]
    assert "100.00" in shown[0][2]
    assert "—" in shown[1][2]
    assert "该格空白" in shown[1][2]
    assert "该年度文件未公开" in shown[0][1]


def test_years_without_a_disclosure_are_said_in_words_where_they_would_fill_the_table(
    unit: Unit, publish: Publish
) -> None:
    publish(unit, 2024, {"expenditure": SPENT})
    few, many = table(unit, 2022, 2023, 2024), table(unit, *range(2015, 2025))
    assert [column.year for column in few.columns_of(few.result)] == [2022, 2023, 2024]
    assert few.left_out == []
    assert [column.year for column in many.columns_of(many.result)] == [2024]
    assert many.left_out == [("交通运输信息中心", "2015、2016、2017、2018、2019、2020、2021、2022、2023")]
    assert [heading.span for heading in many.headings] == [1]


@pytest.mark.parametrize(
    ("order", "expected"),
    [(Order.LISTED, "甲乙丙丁"), (Order.LARGEST, "丁乙甲丙"), (Order.SMALLEST, "甲乙丁丙")],
)
def test_units_in_the_rows_are_ordered_by_the_shown_figure_and_absent_ones_last(
    publish: Publish, order: Order, expected: str
) -> None:
    """丙 has no figure; 甲 spent less than nothing."""
    units = [Unit.objects.create(name=name, region="衡阳市") for name in "甲乙丙丁"]
    for unit, amount in zip(units, (-1, 0, None, 5), strict=True):
        publish(unit, 2024, {"expenditure": [{"function": "214", "amount": amount}]})
    selection = Selection(units=tuple(unit.pk for unit in units), years=(2024,), dimension=Dimension.FUNCTIONAL)
    turned = UnitsTable(compare(selection.changed(turn=Turn.UNITS, order=order)))
    assert [record["row"].unit_name for record in turned.data] == list(expected)


def test_many_units_go_into_the_rows(publish: Publish) -> None:
    units = [Unit.objects.create(name=f"单位{number}", region="衡阳市") for number in range(13)]
    for unit in units:
        publish(unit, 2024, {"expenditure": SPENT})
    selection = Selection(units=tuple(unit.pk for unit in units), years=(2024,), dimension=Dimension.FUNCTIONAL)
    wide = comparison_table(compare(selection))
    assert isinstance(wide, UnitsTable)
    assert len(list(wide.rows)) == 13
    assert "单位0" in str(next(iter(wide.rows)).get_cell("row"))
    assert isinstance(comparison_table(compare(selection.changed(turn=Turn.ITEMS))), ItemsTable)
