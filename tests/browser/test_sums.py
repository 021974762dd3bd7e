"""From the switch to a sum, to the figures it adds, to their page and back: at a desk and in a shared link."""

import pytest
from playwright.sync_api import Locator, Page, expect

from disclosures.comparison import Selection
from disclosures.comparison.dimensions import Dimension
from disclosures.ingest import ingest, publish
from disclosures.models import SharedComparison, Unit
from tests.browser.barriers import barriers
from tests.conftest import ROOT
from tests.read_once import reading_of

pytestmark = pytest.mark.django_db(transaction=True)

NAMES = ("衡阳市交通运输信息中心", "上海市普陀区社会福利院")
TRANSPORT, SOCIAL = "214 交通运输支出", "208 社会保障和就业支出"


@pytest.fixture
def selection(transactional_db: None) -> Selection:
    """The budgets of two published samples: only one of the units spends on transport."""
    units = []
    for name in NAMES:
        path = ROOT / "samples" / "documents" / f"{name}2024年预算公开.pdf"
        sample = publish(ingest(reading_of(path), content=path.read_bytes(), uploaded_by=None), by=None)
        units.append(sample.disclosure.unit_id)
    assert Unit.objects.filter(pk__in=units).count() == len(NAMES)
    return Selection(units=tuple(units), years=(2024,), dimension=Dimension.FUNCTIONAL)


def sum_of(page: Page, row: str) -> Locator:
    return page.get_by_role("row", name=row).locator("td.sum")


def expect_the_mark_in(place: Locator) -> None:
    expect(place.locator("svg.page-picture rect.mark-cell")).to_be_visible()


def test_from_the_switch_to_a_sum_to_its_parts_to_their_page_and_back(reader: Page, selection: Selection) -> None:
    reader.goto(f"/compare/?{selection.to_query()}")
    expect(reader.locator("td.sum")).to_have_count(0)
    with reader.expect_navigation():
        reader.get_by_label("各单位合计").check()
    assert reader.url.endswith("&sum=1")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("附合计")
    expect(sum_of(reader, TRANSPORT)).to_contain_text("73.38")
    expect(sum_of(reader, TRANSPORT)).to_contain_text("1/2 个单位")

    sum_of(reader, TRANSPORT).locator("a").click()
    panel = reader.locator("#side-panel")
    expect(panel.locator("#panel-title")).to_be_focused()
    expect(panel).to_contain_text("各单位合计 = 各单位金额之和")
    expect(panel.get_by_role("row", name="上海市普陀区社会福利院")).to_contain_text("表中未列此项")
    expect(panel.locator("a[data-source]")).to_have_count(1)
    panel.locator("a[data-source]").click()
    expect_the_mark_in(panel)
    panel.get_by_role("link", name="打开整页", exact=True).click()
    expect_the_mark_in(reader.locator(".source-view"))
    reader.go_back()
    expect(sum_of(reader, TRANSPORT)).to_contain_text("73.38")
    assert barriers(reader) == []


def test_a_sum_opens_and_closes_by_keyboard(reader: Page, selection: Selection) -> None:
    reader.goto(f"/compare/?{selection.changed(summed=True).to_query()}")
    link = sum_of(reader, SOCIAL).locator("a")
    link.focus()
    reader.keyboard.press("Enter")
    panel = reader.locator("#side-panel")
    expect(panel.locator("#panel-title")).to_contain_text("社会保障和就业支出")
    expect(panel.locator("a[data-source]")).to_have_count(2)
    assert barriers(reader) == []
    reader.keyboard.press("Escape")
    expect(panel).not_to_be_visible()
    expect(link).to_be_focused()


def test_in_a_shared_link_signed_out_on_a_phone(phone: Page, selection: Selection) -> None:
    query = selection.changed(summed=True).to_query()
    link = SharedComparison.objects.create(title="两家单位合计", query=query)
    phone.goto(link.get_absolute_url())
    figure = sum_of(phone, SOCIAL).locator("a")
    figure.scroll_into_view_if_needed()
    figure.tap()
    panel = phone.locator("#side-panel")
    expect(panel.locator("a[data-source]")).to_have_count(2)
    panel.locator("a[data-source]").last.tap()
    expect_the_mark_in(panel)
    panel.get_by_role("link", name="打开整页", exact=True).tap()
    expect(phone.locator("#mark")).to_be_in_viewport()
    assert f"/s/{link.slug}/source/" in phone.url
    phone.get_by_role("link", name="两家单位合计", exact=True).tap()
    expect(figure).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
