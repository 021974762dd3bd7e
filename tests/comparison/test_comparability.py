"""What sets columns apart is said in words on the column; columns that are alike have no note."""

import pytest

from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

EXACT = {"expenditure": [{"item": "total", "amount": 100.01}, {"function": "214", "amount": 70.01}]}


@pytest.fixture
def department(db: None) -> Unit:
    return Unit.objects.create(name="交通运输局", region="衡阳市")


@pytest.fixture
def unit(department: Unit) -> Unit:
    return Unit.objects.create(name="信息中心", region="衡阳市", supervising_department=department)


def notes(*units: Unit, years: tuple[int, ...] = (2024,), **more: object) -> list[str]:
    selection = Selection(units=tuple(one.pk for one in units), years=years, dimension=Dimension.FUNCTIONAL)
    return [note for _column, note in compare(selection.changed(**more)).notes()]


def test_alike_columns_have_no_note(unit: Unit, publish: Publish) -> None:
    publish(unit, 2023, EXACT)
    publish(unit, 2024, EXACT)
    assert notes(unit, years=(2023, 2024)) == []


def test_a_department_beside_a_unit_alone_is_labelled(unit: Unit, publish: Publish) -> None:
    other = Unit.objects.create(name="司法局", region="衡阳市")
    publish(unit, 2024, EXACT, scope="unit")
    publish(other, 2024, EXACT, scope="department")
    assert notes(unit, other) == ["口径为单位（不含下属单位）", "口径为部门（含下属单位）"]


def test_a_child_beside_its_parent_must_not_be_added(unit: Unit, department: Unit, publish: Publish) -> None:
    publish(unit, 2024, EXACT, scope="")
    publish(department, 2024, EXACT, scope="department")
    assert notes(unit, department) == ["主管部门交通运输局也在比较中，其部门口径已包含本单位，不可相加"]


def test_a_unit_below_a_unit_of_its_department_is_held_by_it_too(
    unit: Unit, department: Unit, publish: Publish
) -> None:
    below = Unit.objects.create(name="信息中心机房", region="衡阳市", supervising_department=unit)
    publish(below, 2024, EXACT, scope="")
    publish(department, 2024, EXACT, scope="department")
    assert notes(below, department) == ["主管部门交通运输局也在比较中，其部门口径已包含本单位，不可相加"]


def test_a_department_that_published_only_its_own_figures_holds_nobody_else(
    unit: Unit, department: Unit, publish: Publish
) -> None:
    publish(unit, 2024, EXACT, scope="unit")
    publish(department, 2024, EXACT, scope="unit")
    assert notes(unit, department) == []


def test_figures_in_whole_units_say_their_precision(unit: Unit, publish: Publish) -> None:
    publish(unit, 2024, {"expenditure": [{"item": "total", "amount": 100}, {"function": "214", "amount": 70}]})
    assert notes(unit) == ["原表只精确到万元，尾数差异属四舍五入"]


def test_years_on_both_sides_of_the_reform_are_labelled(unit: Unit, publish: Publish) -> None:
    publish(unit, 2018, EXACT)
    publish(unit, 2019, EXACT)
    assert notes(unit, years=(2018, 2019)) == ["2019年起功能分类科目有调整，同一编码前后内容可能不同"]
