"""The handbook tells of every question and every member of an answer, on a page that needs nothing from elsewhere."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.api import api
from disclosures.api.handbook import calls

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client) -> str:
    return client.get("/api/v1/", follow=True).content.decode()


def test_every_question_and_every_member_is_explained():
    told = list(calls(api.get_openapi_schema(path_prefix="")))
    assert len(told) >= 13
    silent = [(call.path, part.name) for call in told for part in (*call.parameters, *call.members) if not part.about]
    assert silent == []


def test_the_page_lists_every_question_with_a_form_that_asks_it(page: str):
    for call in calls(api.get_openapi_schema(path_prefix="")):
        assert f'id="{call.anchor}"' in page
        asks = f'action="http://testserver/api/v1{call.path}"' in page
        assert asks == ("{" not in call.path), call.path


def test_the_page_loads_nothing_from_elsewhere(page: str):
    loaded = re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"', page)
    assert loaded
    assert all(place.startswith("/static/") for place in loaded)


def test_the_methods_lead_to_the_handbook(client: Client):
    told = client.get(reverse("disclosures:methods")).content.decode()
    assert 'href="/api/v1/docs"' in told
    assert 'href="/api/v1/openapi.json"' in told


def test_programs_find_the_description(client: Client):
    told = client.get("/api/v1/openapi.json").json()
    assert told["info"]["title"] == "明账数据接口"
    assert "/api/v1/line-items" in told["paths"]
