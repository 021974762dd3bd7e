"""Comparisons with any chart, and every face of a shared link, have no barrier that axe knows of, light or dark."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page

from disclosures.comparison import Selection
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import Chart, Order
from disclosures.comparison.sort_columns import SortColumn, SortedBy
from disclosures.comparison.stages import Stage
from disclosures.models import SharedComparison, Unit
from tests.browser.barriers import barriers_in_both, open_whole
from tests.published import Publish

pytestmark = pytest.mark.django_db(transaction=True)

SPENT = [
    {"item": "total", "amount": 100},
    {"function": "208", "amount": 30},
    {"function": "20805", "amount": 30},
    {"function": "214", "amount": 70},
]
EARNED = [
    {"direction": "revenue", "item": "total", "amount": 100},
    {"direction": "revenue", "item": "general_public", "amount": 100},
]


@pytest.fixture
def selection(transactional_db: None, publish: Publish) -> Selection:
    """Two units' budgets of two years, and one's accounts."""
    units = [Unit.objects.create(name=name, region="示例市") for name in ("示例市信息中心", "示例市福利院")]
    for unit in units:
        for year in (2023, 2024):
            publish(unit, year, {"expenditure": SPENT, "revenue": EARNED})
    spent = [{**row, "phase": "outturn"} for row in SPENT]
    publish(units[0], 2024, {"expenditure": spent}, kind="final_accounts")
    return Selection(units=tuple(unit.pk for unit in units), years=(2023, 2024), dimension=Dimension.FUNCTIONAL)


def compared(selection: Selection) -> dict[str, str]:
    """Return comparisons that between them have every chart and both ways of setting the table."""
    one = selection.changed(units=selection.units[:1], years=(2024,), level="2")
    asked = {
        "nothing chosen": Selection(),
        "lines": selection,
        "units in rows, bars": selection.changed(years=(2024,), turn="units", chart=Chart.BARS, **by("214")),
        "shares": selection.changed(chart=Chart.SHARES),
        "dots of a change": selection.changed(chart=Chart.DOTS, measure="change"),
        "heat, sorted": selection.changed(chart=Chart.HEAT, **by(SortColumn(selection.units[0], 2024, Stage.BUDGET))),
        "treemap": one.changed(chart=Chart.TREEMAP),
        "sankey": one.changed(chart=Chart.SANKEY),
        "waterfall": one.changed(chart=Chart.WATERFALL, stages=("budget", "outturn")),
    }
    return {name: f"/compare/?{selection.to_query()}" for name, selection in asked.items()}


def by(column: SortedBy) -> dict[str, object]:
    return {"order": Order.LARGEST, "sorted_by": column}


def shared(selection: Selection) -> dict[str, str]:
    """Return a link's page and frame, one that asks for a password, and one that is closed."""
    owner = User.objects.create_user("owner")
    links = [
        SharedComparison.objects.create(title="支出", query=selection.to_query(), created_by=owner) for _ in range(3)
    ]
    opened, protected, closed = links
    protected.protect("一二三四")
    protected.save()
    closed.revoke()
    page = opened.get_absolute_url()
    others = {"password": protected.get_absolute_url(), "closed": closed.get_absolute_url()}
    return {"share": page, "embed": f"{page}embed/", **others}


def found(page: Page, addresses: dict[str, str]) -> dict[str, list[str]]:
    barred = {}
    for name, address in addresses.items():
        open_whole(page, address)
        barred[name] = barriers_in_both(page)
    return {name: listed for name, listed in barred.items() if listed}


def test_no_comparison_has_a_barrier(reader: Page, selection: Selection) -> None:
    assert found(reader, compared(selection)) == {}


def test_no_face_of_a_link_has_a_barrier(page: Page, selection: Selection) -> None:
    assert found(page, shared(selection)) == {}
