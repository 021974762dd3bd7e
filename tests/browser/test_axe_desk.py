"""The desk's lists have no barrier that axe knows of, light or dark, and fit a phone."""

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from disclosures.ingest import ingest
from disclosures.permissions import CLERKS
from tests.browser.barriers import barriers_in_both
from tests.browser.signing_in import sign_in
from tests.ingest.readings import read

pytestmark = pytest.mark.django_db(transaction=True)

LISTS = ("auditentry", "disclosure", "finding", "job", "lineitem", "revision", "sharedcomparison", "unit")
PAGES = ["/admin/", *(f"/admin/disclosures/{name}/" for name in LISTS)]


@pytest.fixture
def clerk(transactional_db: None) -> User:
    """A clerk who has a draft."""
    person = User.objects.create_user("clerk", first_name="财务录入", is_staff=True)
    person.groups.add(Group.objects.get(name=CLERKS))
    ingest(read(), content=b"first file", uploaded_by=person)
    return person


def test_no_list_has_a_barrier(page: Page, live_server: LiveServer, clerk: User) -> None:
    sign_in(page, live_server, clerk)
    found = {}
    for address in PAGES:
        page.goto(address)
        found[address] = barriers_in_both(page)
    assert {f"{address} {one}" for address, list_ in found.items() for one in list_} == set()


def test_lists_fit_a_phone(phone: Page, live_server: LiveServer, clerk: User) -> None:
    sign_in(phone, live_server, clerk)
    wider = {}
    for address in PAGES:
        phone.goto(address)
        wider[address] = phone.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert {address: pixels for address, pixels in wider.items() if pixels > 0} == {}
