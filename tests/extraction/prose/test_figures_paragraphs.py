"""Paragraphs put together from printed lines, and the place of a figure in them."""

from __future__ import annotations

from disclosures.evidence import Box, Cell, Grid, Line, SourceDocument
from disclosures.extraction.prose.figures import extract_figures
from disclosures.extraction.prose.paragraphs import find_paragraphs
from disclosures.recognition.statements import Identity
from tests.extraction.prose.literal_lines import prose

SIZE = 12.0


def printed(text: str, page: int, row: int, left: float = 100.0, right: float = 460.0) -> Line:
    """Return a line of a page whose text runs from 100 to 460 points."""
    top = 80.0 + 20 * row
    return Line(text, page, Box(left, top, right, top + SIZE), SIZE)


def document(*blocks: Line | Grid) -> SourceDocument:
    return SourceDocument("a.pdf", "", "application/pdf", 2, blocks)


def texts(source: SourceDocument) -> list[str]:
    return [paragraph.text for paragraph in find_paragraphs(source, ())]


BROKEN = document(
    printed("一、机关运行经费", 1, 0, left=124, right=220),
    printed("2024年机关运行经费支出预算共计为8", 1, 1, left=124),
    printed("万元，与上年相比没有变化，主要用于日常运转和维护，按照有", 1, 2),
    printed("1", 1, 30, left=275, right=281),
    printed("关规定安排。", 2, 0, right=172),
    printed("二、政府采购", 2, 1, left=124, right=196),
    printed("无。", 2, 2, left=124, right=148),
)


def test_lines_that_reach_the_margin_go_on_over_lines_and_pages() -> None:
    assert [text[:6] for text in texts(BROKEN)] == ["一、机关运行", "2024年机", "二、政府采购", "无。"]
    assert texts(BROKEN)[1].endswith("按照有关规定安排。")


def test_a_figure_has_the_page_and_the_box_of_its_line() -> None:
    source = document(
        printed("截至2023年末，本部门全体人员所用的办公楼和设备都已登记在册，共", 1, 0, left=124),
        printed("有车辆4辆。", 2, 0, right=172),
    )
    [figure] = extract_figures(source, Identity(fiscal_year=2024), (), ()).figures
    assert (figure.page, figure.box) == (2, Box(100.0, 80.0, 172.0, 92.0))
    assert figure.sentence.endswith("共有车辆4辆。")


def test_in_a_text_file_a_page_break_does_not_end_a_sentence() -> None:
    lines = prose("本部门2024年支出预算合计为100万元，其", "中，项目支出40万元。", "二、政府采购")
    assert texts(lines) == ["本部门2024年支出预算合计为100万元，其中，项目支出40万元。", "二、政府采购"]


def test_a_table_parts_the_prose_around_it() -> None:
    above, below = "支出预算安排如下，单位为万元，其中的项目支出安排", "已经另外列出。"
    table = Grid(((Cell("合计"), Cell("5")),), page=1)
    assert texts(document(printed(above, 1, 0), table, printed(below, 1, 5))) == [above, below]
    assert texts(document(printed(above, 1, 0), printed(below, 1, 1))) == [above + below]


def test_a_line_above_a_table_that_only_names_its_owner_is_no_prose() -> None:
    table = Grid(((Cell("合计"), Cell("5")),), page=1)
    assert texts(document(printed("甲市教育局", 1, 0, right=160), table)) == []


def test_the_contents_page_and_page_numbers_are_no_prose() -> None:
    lines = prose(
        "目 录", "第一部分 概况", "一、主要职责", "二、收支情况", "第一部分 概况", "一、主要职责", "负责教育。", "- 3 -"
    )
    assert texts(lines) == ["第一部分概况", "一、主要职责", "负责教育。"]


def test_running_heads_are_no_prose() -> None:
    pages = [printed("甲市教育局2024年预算", page, 0) for page in (1, 2, 3)]
    assert texts(document(*pages, printed("正文。", 3, 1, left=124))) == ["正文。"]


def test_headings_above_a_paragraph_are_its_path() -> None:
    lines = prose(
        "第三部分", "部门决算情况说明", "一、收入情况", "（一）总体", "收入5万元。", "二、支出情况", "支出5万元。"
    )
    paths = {p.text: [heading.title for heading in p.headings] for p in find_paragraphs(lines, ())}
    assert paths["收入5万元。"] == ["部门决算情况说明", "收入情况", "总体"]
    assert paths["支出5万元。"] == ["部门决算情况说明", "支出情况"]
