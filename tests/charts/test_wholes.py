"""A drawn whole says which of its parts have no figure, and where they do not make up the printed total."""

import pytest

from disclosures.charts.comparison import draw
from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.pinned import Pins
from disclosures.comparison.selection import Chart
from disclosures.models import LineItem, Revision, Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

WHOLE = {"total": 100.5, "208": 30.25, "214": 70.25}


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="信息中心", region="衡阳市")


def spent(amounts: dict[str, float | None]) -> list[dict[str, object]]:
    keys = {"total": {"item": "total"}}
    return [{**keys.get(key, {"function": key}), "amount": amount} for key, amount in amounts.items()]


def caveat(unit: Unit, chart: Chart, *years: int) -> str:
    chosen = Selection(units=(unit.pk,), years=years or (2024,), dimension=Dimension.FUNCTIONAL, chart=chart)
    return draw(compare(chosen)).caveat


@pytest.mark.parametrize("chart", [Chart.STACKED, Chart.SHARES, Chart.TREEMAP])
def test_a_whole_of_all_its_parts_needs_no_word(unit: Unit, publish: Publish, chart: Chart) -> None:
    publish(unit, 2024, {"expenditure": spent(WHOLE)})
    assert caveat(unit, chart) == ""


@pytest.mark.parametrize("chart", [Chart.STACKED, Chart.SHARES, Chart.TREEMAP])
def test_a_whole_with_a_blank_part_says_which(unit: Unit, publish: Publish, chart: Chart) -> None:
    publish(unit, 2024, {"expenditure": spent({**WHOLE, "210": None})})
    assert caveat(unit, chart) == "图中的整体缺了部分：信息中心：2/3 项有数，缺卫生健康支出。"


def test_parts_that_do_not_make_up_the_printed_total_say_so(unit: Unit, publish: Publish) -> None:
    publish(unit, 2023, {"expenditure": spent(WHOLE)})
    publish(unit, 2024, {"expenditure": spent({**WHOLE, "total": 120.5})})
    said = caveat(unit, Chart.STACKED, 2023, 2024)
    assert said == "图中的整体缺了部分：信息中心 2024：图中各项相加100.50，文件列示合计120.50。"


def test_what_a_unit_does_not_list_is_no_part_of_its_whole(unit: Unit, publish: Publish) -> None:
    other = Unit.objects.create(name="司法局", region="衡阳市")
    publish(unit, 2024, {"expenditure": spent(WHOLE)})
    publish(other, 2024, {"expenditure": spent({"total": 5.5, "204": 5.5})})
    chosen = Selection(units=(unit.pk, other.pk), years=(2024,), dimension=Dimension.FUNCTIONAL, chart=Chart.STACKED)
    assert draw(compare(chosen)).caveat == ""


@pytest.mark.parametrize(("total", "is_whole"), [(100.51, True), (100.52, False)])
def test_rounding_of_the_parts_is_no_gap(unit: Unit, publish: Publish, total: float, is_whole: bool) -> None:
    publish(unit, 2024, {"expenditure": spent({**WHOLE, "total": total})})
    assert (caveat(unit, Chart.STACKED) == "") == is_whole


def test_a_pinned_sankey_draws_the_revenue_of_its_day(unit: Unit, publish: Publish) -> None:
    earned = [{"direction": "revenue", "item": item, "amount": 100} for item in ("total", "general_public")]
    old = publish(unit, 2024, {"expenditure": spent({"total": 100, "214": 100}), "revenue": earned})
    chosen = Selection(units=(unit.pk,), years=(2024,), dimension=Dimension.FUNCTIONAL, chart=Chart.SANKEY)
    pinned = Pins(tuple(compare(chosen).revisions), old.published_at)
    Revision.objects.filter(pk=old.pk).update(state="superseded")
    assert LineItem.objects.published().count() == 0
    assert draw(compare(chosen, pinned)).figure["data"][0]["link"]["value"] == [100.0, 100.0]
