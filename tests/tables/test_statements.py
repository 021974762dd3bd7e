"""Line items become rows and columns again."""

from typing import Any

import pytest

from disclosures.models import LineItem
from disclosures.tables.statements import Side, sides

Row = dict[str, Any]


def item(row: int, column: int, **dimensions: Any) -> LineItem:
    given = {"direction": "expenditure", "fiscal_year": 2024, "phase": "approved", "fund": "all", "page": 1}
    return LineItem(row=row, column_number=column, amount_fen=100 * column, **{**given, **dimensions})


def only(items: list[LineItem]) -> Side:
    (side,) = sides(items)
    return side


def labels(side: Side) -> list[str]:
    return [column.label for column in side.columns]


def headings(side: Side) -> list[str]:
    return [row.heading for row in side.rows]


def test_columns_are_named_by_what_sets_them_apart() -> None:
    columns = [{}, {"nature": "basic"}, {"nature": "project"}]
    side = only([item(r, c, heading=f"行{r}", **more) for r in (1, 2) for c, more in enumerate(columns)])
    assert labels(side) == ["合计", "基本支出", "项目支出"]


def test_a_single_column_is_named_by_its_phase() -> None:
    assert labels(only([item(1, 1, heading="行1"), item(2, 1, heading="行2")])) == ["年初预算"]


def test_what_varies_between_rows_alone_makes_no_columns() -> None:
    side = only(
        [item(1, 1, heading="一、基本支出", nature="basic"), item(2, 1, heading="二、项目支出", nature="project")]
    )
    assert labels(side) == ["年初预算"]


def test_two_amounts_in_one_place_get_a_row_each() -> None:
    """Where a sheet prints 支出总计 once in each of two blocks, on one line."""
    side = only(
        [
            item(9, 3, heading="支出总计", item="total"),
            item(9, 5, heading="支出总计", item="total"),
            item(1, 3, heading="行"),
        ]
    )
    assert headings(side) == ["支出总计", "支出总计", "行"]


def test_a_table_of_one_row_is_set_upright() -> None:
    items = ("three_public", "overseas_travel", "reception")
    phases = ("approved", "outturn")
    cells = [
        item(1, 3 * p + i, item=name, phase=phase) for p, phase in enumerate(phases) for i, name in enumerate(items)
    ]
    side = only(cells)
    assert headings(side) == ["“三公”经费合计", "因公出国（境）费", "公务接待费"]
    assert labels(side) == ["年初预算", "决算"]


@pytest.mark.parametrize(
    ("codes", "depths"),
    [
        (["208", "20805", "2080505"], [0, 1, 2]),
        (["208", "2080505"], [0, 1]),
        (["2080505"], [0]),
        (["301", "30101"], [0, 1]),
    ],
)
def test_codes_fold_under_the_nearest_code_above(codes: list[str], depths: list[int]) -> None:
    rows = [item(n, 1, function=code, heading=code) for n, code in enumerate(codes)]
    assert [row.depth for row in only(rows).rows] == depths


def test_revenue_stands_before_expenditure_whatever_the_order_on_paper() -> None:
    found = sides([item(1, 4, heading="支出"), item(1, 2, heading="收入", direction="revenue")])
    assert [side.direction for side in found] == ["revenue", "expenditure"]
