"""Signed out, a shared link opens exactly the figures that it shows, their pages and files, and nothing else."""

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from disclosures.charts.comparison import draw, line_items_besides
from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import Chart
from disclosures.models import LineItem, Revision, SharedComparison, Unit
from tests.published import Publish

PANEL = {"HX-Request": "true"}


@pytest.fixture
def db(undone: None) -> None:
    """The sample is filed once for the module; what one test does with it is undone."""


@pytest.fixture
def sample(db: None, sample_once: int) -> Revision:
    return Revision.objects.get(pk=sample_once)


@pytest.fixture
def link(figure: LineItem) -> SharedComparison:
    return shared(figure)


def shared(item: LineItem, measure: Measure = Measure.AMOUNT, chart: Chart = Chart.AUTO) -> SharedComparison:
    selection = Selection(
        units=(item.unit_id,), years=(item.fiscal_year,), dimension=Dimension.FUNCTIONAL, measure=measure, chart=chart
    )
    return SharedComparison.objects.create(title="交通支出", query=selection.to_query())


def shown(link: SharedComparison) -> frozenset[int]:
    return compare(Selection.from_query(QueryDict(link.query))).line_items


def status(client: Client, name: str, link: SharedComparison, *arguments: int) -> int:
    return client.get(reverse(f"disclosures:{name}", args=[link.slug, *arguments])).status_code


def points(drawn: object) -> set[int]:
    """The line items that the points of a chart carry, however deep plotly wants them."""
    if isinstance(drawn, dict):
        return set().union(*(points(value) for key, value in drawn.items() if key in ("data", "link", "customdata")))
    if isinstance(drawn, list):
        return set().union(*map(points, drawn))
    return {drawn} if isinstance(drawn, int) else set()


@pytest.mark.parametrize("chart", Chart)
def test_every_point_of_a_shared_chart_opens_its_source_and_page(
    client: Client, figure: LineItem, chart: Chart
) -> None:
    link = shared(figure, chart=chart)
    drawn = points(draw(compare(Selection.from_query(QueryDict(link.query)))).figure["data"])
    assert drawn
    for pk in drawn:
        item = LineItem.objects.select_related("table").get(pk=pk)
        assert status(client, "shared_source", link, pk) == 200, item
        assert status(client, "shared_page_picture", link, item.table.file_id, item.page) == 200, item


def test_only_the_chart_that_shows_the_revenue_opens_it(client: Client, figure: LineItem) -> None:
    opened = line_items_besides(compare(Selection.from_query(QueryDict(shared(figure, chart=Chart.SANKEY).query))))
    assert opened
    bars = shared(figure, chart=Chart.BARS)
    assert {status(client, "shared_source", bars, pk) for pk in opened} == {404}


def test_every_line_item_of_the_filing_opens_if_and_only_if_the_link_shows_it(
    client: Client, link: SharedComparison, sample: Revision
) -> None:
    everything = sample.line_items.values_list("pk", flat=True)
    opened = {pk for pk in everything if status(client, "shared_source", link, pk) == 200}
    assert opened == shown(link)
    assert opened


def test_pages_open_if_and_only_if_they_hold_a_figure_of_the_link(
    client: Client, link: SharedComparison, sample: Revision
) -> None:
    file = sample.files.get()
    pages = set(LineItem.objects.filter(pk__in=shown(link)).values_list("page", flat=True))
    opened = {
        page
        for page in range(1, file.page_count + 1)
        if status(client, "shared_page_picture", link, file.pk, page) == 200
    }
    assert opened == pages


def test_the_file_opens_and_no_other_does(
    client: Client, link: SharedComparison, sample: Revision, plain_text: Revision
) -> None:
    assert status(client, "shared_file", link, sample.files.get().pk) == 200
    assert status(client, "shared_file", link, plain_text.files.get().pk) == 404


def test_the_page_leads_only_to_what_the_link_shows(client: Client, link: SharedComparison, figure: LineItem) -> None:
    for headers in ({}, PANEL):
        page = client.get(reverse("disclosures:shared_source", args=[link.slug, figure.pk]), headers=headers)
        text = page.content.decode()
        assert figure.printed in text
        assert 'href="/source/' not in text
        assert 'href="/files/' not in text
        assert 'href="/disclosures/' not in text
        assert "更正这个数" not in text


def test_a_share_of_a_total_names_both_printed_figures(client: Client, figure: LineItem) -> None:
    link = shared(figure, Measure.SHARE)
    page = client.get(reverse("disclosures:shared_figure", args=[link.slug]), {"at": "214.0"}, headers=PANEL)
    text = page.content.decode()
    assert "金额 ÷ 同一单位同一年度的合计 × 100%" in text
    assert text.count(f"/s/{link.slug}/source/") == 2
    assert client.get(reverse("disclosures:shared_figure", args=[link.slug]), {"at": "999.0"}).status_code == 404


def test_a_closed_link_opens_nothing(client: Client, link: SharedComparison, figure: LineItem) -> None:
    SharedComparison.objects.filter(pk=link.pk).update(revoked_at=timezone.now())
    file = figure.table.file_id
    assert status(client, "shared_source", link, figure.pk) == 410
    assert status(client, "shared_file", link, file) == 410
    assert status(client, "shared_page_picture", link, file, figure.page) == 410
    assert status(client, "shared_figure", link) == 410


def test_the_shared_table_links_inside_the_link(client: Client, link: SharedComparison, figure: LineItem) -> None:
    page = client.get(link.get_absolute_url()).content.decode()
    assert reverse("disclosures:shared_source", args=[link.slug, figure.pk]) in page
    assert 'href="/source/' not in page


def test_a_pinned_link_shows_the_corrections_of_its_moment(client: Client, figure: LineItem, clerk: Client) -> None:
    link = shared(figure)
    link.pin([figure.revision_id])
    link.save()
    later = {"field": "amount", "value": "80.00", "cause": "reading_error", "reason": "读成了旁边的数"}
    clerk.post(reverse("disclosures:correct", args=[figure.pk]), later)
    page = client.get(reverse("disclosures:shared_source", args=[link.slug, figure.pk])).content.decode()
    assert "读成了旁边的数" not in page
    assert "733,800.00 元" in page


def test_a_protected_link_asks_for_its_password_first(client: Client, figure: LineItem) -> None:
    link = shared(figure)
    link.protect("a password")
    link.save()
    assert status(client, "shared_source", link, figure.pk) == 403
    assert status(client, "shared_file", link, figure.table.file_id) == 403


def test_a_count_that_the_link_divides_by_opens_and_no_other_figure_of_the_text(
    client: Client, publish: Publish
) -> None:
    unit = Unit.objects.create(name="水务局", region="示例市")
    spent = {"expenditure": [{"function": "214", "amount": 7}]}
    revision = publish(unit, 2024, spent, counts={"staff_actual": "7", "vehicle_count": "3"})
    people, vehicles = (revision.figures.get(topic=topic).pk for topic in ("staff_actual", "vehicle_count"))
    item = revision.line_items.get()
    by_person, amounts = shared(item, Measure.PER_PERSON), shared(item)
    assert status(client, "shared_text_source", by_person, "figure", people) == 200
    assert status(client, "shared_text_source", by_person, "figure", vehicles) == 404
    assert status(client, "shared_text_source", amounts, "figure", people) == 404
