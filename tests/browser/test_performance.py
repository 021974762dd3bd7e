"""In a real browser: search indicators, narrow them, open the page one is printed on, and share the list."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.models import PerformanceIndicator, ProjectSeries, Unit
from tests.browser.barriers import barriers_in_both, open_whole
from tests.browser.signing_in import sign_in
from tests.reported import Report, row

pytestmark = pytest.mark.django_db(transaction=True)

PLAN = [
    row("产出指标", "数量指标", "会议次数", "≥140次", operator=">="),
    row("产出指标", "质量指标", "验收合格率", "≥95%", operator=">="),
]
RESULT = [
    row("产出指标", "数量指标", "会议次数", ">150次", "150次", 10, 10, operator=">"),
    row("产出指标", "质量指标", "验收合格率", "≥95%", "98%", 10, 10, operator=">="),
    row("满意度指标", "服务对象满意度", "用户满意度", "≥90%", "92%", 10, 9, operator=">=", deviation_reason="样本少"),
]
MONEY = {"approved_fen": 10_000_000, "revised_fen": 12_000_000, "executed_fen": 9_000_000, "execution_rate": 75}


@pytest.fixture
def published(transactional_db: None, report: Report) -> Unit:
    """A unit with a plan and a self-evaluation of two projects in 2023."""
    unit = Unit.objects.create(name="示例市信息中心", region="示例市")
    report(unit, 2023, {"运行维护经费": PLAN}, kind="budget", 运行维护经费={"total_fen": 10_000_000})
    figures = {"运行维护经费": MONEY | {"score": 91}, "业务工作经费": MONEY | {"score": 88}}
    report(unit, 2023, {"运行维护经费": RESULT, "业务工作经费": RESULT[1:]}, **figures)
    return unit


@pytest.fixture
def signed_in(page: Page, live_server: LiveServer, published: Unit) -> Page:
    return sign_in(page, live_server)


def test_search_filter_open_the_source_and_share(signed_in: Page, live_server: LiveServer) -> None:
    page = signed_in
    page.goto("/")
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="绩效").click()
    form = page.get_by_role("search", name="查找指标")
    form.get_by_label("指标、目标、完成值或项目").fill("会议")
    form.get_by_role("button", name="查找").click()
    expect(page.get_by_role("status")).to_contain_text("共 2 项指标")

    form.get_by_label("判断").select_option(label="未达到")
    form.get_by_text("更多条件").click()
    form.get_by_label("得分与完成").select_option(label="未达到却得满分")
    form.get_by_role("button", name="查找").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("未达到却得满分")
    line = page.get_by_role("row").filter(has_text="会议次数")
    expect(line).to_contain_text("✗ 未达到")
    expect(page.get_by_role("row")).to_have_count(2)

    page.get_by_role("button", name="分享").click()
    address = page.get_by_label("链接", exact=True).input_value()
    stranger = page.context.browser.new_context(locale="zh-CN")
    public = stranger.new_page()
    public.goto(address)
    expect(public.get_by_role("row").filter(has_text="会议次数")).to_contain_text("未达到")
    expect(public.get_by_text("验收合格率")).to_have_count(0)
    public.get_by_role("link", name="第3页").click()
    panel = public.get_by_role("dialog")
    expect(panel.get_by_role("heading", level=2)).to_contain_text("会议次数")
    panel.get_by_role("link", name="打开整页").click()
    expect(public.get_by_role("heading", level=1)).to_have_text("会议次数")
    assert "/s/" in public.url
    stranger.close()

    page.get_by_role("link", name="回到列表").click()
    page.get_by_role("row").filter(has_text="会议次数").get_by_role("link", name="会议次数").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("会议次数")
    expect(page.get_by_role("img", name="指标值")).to_be_visible()
    page.get_by_role("link", name="看原文出处").click()
    expect(page.get_by_role("dialog")).to_contain_text("会议次数")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("未达到却得满分")


def test_a_shared_list_gets_a_title_and_a_password(signed_in: Page, live_server: LiveServer) -> None:
    page = signed_in
    page.goto("/projects/?year=2023")
    page.get_by_role("button", name="分享").click()
    page.get_by_text("标题、说明、有效期、密码、固定版本").click()
    page.get_by_label("标题").fill("去年的项目")
    page.get_by_label("密码（留空则不改）").fill("春天")
    page.get_by_label("固定为今天的数据").check()
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("去年的项目")
    expect(page.get_by_text("固定链接：数据固定为")).to_be_visible()
    address = page.get_by_label("链接", exact=True).input_value()
    stranger = page.context.browser.new_context(locale="zh-CN")
    public = stranger.new_page()
    public.goto(address)
    expect(public.get_by_text("运行维护经费")).to_have_count(0)
    public.get_by_label("密码").fill("春天")
    public.get_by_role("button").first.click()
    expect(public.get_by_role("row").filter(has_text="运行维护经费").first).to_be_visible()
    stranger.close()


def test_a_point_of_a_chart_opens_its_source(signed_in: Page, live_server: LiveServer) -> None:
    page = signed_in
    page.goto("/indicators/charts/")
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    page.locator(".js-plotly-plot .bars .point path").first.click(force=True)
    panel = page.get_by_role("dialog")
    expect(panel.get_by_role("heading", level=2)).to_contain_text("验收合格率")


def test_from_the_unit_to_a_project_and_its_targets_by_keyboard(signed_in: Page, published: Unit) -> None:
    page = signed_in
    page.goto(f"/units/{published.pk}/")
    section = page.get_by_role("region", name="目标和结果：花钱办成了什么")
    expect(section).to_contain_text("2023年预算：目标")
    expect(section).to_contain_text("样本少")
    section.get_by_role("link", name="业务工作经费").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("业务工作经费")
    page.goto(f"/projects/{ProjectSeries.objects.get(name='运行维护经费').pk}/")
    expect(page.get_by_role("row").filter(has_text="会议次数").first).to_contain_text("与预算时不同")


ADDRESSES = (
    "/indicators/",
    "/indicators/?case=missed_full",
    "/indicators/?q=没有",
    "/indicators/charts/",
    "/indicators/quality/",
    "/indicators/costs/",
    "/indicators/{indicator}/",
    "/projects/",
    "/projects/{project}/",
    "/units/{unit}/",
)


def addresses(published: Unit) -> Iterator[str]:
    places = {
        "indicator": PerformanceIndicator.objects.filter(verdict="missed").first().pk,
        "project": ProjectSeries.objects.get(name="运行维护经费").pk,
        "unit": published.pk,
    }
    return (address.format(**places) for address in ADDRESSES)


def test_no_page_has_a_barrier(signed_in: Page, published: Unit) -> None:
    found = {}
    for address in addresses(published):
        open_whole(signed_in, address)
        found[address] = barriers_in_both(signed_in)
    assert {address: list_ for address, list_ in found.items() if list_} == {}


def test_pages_fit_a_phone(phone: Page, live_server: LiveServer, published: Unit) -> None:
    sign_in(phone, live_server)
    wider = {}
    for address in addresses(published):
        phone.goto(address)
        wider[address] = phone.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert {address: pixels for address, pixels in wider.items() if pixels > 0} == {}
