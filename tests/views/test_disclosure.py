"""A disclosure's page: tables as data and as printed, and its other tabs."""

import pytest
from django.core.files.base import ContentFile
from django.db.models import QuerySet
from django.test import Client

from disclosures.models import Revision
from disclosures.models.statements import StatementTable
from tests.views.conftest import queries

ROWS = [
    [["科目", 1, 2, False], ["", 1, 1, True]],
    [["208", 1, 1, False], ["20.50", 1, 1, False]],
]
GRID = [{"page": 7, "box": None, "rows": ROWS}]


def page_of(revision: Revision) -> str:
    return f"/disclosures/{revision.disclosure_id}/"


def table_of(revision: Revision, kind: str) -> StatementTable:
    return revision.tables.get(kind=kind)


def test_the_first_table_with_figures_is_shown(reader: Client, budget: Revision) -> None:
    assert reader.get(page_of(budget)).context["chosen"].kind == "revenue_expenditure"


def test_codes_fold_under_their_parents(reader: Client, budget: Revision) -> None:
    table = table_of(budget, "expenditure")
    page = reader.get(page_of(budget), {"table": table.pk})
    rows = {row.heading: row for side in page.context["sides"] for row in side.side.rows}
    parent, child = rows["社会保障和就业支出"], rows["行政事业单位养老支出"]
    assert (parent.has_parts, child.parent) == (True, parent.key)
    assert 'aria-label="展开或收起社会保障和就业支出"' in page.content.decode()


def test_a_blank_cell_is_no_zero(reader: Client, budget: Revision) -> None:
    page = reader.get(page_of(budget), {"table": table_of(budget, "expenditure").pk}).content.decode()
    assert '<span class="visually-hidden">该格空白</span>' in page


def test_the_table_as_printed_keeps_merged_cells(reader: Client, draft: Revision) -> None:
    first = draft.disclosure.revisions.get(number=1)
    table = table_of(first, "expenditure")
    QuerySet(StatementTable).filter(pk=table.pk).update(grid=GRID)  # past the guard of what is published
    page = " ".join(reader.get(page_of(first), {"table": table.pk, "view": "grid"}).content.decode().split())
    assert '<td colspan="2" >科目</td>' in page
    assert '<td class="number">' in page
    assert "第 7 页" in page


@pytest.mark.parametrize(
    ("tab", "words"),
    [
        ("indicators", "没有读出绩效指标"),
        ("projects", "没有读出项目"),
        ("text", "没有读出文字说明"),
        ("findings", "所有检查都通过了"),
        ("revisions", "第1版"),
    ],
)
def test_every_tab_says_when_it_is_empty(reader: Client, budget: Revision, tab: str, words: str) -> None:
    assert words in reader.get(page_of(budget), {"tab": tab}).content.decode()


def test_findings_show_what_was_expected_and_the_page(clerk: Client, draft: Revision) -> None:
    draft.files.create(name="a.pdf", sha256="c" * 64, media_type="application/pdf")
    response = clerk.get(page_of(draft), {"revision": 2, "tab": "findings"})
    page = response.content.decode()
    assert [group.severity for group in response.context["groups"]] == ["error"]
    assert "1,206,000.00元" in page
    assert "第 5 页" in page
    assert f"/findings/{draft.findings.get().pk}/#place-1" in page


def test_sentences_with_figures_are_marked_and_escaped(clerk: Client, draft: Revision) -> None:
    draft.sections.create(title="说明", text="<b>本年支出120万元。</b>其余不变。")
    draft.figures.create(topic="total_expenditure", value="1200000.00", unit="yuan", sentence="本年支出120万元。")
    page = clerk.get(page_of(draft), {"revision": 2, "tab": "text"}).content.decode()
    assert '&lt;b&gt;<mark title="读出：支出总计">本年支出120万元。</mark>&lt;/b&gt;其余不变。' in page


def test_a_pdf_opens_in_the_browser_and_a_page_of_a_website_is_saved(clerk: Client, draft: Revision) -> None:
    shown = draft.files.create(
        name="a.pdf", sha256="d" * 64, media_type="application/pdf", file=ContentFile(b"%PDF", name="a.pdf")
    )
    saved = draft.files.create(
        name="a.html", sha256="e" * 64, media_type="text/html", file=ContentFile(b"<script>", name="a.html")
    )
    assert clerk.get(f"/files/{shown.pk}/").headers["Content-Disposition"].startswith("inline")
    assert clerk.get(f"/files/{saved.pk}/").headers["Content-Disposition"].startswith("attachment")


def test_a_longer_table_asks_no_more_queries(reader: Client, budget: Revision) -> None:
    short, long = (table_of(budget, kind) for kind in ("three_public", "expenditure"))
    asked = [queries(reader, f"{page_of(budget)}?table={table.pk}") for table in (short, long)]
    assert asked[0] == asked[1]
