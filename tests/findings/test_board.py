"""The board over everything published: narrowed, linked to the sources, and given away as a workbook."""

import io
from dataclasses import replace

import pytest
from django.test import Client
from openpyxl import load_workbook

from disclosures.evidence import Place
from disclosures.ingest import ingest, publish
from disclosures.ingest.publication import EVERYTHING
from tests.findings.filed import file, hint, wrong
from tests.ingest.readings import IDENTITY, fact, read
from tests.views.conftest import queries

pytestmark = pytest.mark.django_db


def board(client: Client, **query: str) -> str:
    return client.get("/findings/", query).content.decode()


def test_a_finding_shows_its_sum_its_numbers_and_its_sources(reader: Client) -> None:
    revision = file(wrong())
    page = board(reader)
    for shown in ("青河市水务局 2024年预算", "1,060.60万元（第1页）= 1,050.60万元", "+10.00万元", "0.01万元"):
        assert shown in page
    assert f'href="/source/{revision.line_items.get().pk}/"' in page
    assert f'href="/source/figure/{revision.figures.get().pk}/"' in page
    assert f'href="/findings/{revision.findings.get().pk}/#place-3"' in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, True),
        ({"unit": "水务"}, True),
        ({"unit": "别处"}, False),
        ({"year": "2024"}, True),
        ({"year": "2020"}, False),
        ({"rule": "prose.table_amount"}, True),
        ({"rule": "arithmetic.rounding"}, False),
        ({"severity": "error"}, True),
        ({"severity": "warning"}, False),
        ({"state": "open"}, True),
        ({"state": "accepted"}, False),
    ],
)
def test_findings_are_narrowed(reader: Client, query: dict[str, str], found: bool) -> None:
    file(wrong(), hint())
    assert ("“支出预算”与第3页" in board(reader, **query)) is found


def test_hints_show_only_when_asked_for(reader: Client) -> None:
    file(wrong(), hint())
    assert "尾差0.01万元" not in board(reader)
    assert "尾差0.01万元" in board(reader, severity="hint")
    assert "尾差0.01万元" in board(reader, rule="arithmetic.rounding")


def test_drafts_are_not_on_the_board(reader: Client) -> None:
    ingest(read(findings=(wrong(),)), content=b"first file", uploaded_by=None)
    assert "没有这样的检查结果" in board(reader)


def test_a_rule_that_is_unknown_is_no_error(reader: Client) -> None:
    file(wrong())
    assert reader.get("/findings/", {"rule": "none.such", "page": "99"}).status_code == 200


def test_more_findings_ask_the_database_no_more_often(reader: Client) -> None:
    file(wrong())
    few = queries(reader, "/findings/")
    for number in range(3):
        identity = replace(IDENTITY, unit=f"第{number}水务局")
        file(wrong(), wrong(code="prose.parts"), content=b"file %d" % number, identity=identity)
    assert queries(reader, "/findings/") == few


def test_the_workbook_has_a_row_for_each_finding_listed(reader: Client) -> None:
    file(wrong(), wrong(code="prose.parts", message="=1+1"), hint())
    answer = reader.get("/findings/export.xlsx", {"severity": "error"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 3
    first = dict(zip(rows[0], rows[1], strict=True))
    assert (first["单位"], first["年度"], first["实为"], first["处理"]) == (
        "青河市水务局",
        2024,
        "1,060.60万元",
        "未处理",
    )
    assert "支出预算 1,060.60万元（第1页）" in first["出处"]
    assert sheet["H3"].data_type == "s", "a sentence that begins with = is no formula"


def test_the_tab_of_a_disclosure_says_what_was_not_checked(reader: Client) -> None:
    revision = file(wrong())
    page = reader.get(f"/disclosures/{revision.disclosure_id}/", {"tab": "findings"}).content.decode()
    assert "6 条规则没有检查" in page, "one of the file, and all that need a second file"
    assert "没有读到项目支出表与支出表" in page


def test_a_figure_of_a_file_without_pages_is_found_by_its_name_and_amount(reader: Client) -> None:
    file(wrong(places=(Place("合计", "1,050.60万元", None, None),)), hint(), content=b"sheet")
    assert "#place-1" in board(reader), "the cell has a box: its name alone is not enough"
    revision = ingest(
        read(b"other", facts=(fact(box=None, page=None),), findings=(wrong(places=(Place("合计", "1,050.60万元"),)),)),
        content=b"other",
        uploaded_by=None,
    )
    publish(revision, by=None, despite=EVERYTHING)
    assert f"/source/{revision.line_items.get().pk}/" in board(reader)


def test_anyone_signed_out_is_asked_to_sign_in() -> None:
    assert Client().get("/findings/").status_code == 302
