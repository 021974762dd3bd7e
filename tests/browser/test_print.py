"""A printed chart is as wide as the paper, whole with its last year, and as wide as the window again afterwards."""

import pytest
from playwright.sync_api import Page

from disclosures.models import Unit
from tests.browser.barriers import open_whole
from tests.published import Publish

pytestmark = pytest.mark.django_db(transaction=True)

# What A4 upright leaves between its margins, in CSS pixels.
PAPER = 700
WIDTH = "document.querySelector('.chart-canvas .main-svg').getBoundingClientRect().width"


def test_a_chart_fits_the_paper(reader: Page, publish: Publish) -> None:
    unit = Unit.objects.create(name="水务局", region="示例市")
    for year in (2022, 2023, 2024):
        publish(unit, year, {"expenditure": [{"item": "total", "amount": year}]})
    open_whole(reader, f"/compare/?units={unit.pk}&years=2022-2024&by=functional")
    assert reader.evaluate(WIDTH) > PAPER
    reader.evaluate("dispatchEvent(new Event('beforeprint'))")
    reader.wait_for_function(f"{WIDTH} < {PAPER}")
    reader.evaluate("dispatchEvent(new Event('afterprint'))")
    reader.wait_for_function(f"{WIDTH} > {PAPER}")
