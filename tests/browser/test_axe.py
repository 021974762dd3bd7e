"""No page has a barrier that axe knows of, light or dark, and none reports an error."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from disclosures.models import Revision, Unit
from tests.published import Publish
from tests.views.conftest import BUDGET

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = {
    "home": "/",
    "units": "/units/",
    "no unit found": "/units/?q=没有",
    "unit": "/units/{unit}/",
    "table": "/disclosures/{disclosure}/",
    "table as printed": "/disclosures/{disclosure}/?view=grid",
    "findings": "/disclosures/{disclosure}/?tab=findings",
    "revisions": "/disclosures/{disclosure}/?tab=revisions",
    "findings of all": "/findings/",
    "checks": "/checks/",
    "check": "/check/",
    "methods": "/methods/",
    "api": "/api/v1/docs",
    "compare": "/compare/?units={unit}.{other}&years=2024",
}


@pytest.fixture
def places(transactional_db: None, publish: Publish) -> dict[str, int]:
    """Two units with a published budget each."""
    units = [Unit.objects.create(name=name, region="示例市") for name in ("示例市信息中心", "示例市福利院")]
    first, _second = (publish(unit, 2024, BUDGET) for unit in units)
    return {"unit": units[0].pk, "other": units[1].pk, "disclosure": first.disclosure_id}


def sign_in(page: Page, live_server: LiveServer) -> None:
    client = Client()
    client.force_login(get_user_model().objects.create_user("reader"))
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )


def barriers(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(page: Page, live_server: LiveServer, places: dict[str, int], scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    sign_in(page, live_server)
    found = {}
    for name, address in PAGES.items():
        page.goto(address.format(**places))
        page.wait_for_load_state("networkidle")
        found[name] = barriers(page)
    assert {name: list_ for name, list_ in found.items() if list_} == {}


def test_the_sign_in_page_has_no_barrier(page: Page) -> None:
    page.goto("/accounts/login/")
    assert barriers(page) == []


def test_pages_fit_a_phone(phone: Page, live_server: LiveServer, places: dict[str, int]) -> None:
    """Tables scroll within themselves; the page itself never scrolls sideways."""
    sign_in(phone, live_server)
    wider = {}
    for name, address in PAGES.items():
        phone.goto(address.format(**places))
        wider[name] = phone.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert {name: pixels for name, pixels in wider.items() if pixels > 0} == {}


def test_codes_fold_by_keyboard(page: Page, live_server: LiveServer, places: dict[str, int]) -> None:
    sign_in(page, live_server)
    revision = Revision.objects.get(disclosure=places["disclosure"])
    table = revision.tables.get(kind="expenditure")
    page.goto(f"/disclosures/{places['disclosure']}/?table={table.pk}")
    child = page.get_by_role("row", name="行政事业单位养老支出")
    assert child.is_visible()
    page.get_by_role("button", name="展开或收起社会保障和就业支出").press("Enter")
    assert child.is_hidden()


def test_the_theme_is_switched_and_kept(page: Page, live_server: LiveServer) -> None:
    page.goto("/accounts/login/")
    assert page.locator("html").get_attribute("data-bs-theme") == "light"
    page.get_by_role("button", name="切换浅色与深色").click()
    page.reload()
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
