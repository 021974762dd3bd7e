"""A heading sorts the table by its column, by keyboard, on a phone and without scripts; back undoes it."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.models import SharedComparison, Unit
from tests.browser.conftest import PHONE
from tests.browser.signing_in import sign_in
from tests.published import Publish

pytestmark = pytest.mark.django_db(transaction=True)

NAMES = ("信息中心", "福利院", "司法局", "财政局", "水务局", "审计局")
AMOUNTS = {"208": 30, "20805": 30, "2080505": 10, "2080506": 20, "214": 70, "221": None}
LISTED = ["合计", "208", "20805", "2080505", "2080506", "214", "221"]
DOWN = ["合计", "214", "208", "20805", "2080506", "2080505", "221"]
UP = ["合计", "208", "20805", "2080505", "2080506", "214", "221"]


@pytest.fixture
def address(transactional_db: None, publish: Publish) -> str:
    """Six units' budgets with the same rows; 221 is blank in all of them."""
    units = [Unit.objects.create(name=name, region="示例市") for name in NAMES]
    for unit in units:
        rows = [{"function": code, "amount": amount} for code, amount in AMOUNTS.items()]
        publish(unit, 2024, {"expenditure": [{"item": "total", "amount": 100}, *rows]})
    chosen = ".".join(str(unit.pk) for unit in units)
    return f"units={chosen}&years=2024&by=functional&level=3"


def rows(page: Page) -> list[str]:
    texts = page.locator("table.comparison tbody .row-heading .depth").all_inner_texts()
    return [text.split()[0] for text in texts]


def heading(page: Page, unit: str) -> Locator:
    """Return the heading of a unit's year."""
    number = NAMES.index(unit)
    return page.locator("table.comparison thead tr").nth(1).locator("th").nth(number)


def test_by_keyboard_down_up_and_back_again(reader: Page, address: str) -> None:
    reader.goto(f"/compare/?{address}")
    assert rows(reader) == LISTED
    heading(reader, "水务局").get_by_role("link").focus()
    shown, addresses = [], []
    for _press in range(3):
        with reader.expect_navigation():
            reader.keyboard.press("Enter")
        # The focus is where it was: the heading can be pressed again.
        expect(heading(reader, "水务局").get_by_role("link")).to_be_focused()
        expect(reader).not_to_have_url(re.compile("#"))
        shown.append((heading(reader, "水务局").get_attribute("aria-sort"), rows(reader)))
        addresses.append(reader.url.partition("level=3")[2])
    unit = heading(reader, "水务局").get_attribute("id").removeprefix("by-")
    assert shown == [("descending", DOWN), ("ascending", UP), (None, LISTED)]
    assert addresses == [f"&order=largest&sort={unit}", f"&order=smallest&sort={unit}", ""]
    reader.go_back()
    reader.go_back()
    assert rows(reader) == DOWN
    expect(reader.get_by_role("heading", level=1)).to_have_text(
        "2024年 6个单位 功能分类支出 预算 按“水务局 2024”从大到小"
    )
    reader.go_forward()
    assert rows(reader) == UP


def test_sorted_rows_fold_below_their_parents(reader: Page, address: str) -> None:
    reader.goto(f"/compare/?{address}")
    with reader.expect_navigation():
        heading(reader, "信息中心").get_by_role("link").click()
    reader.get_by_role("button", name="展开或收起社会保障和就业支出").click()
    shown = reader.locator("table.comparison tbody tr:visible .depth").all_inner_texts()
    assert [text.split()[0] for text in shown] == ["合计", "214", "208", "221"]


def test_the_form_keeps_the_column_that_sorts(reader: Page, address: str) -> None:
    reader.goto(f"/compare/?{address}")
    with reader.expect_navigation():
        heading(reader, "福利院").get_by_role("link").click()
    sort = reader.url.partition("sort=")[2]
    with reader.expect_navigation():
        reader.get_by_label("金额单位").select_option("yuan")
    assert reader.url.endswith(f"&order=largest&sort={sort}&money=yuan")
    assert rows(reader) == DOWN


@pytest.fixture
def phone(chrome: Browser, live_server: LiveServer) -> Callable[[bool], Page]:
    """Return what makes a tab on a phone, with scripts or without."""
    contexts = []

    def made(scripts: bool) -> Page:
        context = chrome.new_context(
            base_url=live_server.url, locale="zh-CN", viewport=PHONE, is_mobile=True, java_script_enabled=scripts
        )
        contexts.append(context)
        return context.new_page()

    yield made
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_sorted_column_is_in_sight(
    phone: Callable[[bool], Page], live_server: LiveServer, address: str, scripts: bool
) -> None:
    page = phone(scripts)
    sign_in(page, live_server)
    page.goto(f"/compare/?{address}")
    page.locator("h2#comparison-table").wait_for()
    with page.expect_navigation():
        heading(page, "审计局").get_by_role("link").click()
    assert rows(page) == DOWN
    expect(heading(page, "审计局")).to_have_attribute("aria-sort", "descending")
    expect(heading(page, "审计局").get_by_role("link")).to_be_in_viewport(ratio=1)


def test_who_reads_a_link_sorts_it_for_themselves(
    phone: Callable[[bool], Page], live_server: LiveServer, address: str
) -> None:
    link = SharedComparison.objects.create(title="支出", query=address, created_by=User.objects.create_user("owner"))
    page = phone(True)
    page.goto(link.get_absolute_url())
    assert rows(page) == LISTED
    with page.expect_navigation():
        heading(page, "水务局").get_by_role("link").click()
    assert rows(page) == DOWN
    page.get_by_label("金额单位").select_option("yuan")
    page.wait_for_url("**money=yuan**")
    assert rows(page) == DOWN
    for _click in range(2):
        with page.expect_navigation():
            heading(page, "水务局").get_by_role("link").click()
    assert rows(page) == LISTED
    assert page.url.endswith("?money=yuan")
    page.goto(f"{link.get_absolute_url()}embed/")
    with page.expect_navigation():
        heading(page, "水务局").get_by_role("link").click()
    assert "/embed/?order=largest" in page.url
    assert rows(page) == DOWN
