"""From a point of a chart or a cell to the page with its mark and back, by mouse, keyboard and on a phone."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.comparison import Selection
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import Chart
from disclosures.ingest import ingest, publish
from disclosures.models import LineItem, SharedComparison
from tests.browser.barriers import barriers_in_both, open_whole
from tests.browser.signing_in import sign_in
from tests.conftest import ROOT
from tests.read_once import reading_of

pytestmark = pytest.mark.django_db(transaction=True)

SAMPLE = ROOT / "samples" / "documents" / "衡阳市交通运输信息中心2024年预算公开.pdf"
POINT = ".chart-canvas .bars .point path"


@pytest.fixture
def figure(transactional_db: None) -> LineItem:
    """The spending on transport of a published sample."""
    sample = publish(ingest(reading_of(SAMPLE), content=SAMPLE.read_bytes(), uploaded_by=None), by=None)
    return sample.line_items.get(table_kind="expenditure", function="214", nature="")


def selection(item: LineItem, measure: Measure = Measure.AMOUNT) -> Selection:
    return Selection(units=(item.unit_id,), years=(item.fiscal_year,), dimension=Dimension.FUNCTIONAL, measure=measure)


@pytest.fixture
def link(figure: LineItem) -> SharedComparison:
    return SharedComparison.objects.create(title="交通支出", query=selection(figure).to_query())


def click_the_point(page: Page, number: int) -> None:
    """Plotly lays a sheet for dragging over its points: the mouse clicks where a point is."""
    point = page.locator(POINT).nth(number)
    point.scroll_into_view_if_needed()
    place = point.bounding_box()
    page.mouse.move(place["x"] + place["width"] / 3, place["y"] + place["height"] / 2)
    expect(page.locator(".hoverlayer .hovertext")).to_be_visible()
    page.mouse.click(place["x"] + place["width"] / 3, place["y"] + place["height"] / 2)


def panel_of(page: Page):
    return page.locator("#side-panel")


def expect_the_mark_in(place) -> None:
    picture = place.locator("svg.page-picture")
    expect(picture).to_be_visible()
    expect(picture.locator("rect.mark-cell")).to_be_visible()
    drawn = "image => fetch(image.href.baseVal).then(answer => answer.ok)"
    assert picture.locator("image").evaluate(drawn)


def expect_the_whole_page(page: Page, printed: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text("交通运输支出")
    expect(page.locator(".source-facts")).to_contain_text(printed)
    expect_the_mark_in(page.locator(".source-view"))


def test_from_a_point_of_the_chart_to_the_page_and_back(page: Page, live_server: LiveServer, figure: LineItem) -> None:
    sign_in(page, live_server)
    page.goto(f"/compare/?{selection(figure).to_query()}")
    click_the_point(page, 2)
    panel = panel_of(page)
    expect(panel.locator("#panel-title")).to_be_focused()
    expect(panel).to_contain_text("交通运输支出")
    expect_the_mark_in(panel)
    panel.get_by_role("link", name="打开整页", exact=True).click()
    expect_the_whole_page(page, figure.printed)
    page.go_back()
    expect(page.get_by_role("row", name="214 交通运输支出")).to_contain_text("73.38")


def test_in_a_shared_link_signed_out(page: Page, figure: LineItem, link: SharedComparison) -> None:
    page.goto(link.get_absolute_url())
    click_the_point(page, 2)
    panel = panel_of(page)
    expect_the_mark_in(panel)
    panel.get_by_role("link", name="打开整页", exact=True).click()
    expect(page).to_have_url(f"{page.url.split('/s/')[0]}/s/{link.slug}/source/{figure.pk}/")
    expect_the_whole_page(page, figure.printed)
    page.get_by_role("link", name="交通支出", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("交通支出")


def test_a_flow_of_revenue_in_a_shared_link_opens_where_it_was_printed(
    page: Page, live_server: LiveServer, figure: LineItem
) -> None:
    flows = selection(figure).changed(chart=Chart.SANKEY)
    link = SharedComparison.objects.create(title="收支流向", query=flows.to_query())
    page.goto(live_server.url + link.get_absolute_url())
    flow = page.locator(".sankey-link").first
    flow.scroll_into_view_if_needed()
    place = flow.bounding_box()
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page.locator(".hoverlayer .hovertext")).to_be_visible()
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    panel = panel_of(page)
    expect_the_mark_in(panel)
    expect(panel.locator(".source-facts")).to_contain_text("收入")


def test_the_mark_is_in_sight_wherever_it_stands_on_its_page(
    page: Page, live_server: LiveServer, figure: LineItem
) -> None:
    sign_in(page, live_server)
    lowest = max(figure.revision.line_items.printed(), key=lambda item: item.box[3])
    page.goto(f"/source/{lowest.pk}/")
    expect(page.locator("#mark")).to_be_in_viewport()


def test_a_table_as_printed_stands_beside_its_data(page: Page, live_server: LiveServer, figure: LineItem) -> None:
    sign_in(page, live_server)
    page.goto(f"/disclosures/{figure.revision.disclosure_id}/?table={figure.table_id}")
    page.get_by_role("link", name="对照", exact=True).click()
    printed = page.locator(".as-printed").get_by_role("link", name=figure.printed, exact=True).first
    data = page.locator(".tree-table").get_by_role("link", name=figure.printed).first
    assert printed.bounding_box()["x"] < data.bounding_box()["x"]
    printed.click()
    expect_the_mark_in(panel_of(page))


def test_with_the_keyboard_alone(page: Page, live_server: LiveServer, figure: LineItem) -> None:
    sign_in(page, live_server)
    page.goto(f"/compare/?{selection(figure).to_query()}")
    cell = page.get_by_role("row", name="214 交通运输支出").locator("a[data-source]")
    cell.focus()
    page.keyboard.press("Enter")
    title = page.locator("#panel-title")
    expect(title).to_be_focused()
    expect(title).to_have_text("交通运输支出")
    page.keyboard.press("ArrowDown")
    expect(title).to_have_text("公路水路运输")
    expect(title).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel_of(page)).not_to_be_visible()
    expect(cell).to_be_focused()
    page.keyboard.press("Enter")
    panel_of(page).get_by_role("link", name="打开整页", exact=True).focus()
    page.keyboard.press("Enter")
    expect_the_whole_page(page, figure.printed)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("heading", level=1)).to_contain_text("公路水路运输")
    page.keyboard.press("ArrowUp")
    expect_the_whole_page(page, figure.printed)


def test_on_a_phone(phone: Page, figure: LineItem, link: SharedComparison) -> None:
    phone.goto(link.get_absolute_url())
    cell = phone.get_by_role("row", name="214 交通运输支出").locator("a[data-source]")
    cell.scroll_into_view_if_needed()
    cell.tap()
    panel = panel_of(phone)
    expect_the_mark_in(panel)
    assert panel.bounding_box()["width"] == 390
    panel.get_by_role("button", name="关闭").tap()
    expect(panel).not_to_be_visible()
    cell.tap()
    panel.get_by_role("link", name="打开整页", exact=True).tap()
    expect_the_whole_page(phone, figure.printed)
    expect(phone.locator("#mark")).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_a_computed_figure_leads_to_both_it_comes_from(page: Page, live_server: LiveServer, figure: LineItem) -> None:
    sign_in(page, live_server)
    page.goto(f"/compare/?{selection(figure, Measure.SHARE).to_query()}")
    page.get_by_role("row", name="214 交通运输支出").locator("a[data-source]").click()
    panel = panel_of(page)
    expect(panel).to_contain_text("金额 ÷ 同一单位同一年度的合计 × 100%")
    expect(panel.locator("a[data-source]")).to_have_count(2)
    panel.locator("a[data-source]").first.click()
    expect_the_mark_in(panel)


def test_without_scripts_the_link_leads_to_the_page(
    page: Page, live_server: LiveServer, figure: LineItem, link: SharedComparison
) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(live_server.url + link.get_absolute_url())
    plain.locator(f'a[data-item="{figure.pk}"]').click()
    expect_the_whole_page_without_scripts(plain, figure.printed)
    context.close()


def expect_the_whole_page_without_scripts(page: Page, printed: str) -> None:
    expect(page.locator(".source-facts")).to_contain_text(printed)
    expect(page.locator("svg.page-picture rect.mark-cell")).to_be_visible()


def test_no_barrier(page: Page, live_server: LiveServer, figure: LineItem, link: SharedComparison) -> None:
    sign_in(page, live_server)
    text = figure.revision.figures.first()
    addresses = [
        f"/source/{figure.pk}/",
        f"/source/figure/{text.pk}/",
        f"/source/indicator/{figure.revision.indicators.first().pk}/",
        f"/disclosures/{figure.revision.disclosure_id}/?table={figure.table_id}&view=both",
        f"/compare/figure/?{selection(figure, Measure.SHARE).to_query()}&at=214.0",
        f"/s/{link.slug}/source/{figure.pk}/",
        "/corrections/",
    ]
    for address in addresses:
        open_whole(page, address)
        assert barriers_in_both(page) == [], address
    open_whole(page, f"/compare/?{selection(figure).to_query()}")
    page.locator(f'a[data-item="{figure.pk}"]').click()
    expect_the_mark_in(panel_of(page))
    assert barriers_in_both(page) == []
