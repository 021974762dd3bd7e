"""One switch sets the money unit of every page."""

import pytest
from django.test import Client

from disclosures.models import Revision


def shown(reader: Client, budget: Revision, **query: str) -> str:
    return reader.get(f"/units/{budget.disclosure.unit_id}/", query).content.decode()


@pytest.mark.parametrize(("chosen", "amount"), [("yuan", "1,205,000.00"), ("wan", "120.50"), ("yi", "0.0121")])
def test_the_address_names_the_unit(reader: Client, budget: Revision, chosen: str, amount: str) -> None:
    assert f'<span class="figure">{amount}</span>' in shown(reader, budget, money=chosen)


def test_the_switch_is_remembered_and_leaves_the_rest_of_the_address(reader: Client, budget: Revision) -> None:
    response = reader.post("/money/", {"money": "yuan", "next": "/units/1/?year=2024&money=wan"})
    assert response.headers["Location"] == "/units/1/?year=2024"
    assert '<span class="figure">1,205,000.00</span>' in shown(reader, budget)


@pytest.mark.django_db
def test_the_switch_leads_to_no_other_site(client: Client) -> None:
    assert client.post("/money/", {"money": "wan", "next": "//elsewhere.example"}).headers["Location"] == "/"
