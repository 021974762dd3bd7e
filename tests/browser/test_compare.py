"""A comparison is built, turned and shared by keyboard alone, and its link read on a phone by somebody signed out."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.models import LineItem, Revision, RevisionFile, StatementTable, Unit
from tests.browser.conftest import PHONE
from tests.published import Publish

pytestmark = pytest.mark.django_db(transaction=True)

NAMES = ("信息中心", "福利院", "司法局", "财政局", "水务局")
YEARS = (2022, 2023, 2024)
# Long enough for any control of the page.
MOST_TABS = 120


@pytest.fixture
def units(transactional_db: None, publish: Publish) -> list[Unit]:
    """Five units with three years' budgets each; every amount names its unit and year."""
    made = [Unit.objects.create(name=name, region="示例市") for name in NAMES]
    for number, unit in enumerate(made):
        for year in YEARS:
            base = (number + 1) * 100 + year - 2020
            spent = [("", base + 50), ("208", base), ("20805", base), ("214", 50)]
            rows = [{"function": code, "item": "" if code else "total", "amount": amount} for code, amount in spent]
            publish(unit, year, {"expenditure": rows})
    return made


def go_to(page: Page, wanted: str) -> None:
    """Press Tab until an element that matches a selector has the focus."""
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"Tab does not lead to {wanted}")


def choose(page: Page, name: str, steps: int) -> None:
    """Open a list by keyboard, go down so many options, and take that one."""
    if not page.evaluate("name => document.activeElement.name === name", name):
        go_to(page, f"select[name={name}]")
    page.keyboard.press("Space")
    for _step in range(steps):
        page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def press(page: Page, wanted: str, key: str = "Enter") -> None:
    go_to(page, wanted)
    page.keyboard.press(key)


def republish(unit: Unit, year: int, amount: int) -> None:
    """Publish a second revision of a unit's budget, with one other amount."""
    old = Revision.objects.published().for_units([unit]).for_years([year]).get()
    new = Revision.objects.create(disclosure=old.disclosure, number=2, parser_version="test")
    file = RevisionFile.objects.create(revision=new, name="b.pdf", sha256="b" * 64)
    table = StatementTable.objects.create(revision=new, file=file, index=0, kind="expenditure", money_unit="万元")
    for item in LineItem.objects.of_revisions([old]):
        item.pk, item.revision, item.table = None, new, table
        if item.function == "214":
            item.amount_fen, item.printed = amount * 1_000_000, str(amount)
        item.save(force_insert=True)
    Revision.objects.filter(pk=old.pk).update(state="superseded")
    Revision.objects.filter(pk=new.pk).update(state="published", published_at=timezone.now())


def figures(page: Page) -> list[str]:
    return page.locator("table.comparison td.figure").all_inner_texts()


@pytest.fixture
def stranger(chrome: Browser, live_server: LiveServer) -> Callable[[str], Page]:
    """Return what opens an address on a phone without signing in."""
    context = chrome.new_context(base_url=live_server.url, locale="zh-CN", viewport=PHONE, is_mobile=True)

    def opened(address: str) -> Page:
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    context.close()


def test_from_nothing_to_a_pinned_link_by_keyboard(
    reader: Page, units: list[Unit], stranger: Callable[[str], Page]
) -> None:
    reader.goto("/compare/")
    for unit in units:
        press(reader, f"input[name=units][value='{unit.pk}']", "Space")
    with reader.expect_navigation():
        press(reader, "button[type=submit].btn-primary")
    for year in YEARS:
        press(reader, f"input[name=years][value='{year}']", "Space")
    with reader.expect_navigation():
        press(reader, "button[type=submit].btn-primary")
    choose(reader, "by", 1)
    heading = reader.get_by_role("heading", level=1)
    expect(heading).to_have_text("2022–2024年 5个单位 功能分类支出 预算")
    expect(reader.get_by_role("rowheader", name="信息中心 2022")).to_be_visible()

    choose(reader, "level", 1)
    expect(reader.get_by_role("columnheader", name="20805 行政事业单位养老支出")).to_be_visible()
    choose(reader, "measure", 1)
    expect(heading).to_contain_text("占合计比重")
    choose(reader, "chart", 6)
    expect(reader.locator(".chart figcaption")).to_contain_text("颜色越浓")
    reader.go_back()
    expect(reader.locator(".chart figcaption")).to_contain_text("变化")
    reader.go_forward()
    expect(reader.locator(".chart figcaption")).to_contain_text("颜色越浓")

    shown = figures(reader)
    with reader.expect_navigation():
        press(reader, "form[action$='/compare/share/'] button")
    address = reader.url
    press(reader, ".owner-panel summary")
    press(reader, "input[name=pinned]", "Space")
    with reader.expect_navigation():
        press(reader, ".share-settings button")
    expect(reader.get_by_text("固定链接")).to_be_visible()

    republish(units[0], 2024, 999)
    phone = stranger(address)
    assert figures(phone) == shown
    expect(phone.get_by_text("链接固定之后，公开的数字有更新或更正")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("form", ["PNG", "SVG"])
def test_a_chart_is_saved_as_picture_or_as_drawing(reader: Page, units: list[Unit], form: str) -> None:
    reader.goto(f"/compare/?units={units[0].pk}&years=2024&by=functional")
    reader.wait_for_function("!document.querySelector('.skeleton')")
    with reader.expect_download() as saved:
        reader.get_by_role("button", name=f"下载 {form}").click()
    assert saved.value.suggested_filename == f"2024年 信息中心 功能分类支出 预算.{form.lower()}"


def test_a_comparison_is_a_form_and_a_table_without_scripts(
    chrome: Browser, reader: Page, units: list[Unit], live_server: LiveServer
) -> None:
    context = chrome.new_context(base_url=live_server.url, locale="zh-CN", java_script_enabled=False)
    context.add_cookies(reader.context.cookies())
    page = context.new_page()
    page.goto(f"/compare/?units={units[0].pk}&years=2024")
    page.get_by_label("维度").select_option("functional")
    page.get_by_role("button", name="更新").click()
    expect(page.get_by_role("row", name="214 交通运输支出")).to_contain_text("50.00")
    context.close()
