"""Tables without vertical rules are read where rows, columns and headings are sure, and reported where they are not."""

from __future__ import annotations

import pytest

from disclosures.evidence import SourceDocument
from disclosures.reading import read
from tests.reading.drawn import Drawing, pdf

# The right edges of the columns of amounts; letters of Helvetica at size 10 are 5.56 wide, points and commas half that.
RIGHT = (300, 400, 500)
ROWS = [
    ["201", "1,234.50", "1,000.00", "234.50"],
    ["208", "56.00", "56.00", "0.00"],
    ["210", "7.00", "", "7.00"],
]
HEADINGS = ["科目", "合计", "基本", "项目"]


def amount(page: Drawing, right: float, top: float, words: str) -> None:
    width = sum(2.78 if sign in ".," else 5.56 for sign in words)
    page.text(right - width, top, words)


def table(rows: list[list[str]] = ROWS, step: float = 20, top: float = 140) -> Drawing:
    """Draw rows of a label and right-aligned amounts; the words of the header are for each test to draw."""
    page = Drawing()
    for index, (label, *amounts) in enumerate(rows):
        page.text(50, top + index * step, label)
        for right, words in zip(RIGHT, amounts, strict=True):
            if words:
                amount(page, right, top + index * step, words)
    return page


def headings(page: Drawing, names: list[str], top: float = 110) -> Drawing:
    for x, name in zip((50, 262, 362, 462), names, strict=True):
        if name:
            page.chinese(x, top, name)
    return page


def document(page: Drawing) -> SourceDocument:
    return read(pdf(page), "drawn.pdf")


def texts(page: Drawing) -> list[list[list[str]]]:
    return [grid.texts() for grid in document(page).grids()]


EXPECTED = [HEADINGS, *ROWS]


def three_lines(page: Drawing) -> Drawing:
    for y in (102, 130, 205):
        page.rule(48, y, 505, y)
    return page


def rule_below_every_row(page: Drawing) -> Drawing:
    for y in (102, 130, 155, 175, 195):
        page.rule(48, y, 505, y)
    return page


def stripes(page: Drawing) -> Drawing:
    page.operators.insert(0, f"0.9 g 48 {842 - 175} 457 20 re f 0 g")
    return page


def bare(page: Drawing) -> Drawing:
    return page


@pytest.mark.parametrize("drawn", [three_lines, rule_below_every_row, stripes, bare])
def test_a_table_without_vertical_rules_is_read_by_its_columns(drawn) -> None:  # type: ignore[no-untyped-def]
    assert texts(drawn(headings(table(), HEADINGS))) == [EXPECTED]


def test_its_cells_know_their_boxes() -> None:
    grid = next(document(headings(table(), HEADINGS)).grids())
    box = grid.rows[1][1].box
    assert box is not None
    assert box.x0 < 262 < 300 < box.x1
    assert box.top < 142 < 148 < box.bottom


def test_a_heading_over_two_columns_spans_them() -> None:
    page = headings(table(), ["", "", "基本", "项目"], top=118)
    page.chinese(50, 109, "科目").chinese(276, 109, "合计").chinese(412, 100, "支出")
    page.rule(345, 115, 505, 115)
    grid = next(document(page).grids())
    assert [(cell.text, cell.colspan) for cell in grid.rows[0] if not cell.covered] == [
        ("科目", 1),
        ("合计", 1),
        ("支出", 2),
    ]
    assert [cell.text for cell in grid.rows[1] if not cell.covered] == ["基本", "项目"]


def test_a_label_of_two_lines_belongs_to_the_number_in_its_middle() -> None:
    page = headings(table([["201", "1.50", "1.00", "0.50"], ["", "2.00", "2.00", "0.00"], *ROWS[2:]], 30), HEADINGS)
    page.text(50, 164, "208").text(50, 176, "05")
    assert texts(page)[0][2] == ["208 05", "2.00", "2.00", "0.00"]


@pytest.mark.parametrize(
    "doubtful",
    [
        pytest.param(lambda: table(), id="no header"),
        pytest.param(lambda: headings(table(), ["科目", "合计", "基本", ""]), id="a column without a heading"),
        pytest.param(lambda: headings(table(), HEADINGS).text(245, 160, "9.00"), id="two texts at one place of a row"),
        pytest.param(lambda: headings(table(), HEADINGS).text(50, 150, "label"), id="a label between two rows"),
    ],
)
def test_a_doubtful_table_is_reported_and_not_read(doubtful) -> None:  # type: ignore[no-untyped-def]
    source = document(doubtful())
    assert [grid.texts() for grid in source.grids()] == []
    assert [finding.code for finding in source.findings] == ["unread.table"]


def test_prose_with_amounts_is_no_table() -> None:
    page = Drawing()
    for index in range(5):
        page.chinese(50, 100 + 20 * index, f"支出 1,234.5{index} 万元，比上年 1,000.00 万元多")
    source = document(page)
    assert (list(source.grids()), source.findings) == ([], ())
