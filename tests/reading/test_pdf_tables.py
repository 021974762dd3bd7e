"""Tables on PDF pages come out with every number in its cell."""

from __future__ import annotations

from itertools import pairwise

import pytest

from disclosures.evidence import Grid, Line, SourceDocument
from disclosures.reading import read
from tests.reading.drawn import Drawing, pdf

XS = (50, 150, 250, 350)
YS = (100, 120, 140, 160)
TEXTS = [["Code", "Name", "Total"], ["201", "Office", "1,234.50"], ["208", "Pensions", "56.00"]]


def document(*pages: Drawing) -> SourceDocument:
    return read(pdf(*pages), "drawn.pdf")


def only_grid(*pages: Drawing) -> Grid:
    grids = list(document(*pages).grids())
    assert len(grids) == 1
    return grids[0]


def test_a_ruled_table_keeps_its_rows_and_columns() -> None:
    grid = only_grid(Drawing().lattice(XS, YS).cells(XS, YS, TEXTS))
    assert grid.texts() == TEXTS
    assert grid.page == 1


def test_each_cell_knows_its_box() -> None:
    box = only_grid(Drawing().lattice(XS, YS).cells(XS, YS, TEXTS)).rows[1][2].box
    assert box is not None
    assert box.as_list() == [250, 120, 350, 140]


def test_merged_cells_keep_their_text_once_and_say_what_they_cover() -> None:
    page = Drawing().rule(50, 100, 350, 100).rule(150, 120, 350, 120).rule(50, 140, 350, 140).rule(50, 160, 350, 160)
    page.rule(50, 100, 50, 160).rule(150, 100, 150, 160).rule(250, 120, 250, 160).rule(350, 100, 350, 160)
    page.cells(XS, YS, [["Code", "Spending"], ["", "Basic", "Project"], ["201", "1.00", "2.00"]])
    grid = only_grid(page)
    assert grid.texts() == [["Code", "Spending", ""], ["", "Basic", "Project"], ["201", "1.00", "2.00"]]
    spans = {
        (r, c): (cell.rowspan, cell.colspan)
        for r, row in enumerate(grid.rows)
        for c, cell in enumerate(row)
        if cell.rowspan * cell.colspan > 1
    }
    assert spans == {(0, 0): (2, 1), (0, 1): (1, 2)}
    assert [grid.rows[0][2].covered, grid.rows[1][0].covered] == [True, True]
    assert grid.owner(1, 0) == (0, 0)


@pytest.mark.parametrize("missing", ["top", "bottom"])
def test_the_row_at_an_open_end_of_a_table_is_not_lost(missing: str) -> None:
    page = Drawing()
    for x in XS:
        page.rule(x, YS[0], x, YS[-1])
    for y in YS[1:] if missing == "top" else YS[:-1]:
        page.rule(XS[0], y, XS[-1], y)
    assert only_grid(page.cells(XS, YS, TEXTS)).texts() == TEXTS


@pytest.mark.parametrize(("ys", "row"), [(YS[:3], 2), (YS[1:], 0)])
def test_a_row_of_numbers_outside_all_rules_is_recovered(ys: tuple[float, ...], row: int) -> None:
    texts = [TEXTS[1], TEXTS[2], ["210", "Health", "7.00"]]
    grid = only_grid(Drawing().lattice(XS, ys).cells(XS, YS, texts))
    assert grid.texts() == texts
    assert grid.rows[row][2].text == texts[row][2]


def test_numbers_beside_a_table_that_fit_no_column_are_reported() -> None:
    page = Drawing().lattice(XS, YS).cells(XS, YS, TEXTS).text(120, 164, "Pensions and health 1,234.50")
    found = document(page).findings
    assert [(finding.code, finding.pages) for finding in found] == [("unread.words", (1,))]
    assert found[0].boxes[0][1].as_list()[0] == pytest.approx(120, abs=2)


def test_lines_of_amounts_without_any_rule_are_reported() -> None:
    page = Drawing()
    for top in (100, 120, 140):
        page.text(50, top, "Office").text(200, top, "1,234.50").text(300, top, "56.00")
    assert [finding.code for finding in document(page).findings] == ["unread.table"]


def test_double_borders_make_no_columns_of_their_own() -> None:
    page = Drawing().cells(XS, YS, TEXTS)
    for left, right in pairwise(XS):
        for top, bottom in pairwise(YS):
            page.lattice((left + 2, right - 2), (top + 2, bottom - 2))
    assert only_grid(page).texts() == TEXTS


