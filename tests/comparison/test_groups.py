"""Units come into a comparison by department, place, type, or likeness to the first one."""

import pytest

from disclosures.comparison import Selection
from disclosures.comparison.groups import groups, nothing_added, with_group
from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db


def spending(function: str, amount: int) -> dict[str, list[dict[str, object]]]:
    return {"expenditure": [{"item": "total", "amount": amount}, {"function": function, "amount": amount}]}


@pytest.fixture
def units(db: None, publish: Publish) -> dict[str, Unit]:
    department = Unit.objects.create(name="交通运输局", region="衡阳市")
    made = {
        "department": department,
        "centre": Unit.objects.create(name="信息中心", region="衡阳市", supervising_department=department),
        "like": Unit.objects.create(name="指挥中心", region="深圳市", type="public_institution"),
        "large": Unit.objects.create(name="公路中心", region="深圳市南山区"),
        "court": Unit.objects.create(name="法院", region="江苏省"),
    }
    for name, (function, amount) in SPENT.items():
        publish(made[name], 2024, spending(function, amount))
    return made


SPENT = {
    "department": ("214", 900),
    "centre": ("214", 100),
    "like": ("214", 290),
    "large": ("214", 400),
    "court": ("204", 100),
}


def added(units: dict[str, Unit], group: str, first: str = "centre") -> set[str]:
    selection = with_group(Selection(units=(units[first].pk,), years=(2024,)), group)
    return {name for name, unit in units.items() if unit.pk in selection.units} - {first}


def test_a_department_brings_its_units(units: dict[str, Unit]) -> None:
    assert added(units, f"department:{units['department'].pk}", "court") == {"department", "centre"}


def test_a_place_brings_the_places_in_it(units: dict[str, Unit]) -> None:
    assert added(units, "region:深圳市") == {"like", "large"}


def test_a_type_brings_its_units(units: dict[str, Unit]) -> None:
    assert added(units, "type:public_institution") == {"like"}


def test_like_units_have_the_same_largest_function_and_a_like_size(units: dict[str, Unit]) -> None:
    assert added(units, "like:") == {"like"}


@pytest.mark.parametrize("nonsense", ["", "like", "department:x", "region:", "planet:mars"])
def test_nonsense_adds_nothing(units: dict[str, Unit], nonsense: str) -> None:
    assert added(units, nonsense) <= {"like"}


def test_the_groups_offered_have_units(units: dict[str, Unit]) -> None:
    offered = groups(Selection(units=(units["centre"].pk,), years=(2024,)))
    assert [group.label for group in offered] == [
        "与第一个单位职能、规模相近的单位",
        "交通运输局所属",
        "江苏省",
        "深圳市",
        "深圳市南山区",
        "衡阳市",
        "事业单位",
    ]


def test_why_a_group_adds_nothing_is_said(units: dict[str, Unit]) -> None:
    def said(first: str, group: str, year: int = 2024) -> str:
        return nothing_added(Selection(units=(units[first].pk,), years=(year,)), group)

    assert "与法院相近" in said("court", "like:")
    assert "2024年预算中支出最多的功能分类（类）相同，且支出总额不小于其 1/3、不大于其 3 倍" in said("court", "like:")
    assert said("court", "like:", 2019).startswith("法院没有公开2019年预算的功能分类支出")
    assert said("court", "region:江苏省").startswith("没有可加入的单位")
