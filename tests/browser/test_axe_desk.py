"""The desk's lists have no barrier that axe knows of, light or dark, and fit a phone."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from disclosures.ingest import ingest
from disclosures.permissions import CLERKS
from tests.browser.test_axe import barriers
from tests.ingest.readings import read

pytestmark = pytest.mark.django_db(transaction=True)

LISTS = ("auditentry", "disclosure", "finding", "job", "lineitem", "revision", "sharedcomparison", "unit")
PAGES = ["/admin/", *(f"/admin/disclosures/{name}/" for name in LISTS)]


@pytest.fixture
def clerk(transactional_db: None, live_server: LiveServer) -> dict[str, str]:
    """Return the cookie of a clerk who has a draft."""
    person = User.objects.create_user("clerk", first_name="财务录入", is_staff=True)
    person.groups.add(Group.objects.get(name=CLERKS))
    ingest(read(), content=b"first file", uploaded_by=person)
    client = Client()
    client.force_login(person)
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_list_has_a_barrier(page: Page, clerk: dict[str, str], scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.context.add_cookies([clerk])
    found = {}
    for address in PAGES:
        page.goto(address)
        found[address] = barriers(page)
    assert {f"{address} {one}" for address, list_ in found.items() for one in list_} == set()


def test_lists_fit_a_phone(phone: Page, clerk: dict[str, str]) -> None:
    phone.context.add_cookies([clerk])
    wider = {}
    for address in PAGES:
        phone.goto(address)
        wider[address] = phone.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert {address: pixels for address, pixels in wider.items() if pixels > 0} == {}
