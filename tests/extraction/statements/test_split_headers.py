"""A header that a page break cut in two is whole again before columns are read."""

from __future__ import annotations

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Box, Cell, Grid
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import TableKind
from tests.extraction.statements.printed import read, shown

Span = tuple[str, int, int]


def grid(page: int, *rows: tuple[Span, ...]) -> Grid:
    """A grid of cells (text, first column, last column), each column 50 points wide, each row 10 high."""
    columns = sorted({edge for row in rows for _, first, last in row for edge in (first, last + 1)})
    return Grid(tuple(_row(number, row, columns) for number, row in enumerate(rows)), page)


def _row(number: int, row: tuple[Span, ...], columns: list[int]) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for text, first, last in row:
        span = columns.index(last + 1) - columns.index(first)
        cells.append(Cell(text, Box(50 * first, 10 * number, 50 * (last + 1), 10 * number + 10), colspan=span))
        cells.extend([Cell(covered=True)] * (span - 1))
    return tuple(cells)


def expenditure(*grids: Grid) -> StatementTable:
    return StatementTable(
        index=0, kind=TableKind.EXPENDITURE, title="支出总表", label=None, money_unit=MoneyUnit.YUAN, grids=grids
    )


HEADINGS = (("科目编码", 0, 0), ("科目名称", 1, 1), ("合计", 2, 2), ("基本支出", 3, 5), ("项目支出", 6, 6))
PARTS = (("", 0, 0), ("", 1, 1), ("", 2, 2), ("小计", 3, 3), ("人员经费", 4, 4), ("公用经费", 5, 5), ("", 6, 6))
BODY = tuple((text, n, n) for n, text in enumerate(["201", "一般公共服务支出", "10", "6", "5", "1", "4"]))


def test_the_upper_headings_of_the_page_before_stand_over_the_columns_of_the_next() -> None:
    facts, findings = read(expenditure(grid(1, HEADINGS), grid(2, PARTS, BODY)))

    assert shown(facts, "nature") == [
        (None, "10.00"),
        ("basic", "6.00"),
        ("personnel", "5.00"),
        ("operating", "1.00"),
        ("project", "4.00"),
    ]
    assert findings == ()


def test_a_header_printed_again_as_a_whole_is_read_once() -> None:
    whole = read(expenditure(grid(1, HEADINGS, PARTS, BODY)))[0]
    again = read(expenditure(grid(1, HEADINGS, PARTS), grid(2, HEADINGS, PARTS, BODY)))[0]

    assert shown(again, "function", "nature") == shown(whole, "function", "nature")


def test_a_header_whose_places_are_unknown_is_not_guessed() -> None:
    upper = Grid((tuple(Cell(text) for text, _, _ in HEADINGS),), page=1)

    facts, findings = read(expenditure(upper, grid(2, PARTS, BODY)))

    assert facts == []
    assert [finding.code for finding in findings] == ["unread.column"]