def test_a_border_a_little_off_the_one_above_is_the_same_border() -> None:
    page = Drawing().lattice(XS, YS[:2]).lattice((50, 153, 247, 350), YS[1:]).cells(XS, YS, TEXTS)
    assert only_grid(page).texts() == TEXTS


def test_an_underlined_word_does_not_part_its_cell() -> None:
    page = Drawing().lattice(XS, YS).cells(XS, YS, TEXTS).rule(153, 135, 190, 135)
    assert only_grid(page).texts() == TEXTS


def test_dashed_borders_are_borders() -> None:
    page = Drawing().cells(XS, YS, TEXTS)
    for x in XS:
        for start in range(100, 160, 4):
            page.rule(x, start, x, start + 2)
    for y in YS:
        for start in range(50, 350, 4):
            page.rule(start, y, start + 2, y)
    assert only_grid(page).texts() == TEXTS


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["64,840,547.", "00"], "64,840,547.00"),
        (["64,840,54", "7.00"], "64,840,547.00"),
        (["12", "34"], "12 34"),
        (["1.00", "2.00"], "1.00 2.00"),
    ],
)
def test_a_number_broken_over_two_lines_is_one_and_two_numbers_are_two(lines: list[str], text: str) -> None:
    page = Drawing().lattice((50, 112, 350), (100, 130)).text(53, 102, lines[0]).text(53, 115, lines[1])
    assert only_grid(page.text(120, 108, "Total")).rows[0][0].text == text


def test_two_tables_on_a_page_stand_in_order_among_the_lines() -> None:
    page = Drawing().text(50, 80, "First table").lattice(XS, YS).cells(XS, YS, TEXTS)
    below = tuple(y + 200 for y in YS)
    page.text(50, 280, "Second table").lattice(XS, below).cells(XS, below, TEXTS).text(50, 400, "A note")
    blocks = document(page).blocks
    assert [block.text if isinstance(block, Line) else "grid" for block in blocks] == [
        "First table",
        "grid",
        "Second table",
        "grid",
        "A note",
    ]


def test_a_frame_round_words_is_no_table() -> None:
    page = Drawing().lattice((50, 350), (100, 140)).text(60, 110, "Only words")
    assert [line.text for line in document(page).lines()] == ["Only words"]


def test_texts_far_apart_on_a_line_are_two_lines() -> None:
    page = Drawing().text(50, 80, "Department").text(300, 80, "Unit: yuan")
    assert [line.text for line in document(page).lines()] == ["Department", "Unit: yuan"]


def test_page_numbers_are_no_text_and_numbers_elsewhere_are() -> None:
    page = Drawing().text(50, 400, "7").text(290, 815, "- 12 -")
    assert [line.text for line in document(page).lines()] == ["7"]


def test_words_outside_the_page_are_not_read() -> None:
    page = Drawing().text(50, 80, "Seen").text(50, 900, "Unseen").text(700, 80, "Unseen")
    assert [line.text for line in document(page).lines()] == ["Seen"]


def test_a_page_turned_by_a_quarter_reads_as_the_reader_sees_it() -> None:
    page = Drawing(rotate=90)
    for row, top in zip(TEXTS, YS, strict=False):
        for words, left in zip(row, XS, strict=False):
            x, y = top + 14, left + 3
            page.operators.append(f"BT /F1 10 Tf 0 1 -1 0 {x} {y} Tm ({words}) Tj ET")
    for left in XS:
        page.operators.append(f"{YS[0]} {left} m {YS[-1]} {left} l S")
    for top in YS:
        page.operators.append(f"{top} {XS[0]} m {top} {XS[-1]} l S")
    grid = only_grid(page)
    assert grid.texts() == TEXTS
    assert grid.rows[0][0].box is not None
    assert grid.rows[0][0].box.as_list() == [50, 100, 150, 120]


def test_boxes_are_measured_from_the_corner_that_a_cropped_page_shows() -> None:
    page = Drawing(crop=(20, 0, 595, 792)).lattice(XS, YS).cells(XS, YS, TEXTS)
    box = only_grid(page).rows[0][0].box
    assert box is not None
    assert box.as_list() == [30, 50, 130, 70]


def test_pages_are_counted_from_one() -> None:
    pages = [Drawing().lattice(XS, YS).cells(XS, YS, TEXTS) for _ in range(3)]
    assert [grid.page for grid in document(*pages).grids()] == [1, 2, 3]
    assert document(*pages).page_count == 3


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[str, int, int]] = []
    read(pdf(Drawing().text(50, 50, "a"), Drawing().text(50, 50, "b")), "drawn.pdf", lambda *step: told.append(step))
    assert told == [("reading", 1, 2), ("reading", 2, 2)]


