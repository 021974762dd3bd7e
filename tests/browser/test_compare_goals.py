"""Two units' indicators are compared, one value opened on its page, the comparison shared and read by a stranger."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.comparison import Selection
from disclosures.comparison.dimensions import OF_PERFORMANCE, Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.stages import Stage
from disclosures.models import PerformanceIndicator, Revision, Unit
from tests.browser.barriers import barriers_in_both, open_whole
from tests.browser.conftest import PHONE
from tests.browser.signing_in import sign_in
from tests.browser.test_sources import SAMPLE, expect_the_mark_in, panel_of
from tests.reported import Report, row
from tests.sources.conftest import read_sample, sample

__all__ = ["SAMPLE", "read_sample", "sample"]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def printed(transactional_db: None, sample: Revision) -> PerformanceIndicator:
    """An indicator of a published sample whose target is a number."""
    found = sample.indicators.quantified().exclude(level3="").order_by("id").first()
    assert found is not None
    return found


@pytest.fixture
def selection(printed: PerformanceIndicator, report: Report) -> Selection:
    """The sample's unit beside one with the same indicator, and another of its own."""
    other = Unit.objects.create(name="示例市信息中心", region="示例市")
    same = row(printed.level1, printed.level2, printed.level3, printed.target, measure=printed.measure)
    own = row("产出指标", "数量指标", "培训次数", "≥12次", operator=">=")
    report(
        other, printed.fiscal_year, {"运行维护经费": [same, own]}, kind="budget", 运行维护经费={"total_fen": 990_000}
    )
    return Selection(units=(printed.unit_id, other.pk), years=(printed.fiscal_year,))


def open_comparison(page: Page, live_server: LiveServer, selection: Selection) -> None:
    sign_in(page, live_server)
    page.goto(f"/compare/?{selection.to_query()}")


def test_from_two_units_indicators_to_the_page_and_to_a_stranger(
    page: Page, live_server: LiveServer, selection: Selection, printed: PerformanceIndicator
) -> None:
    open_comparison(page, live_server, selection)
    page.get_by_label("维度").select_option("indicators")
    expect(page.get_by_role("heading", level=1)).to_contain_text("绩效指标 预算指标值")
    line = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=printed.level3, exact=False)).first
    value = line.locator("a.to-source").first
    shown = value.inner_text()
    expect(page.get_by_role("row").filter(has_text="培训次数")).to_contain_text("≥12次")

    value.click()
    panel = panel_of(page)
    expect(panel.get_by_role("heading")).to_contain_text(printed.level3)
    expect_the_mark_in(panel)
    panel.get_by_role("link", name="打开整页", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(printed.level3)
    expect_the_mark_in(page.locator(".source-view"))
    page.go_back()

    page.get_by_role("button", name="分享").click()
    address = page.get_by_label("链接", exact=True).input_value()
    stranger = page.context.browser.new_context(locale="zh-CN", viewport=PHONE, is_mobile=True)
    public = stranger.new_page()
    public.goto(address)
    link = public.locator("table.comparison a.to-source").filter(has_text=shown).first
    expect(link).to_be_visible()
    assert public.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    link.click()
    expect_the_mark_in(panel_of(public))
    stranger.close()


def test_a_levels_rows_fold_away(page: Page, live_server: LiveServer, selection: Selection) -> None:
    open_comparison(page, live_server, selection.changed(dimension=Dimension.INDICATORS))
    line = page.get_by_role("row").filter(has_text="培训次数")
    expect(line).to_be_visible()
    page.get_by_role("button", name="展开或收起产出指标").click()
    expect(line).to_be_hidden()


def test_the_chosen_dimension_offers_its_own_measures_and_keeps_none_that_it_has_not(
    page: Page, live_server: LiveServer, selection: Selection
) -> None:
    asked = selection.changed(dimension=Dimension.FUNCTIONAL, measure=Measure.SHARE)
    open_comparison(page, live_server, asked)
    page.get_by_label("维度").select_option("indicators")
    measures = page.locator("select[name=measure]")
    expect(measures).to_have_value("amount")
    assert measures.locator("option").all_inner_texts() == [
        "印出的值",
        "比上年增减",
        "完成程度",
        "是否达到指标值",
    ]


def test_no_page_has_a_barrier(reader: Page, selection: Selection) -> None:
    found = {}
    stages = (Stage.BUDGET, Stage.OUTTURN)
    asked = [selection.changed(dimension=dimension, stages=stages) for dimension in OF_PERFORMANCE]
    asked.append(selection.changed(dimension=Dimension.INDICATORS, measure=Measure.VERDICT))
    for one in asked:
        open_whole(reader, f"/compare/?{one.to_query()}")
        found[one.to_query()] = barriers_in_both(reader)
    assert {query: said for query, said in found.items() if said} == {}
