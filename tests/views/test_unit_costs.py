"""What a vehicle, a visit and a guest cost is drawn over units and years, and opens both numbers it is made of."""

import pytest
from django.test import Client

from disclosures.models import Figure, Revision, Section, Unit
from tests.published import Publish

SPENT = [
    {"item": "vehicle_operation", "phase": "outturn", "amount": 2},
    {"item": "reception", "phase": "outturn", "amount": 0.33},
]
WORDS = "公务接待费支出0.33万元，全年共接待来访团组2个、来宾15人次。"


def filed(unit: Unit, year: int, publish: Publish, vehicles: int, words: str = "") -> Revision:
    revision = publish(unit, year, {"three_public": SPENT}, kind="final_accounts")
    place = {"revision_id": revision.pk, "topic": "vehicle_count", "unit": "count", "sentence": f"有车{vehicles}辆"}
    # Straight to the table: what is filed is closed to everyone else.
    Figure._base_manager.bulk_create([Figure(value=str(vehicles), **place)])
    Section._base_manager.bulk_create([Section(revision_id=revision.pk, title="三公", text=words, page=8)])
    return revision


@pytest.fixture
def years(unit: Unit, publish: Publish) -> list[Revision]:
    return [filed(unit, 2021, publish, 1), filed(unit, 2022, publish, 0), filed(unit, 2023, publish, 2, WORDS)]


def test_years_make_a_course_with_gaps_and_a_reason(reader: Client, years: list[Revision]) -> None:
    page = reader.get("/indicators/costs/")
    vehicle, visit, guest = page.context["drawings"]
    (course,) = vehicle.figure["data"]
    assert (list(course["x"]), list(course["y"])) == (["2021", "2022", "2023"][:3], [20000.0, None, 10000.0])
    assert course["customdata"][0] == f"{years[0].pk}-vehicle"
    assert "÷ 2" in vehicle.words
    assert [bar["x"] for drawing in (visit, guest) for bar in drawing.figure["data"]] == [[1650.0], [220.0]]
    text = page.content.decode()
    assert "数量为0，不能相除" in text
    assert text.count('class="no-figure">文件没有写明数量') == 4


def test_a_quotient_opens_its_amount_and_its_number(reader: Client, years: list[Revision]) -> None:
    last = years[-1]
    item, figure = last.line_items.get(item="vehicle_operation"), last.figures.get()
    page = reader.get(f"/indicators/costs/{last.pk}/vehicle/").content.decode()
    assert "10,000.00 元" in page
    assert f"/source/{item.pk}/" in page
    assert f"/source/figure/{figure.pk}/" in page
    panel = reader.get(f"/indicators/costs/{last.pk}/guest/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in panel
    assert "来宾15人次" in panel
    assert f"/disclosures/{last.disclosure_id}/?tab=text" in panel
    assert reader.get(f"/indicators/costs/{last.pk}/nothing/").status_code == 404


def test_units_that_count_stand_first_and_one_may_ask_for_fewer(
    reader: Client, years: list[Revision], publish: Publish
) -> None:
    other = Unit.objects.create(name="一个不写数量的单位", region="示例市")
    publish(other, 2023, {"three_public": SPENT}, kind="final_accounts")
    names = [revision.disclosure.unit.name for revision, _costs in reader.get("/indicators/costs/").context["rows"]]
    assert names == ["示例市信息中心"] * 3 + ["一个不写数量的单位"]
    asked = {"unit": "示例", "year": "2021", "kind": "final_accounts"}
    assert len(reader.get("/indicators/costs/", asked).context["rows"]) == 1
    assert "没有这样的预算或决算" in reader.get("/indicators/costs/?unit=没有").content.decode()


def test_a_unit_page_draws_its_own_years(reader: Client, unit: Unit, years: list[Revision]) -> None:
    (drawing,) = reader.get(f"/units/{unit.pk}/").context["cost_drawings"]
    assert drawing.title == "每辆公务用车运行费"