@pytest.mark.parametrize(
    ("place", "words", "expected"),
    [
        ((53, 124), "A very long heading of one row", ["A very long heading of one row", "", "1.00"]),
        ((153, 124), "Runs under the number at its right", ["", "Runs under the number at its right", "1.00"]),
    ],
)
def test_a_heading_that_runs_over_its_cell_stays_in_it(
    place: tuple[float, float], words: str, expected: list[str]
) -> None:
    page = Drawing().lattice(XS, YS).cells(XS, YS, [["Code", "Name", "Total"], [], ["208", "Pensions", "56.00"]])
    page.text(*place, words).text(253, 124, "1.00")
    assert only_grid(page).texts()[1] == expected


@pytest.mark.parametrize(("x", "column"), [(103, 1), (48, 0), (127, 1)])
def test_an_amount_wider_than_its_cell_stays_whole(x: float, column: int) -> None:
    xs = (50, 100, 150, 200)
    page = Drawing().lattice(xs, (100, 120, 140)).cells(xs, (100, 120), [["A", "B", "C"]])
    page.text(x, 124, "164,840,547.00" if x != 127 else "840,547.00", 8)
    row = only_grid(page).texts()[1]
    assert [text for text in row if text] == ["164,840,547.00" if x != 127 else "840,547.00"]
    assert row[column]


def test_amounts_that_nearly_touch_across_a_border_stay_apart() -> None:
    page = Drawing().lattice((50, 94.9, 140), (100, 120)).text(50.2, 104, "12,345.67").text(95.1, 104, "89,012.34")
    assert only_grid(page).texts() == [["12,345.67", "89,012.34"]]


def test_a_watermark_aslant_over_a_table_is_not_read() -> None:
    page = Drawing().lattice(XS, YS).cells(XS, YS, TEXTS)
    page.operators.append("BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 680 Tm (SAMPLE) Tj ET")
    assert only_grid(page).texts() == TEXTS


def test_a_title_set_with_wide_spaces_is_one_line() -> None:
    page = Drawing().text(200, 80, "A", 20).text(300, 80, "B", 20).text(400, 80, "C", 20)
    assert [line.text for line in document(page).lines()] == ["A B C"]


def test_text_turned_by_a_quarter_in_a_cell_reads_along_its_line() -> None:
    page = Drawing().lattice((50, 80, 200), (100, 200)).text(90, 140, "1.00")
    page.operators.append(f"BT /F1 10 Tf 0 1 -1 0 70 {842 - 190} Tm (Upwards) Tj ET")
    assert only_grid(page).texts() == [["Upwards", "1.00"]]


@pytest.mark.parametrize("upwards", [True, False])
def test_a_table_drawn_along_the_side_of_an_upright_page_is_read(upwards: bool) -> None:
    page = Drawing()
    for row, top in zip(TEXTS, YS, strict=False):
        for words, left in zip(row, XS, strict=False):
            across, along = top + 14, left + 3
            matrix = f"0 1 -1 0 {across} {along}" if upwards else f"0 -1 1 0 {595 - across} {842 - along}"
            page.operators.append(f"BT /F1 10 Tf {matrix} Tm ({words}) Tj ET")
    for x in YS if upwards else [595 - y for y in YS]:
        page.operators.append(
            f"{x} {XS[0] if upwards else 842 - XS[0]} m {x} {XS[-1] if upwards else 842 - XS[-1]} l S"
        )
    for y in XS if upwards else [842 - x for x in XS]:
        page.operators.append(
            f"{YS[0] if upwards else 595 - YS[0]} {y} m {YS[-1] if upwards else 595 - YS[-1]} {y} l S"
        )
    grid = only_grid(page)
    assert grid.texts() == TEXTS
    first = grid.rows[0][0].box
    assert first is not None
    assert first.as_list() == ([100, 692, 120, 792] if upwards else [475, 50, 495, 150])


def test_a_single_row_without_numbers_is_a_table_and_the_legend_of_a_chart_is_none() -> None:
    row = Drawing().lattice(XS, (100, 120)).cells(XS, (100,), [["Code", "Name", "Total"]])
    assert only_grid(row).texts() == [["Code", "Name", "Total"]]
    legend = Drawing().lattice((50, 55), (106, 111)).lattice((58, 63), (106, 111)).text(52, 103, "Basic")
    assert [line.text for line in document(legend).lines()] == ["Basic"]
