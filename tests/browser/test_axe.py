"""No page has a barrier that axe knows of, light or dark, and none reports an error."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from disclosures.models import Revision, Unit
from tests.browser.barriers import barriers, barriers_in_both, open_whole
from tests.browser.signing_in import sign_in
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


def test_no_page_has_a_barrier(reader: Page, places: dict[str, int]) -> None:
    found = {}
    for name, address in PAGES.items():
        open_whole(reader, address.format(**places))
        found[name] = barriers_in_both(reader)
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


def test_codes_fold_by_keyboard(reader: Page, places: dict[str, int]) -> None:
    revision = Revision.objects.get(disclosure=places["disclosure"])
    table = revision.tables.get(kind="expenditure")
    reader.goto(f"/disclosures/{places['disclosure']}/?table={table.pk}")
    child = reader.get_by_role("row", name="行政事业单位养老支出")
    assert child.is_visible()
    reader.get_by_role("button", name="展开或收起社会保障和就业支出").press("Enter")
    assert child.is_hidden()


def test_the_theme_is_switched_and_kept(page: Page, live_server: LiveServer) -> None:
    page.goto("/accounts/login/")
    assert page.locator("html").get_attribute("data-bs-theme") == "light"
    page.get_by_role("button", name="切换浅色与深色").click()
    page.reload()
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"


def test_what_the_admin_keeps_as_the_systems_choice_is_the_systems_here(page: Page, live_server: LiveServer) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/accounts/login/")
    page.evaluate("localStorage.setItem('theme', 'auto')")  # as Django's admin does on every visit
    page.reload()
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
