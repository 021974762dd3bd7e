"""Units are found by name, former name or code; a unit's page shows its money."""

import pytest
from django.test import Client

from disclosures.models import Revision, Unit
from tests.published import Publish
from tests.views.conftest import BUDGET, queries


@pytest.mark.parametrize("words", ["信息中心", "交通局", "0830"], ids=["name", "former name", "code"])
def test_a_unit_is_found(reader: Client, unit: Unit, words: str) -> None:
    unit.aliases.create(name="示例市交通局信息中心", region="示例市")
    assert unit.name in reader.get("/units/", {"q": words}).content.decode()


def test_a_unit_found_by_many_names_has_published_no_more(reader: Client, budget: Revision) -> None:
    for number in range(3):
        budget.disclosure.unit.aliases.create(name=f"信息中心第{number}名", region="示例市")
    (listed,) = reader.get("/units/", {"q": "信息中心"}).context["table"].data
    assert listed.published == 1


def test_nothing_found_says_what_to_do_next(reader: Client, unit: Unit) -> None:
    page = reader.get("/units/", {"q": "不存在的"}).content.decode()
    assert "没有找到这样的单位" in page
    assert unit.name not in page


def test_units_are_narrowed_by_place(reader: Client, unit: Unit) -> None:
    Unit.objects.create(name="别处财政局", region="别处")
    page = reader.get("/units/", {"region": "示例市"}).content.decode()
    assert unit.name in page
    assert "别处财政局" not in page


def test_headlines_link_to_the_cell_they_were_read_from(reader: Client, budget: Revision) -> None:
    total = budget.line_items.get(table_kind="revenue_expenditure", direction="expenditure")
    page = reader.get(f"/units/{budget.disclosure.unit_id}/").content.decode()
    assert f"/source/{total.pk}/" in page


def test_basic_and_project_spending_divide_the_year(reader: Client, budget: Revision) -> None:
    page = reader.get(f"/units/{budget.disclosure.unit_id}/").content.decode()
    assert "83.4 : 16.6" in page


def test_change_has_a_sign_and_a_word(reader: Client, unit: Unit, publish: Publish) -> None:
    for year, total in ((2023, 200.0), (2024, 150.0)):
        rows = [{"item": "total", "heading": "支出总计", "amount": total}]
        publish(unit, year, {"revenue_expenditure": rows})
    page = reader.get(f"/units/{unit.pk}/").content.decode()
    assert "比上年下降 -25.00%" in page


def test_the_newest_year_is_shown_unless_another_is_chosen(reader: Client, unit: Unit, publish: Publish) -> None:
    for year in (2023, 2024):
        publish(unit, year, BUDGET)
    page = f"/units/{unit.pk}/"
    assert reader.get(page).context["chosen"].fiscal_year_id == 2024
    assert reader.get(page, {"year": "2023"}).context["chosen"].fiscal_year_id == 2023
    assert reader.get(page, {"year": "zero"}).context["chosen"].fiscal_year_id == 2024


def test_a_unit_without_figures_says_so(reader: Client, unit: Unit) -> None:
    assert "这个单位还没有发布预算或决算" in reader.get(f"/units/{unit.pk}/").content.decode()


def test_more_years_ask_no_more_queries(reader: Client, unit: Unit, publish: Publish) -> None:
    asked = []
    for year in range(2021, 2025):
        publish(unit, year, BUDGET)
        asked.append(queries(reader, f"/units/{unit.pk}/"))
    assert asked[1] == asked[3]
