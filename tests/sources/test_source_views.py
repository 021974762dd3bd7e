"""A figure's address shows the page with its cell marked, what was read, and the way to its neighbours."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.evidence import Cell, Grid
from disclosures.extraction.readings import Section
from disclosures.ingest import ingest, publish
from disclosures.models import LineItem, Revision
from disclosures.sources.neighbours import neighbours_of
from disclosures.sources.pictures import AROUND, Mark
from disclosures.sources.places import place_of
from disclosures.sources.source import source_of_item
from tests.ingest.readings import TABLE, read

PANEL = {"HX-Request": "true"}
MARK = re.compile(r'<rect[^>]*id="mark"[^>]*x="([\d.-]+)"[^>]*y="([\d.-]+)"[^>]*width="([\d.]+)"[^>]*height="([\d.]+)"')


@pytest.fixture
def db(undone: None) -> None:
    """The sample is filed once for the module; what one test does with it is undone."""


@pytest.fixture
def sample(db: None, sample_once: int) -> Revision:
    return Revision.objects.get(pk=sample_once)


def address(item: LineItem) -> str:
    return reverse("disclosures:source", args=[item.pk])


def texts(headings: object) -> list[str]:
    return [heading.text for heading in headings]


def test_every_figure_of_a_filing_has_its_cell_marked(sample: Revision) -> None:
    items = list(sample.line_items.with_filing().printed())
    assert len(items) > 100
    for item in items:
        picture = source_of_item(item).picture
        assert picture.page == item.page
        assert corners(picture.marks[-1]) == pytest.approx(item.box, abs=0.02)
        assert {mark.role for mark in picture.marks} >= {"cell", "column"}


def corners(mark: Mark) -> list[float]:
    return [mark.x + AROUND, mark.y + AROUND, mark.x + mark.width - AROUND, mark.y + mark.height - AROUND]


def test_views_show_the_mark_and_the_picture_of_the_page(reader: Client, sample: Revision) -> None:
    for item in sample.line_items.printed()[::20]:
        for headers in ({}, PANEL):
            page = reader.get(address(item), headers=headers).content.decode()
            assert MARK.search(page)
            assert item.printed in page
            assert f"/pages/{item.page}.png" in page


def test_the_view_says_row_column_table_page_revision_and_parser(reader: Client, figure: LineItem) -> None:
    page = reader.get(address(figure)).content.decode()
    for said in ("交通运输支出", figure.printed, f"第 {figure.page} 页", "第 1 版", "解析器", str(figure.table)):
        assert said in page
    assert str(figure.table.file.name) in page
    assert "style=" not in page


def test_headings_are_those_of_the_row_and_the_column(figure: LineItem) -> None:
    place = place_of(figure)
    assert texts(place.row_headings)[-1] == "交通运输支出"
    assert texts(place.column_headings)[-1] == "总计"
    assert all(heading.box for heading in (*place.row_headings, *place.column_headings))


def test_blocks_that_share_a_sheet_share_no_headings(sample: Revision) -> None:
    spent = sample.line_items.printed().filter(table_kind="revenue_expenditure", direction="expenditure")
    revenue_headings = {"一、财政拨款收入", "收入总计", "本年收入合计"}
    for item in spent.select_related("table"):
        assert not revenue_headings & set(texts(place_of(item).row_headings))


def test_steps_lead_there_and_back(sample: Revision) -> None:
    ways = {"left": "right", "right": "left", "above": "below", "below": "above"}
    taken = set()
    for item in sample.line_items.printed()[::3]:
        around = neighbours_of(item)
        for way, back in ways.items():
            if (other := getattr(around, way)) is not None:
                taken.add(way)
                assert getattr(neighbours_of(LineItem.objects.get(pk=other)), back) == item.pk
    assert taken == set(ways)


def test_neighbours_stay_within_what_may_be_opened(figure: LineItem) -> None:
    below = neighbours_of(figure).below
    assert neighbours_of(figure, within={below}).below == below
    assert neighbours_of(figure, within=set()).below is None


def test_a_blank_cell_says_that_it_is_no_zero(reader: Client, sample: Revision) -> None:
    blank = sample.line_items.filter(state="blank").first()
    page = reader.get(address(blank)).content.decode()
    assert "该格空白，不等于 0" in page
    assert "0.00 元" not in page


def test_a_file_without_pages_shows_its_table_with_the_cell_marked(reader: Client, plain_text: Revision) -> None:
    item = plain_text.line_items.printed().filter(item="total", direction="expenditure").get()
    page = reader.get(address(item)).content.decode()
    marked = re.search(r'<td[^>]*id="mark"[^>]*>\s*<mark>(.*?)</mark>', page)
    assert marked[1] == item.printed
    assert re.search(r'marked-row">\s*支出总计', page)


def test_figures_of_the_text_and_indicators_have_views_too(reader: Client, sample: Revision) -> None:
    for kind, rows in (("figure", sample.figures), ("indicator", sample.indicators)):
        subject = rows.first()
        shown = reader.get(reverse("disclosures:text_source", args=[kind, subject.pk]))
        assert MARK.search(shown.content.decode()), kind
    assert reader.get(reverse("disclosures:text_source", args=["section", 1])).status_code == 404


def test_drafts_are_for_staff_and_nothing_is_for_strangers(
    reader: Client, clerk: Client, client: Client, figure: LineItem
) -> None:
    assert client.get(address(figure)).status_code == 302
    Revision.objects.filter(pk=figure.revision_id).update(state="withdrawn")
    assert reader.get(address(figure)).status_code == 404
    assert clerk.get(address(figure)).status_code == 200


def test_a_figure_of_a_superseded_revision_leads_to_the_one_in_its_place(reader: Client, figure: LineItem) -> None:
    Revision.objects.filter(pk=figure.revision_id).update(state="superseded")
    answer = reader.get(address(figure))
    assert answer.status_code == 410
    assert reverse("disclosures:disclosure", args=[figure.revision.disclosure_id]) in answer.content.decode()
    assert figure.printed not in answer.content.decode()


def test_a_file_without_pages_marks_an_indicators_row_and_a_figures_sentence(reader: Client, db: None) -> None:
    grid = Grid(
        rows=((Cell("三级指标"), Cell("指标值")), (Cell("清淤 长度"), Cell("≥12")), (Cell("监测次数"), Cell("24")))
    )
    said = Section(title="收入", text="总的情况如下。收入预算1050.60万元。比上年多。", page=1)
    filed = publish(
        ingest(
            read(tables=(replace(TABLE, grids=(grid,)),), sections=(said,), findings=()), content=b"a", uploaded_by=None
        ),
        by=None,
    )
    shown = {
        ("indicator", filed.indicators.get(level3="监测次数").pk): "监测次数",
        ("indicator", filed.indicators.get(level3="清淤长度").pk): "清淤 长度",
        ("figure", filed.figures.get().pk): "收入预算1050.60万元。",
    }
    for (kind, pk), marked in shown.items():
        for headers in ({}, PANEL):
            page = reader.get(reverse("disclosures:text_source", args=[kind, pk]), headers=headers).content.decode()
            assert re.search(rf'(id="mark"[^>]*>\s*(<mark>)?){marked}', page), (kind, headers)


def test_a_cell_whose_digits_could_not_be_read_is_no_blank_and_no_zero(reader: Client, sample: Revision) -> None:
    blank = sample.line_items.filter(state="blank").first()
    LineItem._base_manager.filter(pk=blank.pk).update(state="unread")
    page = reader.get(address(blank)).content.decode()
    assert "该格有数字，没有读出，不等于 0" in page
    assert "0.00 元" not in page
