"""What a list of performance says of a condition that it does not understand, and what can be done with each page."""

import pytest
from django.test import Client

from disclosures.models import PerformanceIndicator, ProjectSeries, Revision, SharedComparison, Unit
from tests.reported import Report, row

ROWS = [
    row("产出指标", "数量指标", "会议次数", "150次", "100次", 10, 6),
    row("产出指标", "质量指标", "合格率", "≥95%", "98%", 10, 10, operator=">="),
]


@pytest.fixture
def accounts(unit: Unit, report: Report) -> Revision:
    return report(unit, 2023, {"运维经费": ROWS})


@pytest.mark.parametrize("address", ["/indicators/", "/indicators/charts/", "/indicators/quality/", "/projects/"])
def test_a_year_that_is_none_is_said_and_the_rest_kept(reader: Client, accounts: Revision, address: str) -> None:
    page = reader.get(address, {"year": "abc", "unit": "示例市"})
    shown = page.content.decode()
    assert "看不懂的年度" in shown
    assert 'value="abc"' in shown
    assert page.context["filter"].chosen == [("单位", "示例市")]
    assert page.context["filter"].qs.exists()
    assert "看不懂的年度" not in reader.get(address, {"year": "2023"}).content.decode()


def test_a_year_that_is_none_leaves_the_costs(reader: Client, accounts: Revision) -> None:
    page = reader.get("/indicators/costs/", {"year": "abc", "kind": "budget"})
    assert "看不懂的年度" in page.content.decode()
    assert page.context["filter"].chosen == [("类别", "预算")]


def test_charts_and_single_pages_give_their_list_away(reader: Client, accounts: Revision) -> None:
    one, series = PerformanceIndicator.objects.get(level3="合格率"), ProjectSeries.objects.get()
    for address in ("/indicators/charts/?verdict=met", f"/indicators/{one.pk}/", f"/projects/{series.pk}/"):
        page = reader.get(address).content.decode()
        assert "/indicators/export.xlsx?" in page
        assert 'name="about" value="indicators"' in page


def test_the_link_from_an_indicator_lists_that_one(reader: Client, accounts: Revision) -> None:
    one = PerformanceIndicator.objects.get(level3="合格率")
    query = reader.get(f"/indicators/{one.pk}/").context["alone"]
    shared = reader.post("/performance/share/", {"about": "indicators", "query": query})
    page = Client().get(shared["Location"]).content.decode()
    assert "合格率" in page
    assert "会议次数" not in page
    assert SharedComparison.objects.count() == 1
