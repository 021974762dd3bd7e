"""A printed chart is as wide as the paper, whole with its last year, and as wide as the window again afterwards."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db(transaction=True)

# What A4 upright leaves between its margins, in CSS pixels.
PAPER = 700
WIDTH = "document.querySelector('.chart-canvas .main-svg').getBoundingClientRect().width"


def test_a_chart_fits_the_paper(page: Page, live_server: LiveServer, publish: Publish) -> None:
    unit = Unit.objects.create(name="水务局", region="示例市")
    for year in (2022, 2023, 2024):
        publish(unit, year, {"expenditure": [{"item": "total", "amount": year}]})
    client = Client()
    client.force_login(get_user_model().objects.create_user("reader"))
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    page.goto(f"/compare/?units={unit.pk}&years=2022-2024&by=functional")
    page.wait_for_function("!document.querySelector('.skeleton')")
    assert page.evaluate(WIDTH) > PAPER
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(f"{WIDTH} < {PAPER}")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"{WIDTH} > {PAPER}")
