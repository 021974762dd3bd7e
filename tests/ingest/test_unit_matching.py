"""One body is one unit, however documents print its name; two bodies are never one."""

import pytest
from django.core.exceptions import ValidationError

from disclosures.ingest.unit_matching import (
    AmbiguousUnit,
    find_or_create_supervisor,
    find_or_create_unit,
    similar_units,
)
from disclosures.models import Unit, UnitAlias

pytestmark = pytest.mark.django_db


def find(name, region="", confirmed=False):
    return find_or_create_unit(name, region, confirmed=confirmed).unit


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("上海市普陀区司法局", "上海市普陀区"),
        ("上海市普陀区司法局（本级）", "上海市普陀区"),
        ("上海市普陀区司法局(本级)", ""),
        ("上海市普陀区司法局本级", "上海市普陀区"),
        ("上海市 普陀区 司法局", ""),
        ("普陀区司法局", "上海市普陀区"),
        ("普陀区司法局", "上海市"),
        ("司法局", "上海市普陀区"),
    ],
)
def test_printings_of_one_name_are_one_unit(name, region):
    known = find("上海市普陀区司法局", "上海市普陀区")
    assert find(name, region) == known
    assert Unit.objects.count() == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("青河市（城东）水务所", ""), ("青河市(城东)水务所", "")),
        (("湖南省衡阳市交通运输局", ""), ("衡阳市交通运输局", "衡阳市")),
        (("衡阳市交通运输局", "湖南省衡阳市"), ("交通运输局", "衡阳市")),
        (("中共江苏省委办公厅", "江苏省"), ("江苏省委办公厅", "江苏省")),
        (("国家税务总局上海市税务局", "上海市"), ("国家税务总局上海市税务局", "")),
    ],
)
def test_brackets_provinces_and_the_party_make_no_difference(one, other):
    assert find(*one) == find(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("司法局", "上海市普陀区"), ("司法局", "舟山市普陀区")),
        (("普陀区司法局", ""), ("普陀区司法局", "上海市普陀区")),
        (("财政局", "青河市"), ("财政局", "白山市")),
        (("青河市财政局", ""), ("青河市东山区财政局", "")),
        (("青河市水务局", ""), ("青河市水务局信息中心", "")),
    ],
)
def test_the_same_name_elsewhere_is_another_unit(one, other):
    assert find(*one) != find(*other)


def test_a_name_without_a_place_waits_for_a_person_where_such_a_unit_is_known():
    find("财政局", "青河市")
    with pytest.raises(AmbiguousUnit) as doubt:
        find("财政局")
    assert [unit.region for unit in doubt.value.candidates] == ["青河市"]


def test_a_district_without_its_city_waits_for_a_person():
    find("上海市普陀区司法局", "上海市普陀区")
    with pytest.raises(AmbiguousUnit):
        find("普陀区司法局")


def test_what_a_person_gave_is_taken_at_its_word():
    find("财政局", "青河市")
    nameless_place = find("财政局", confirmed=True)
    assert nameless_place.region == ""
    assert find("财政局", confirmed=True) == nameless_place


def test_an_alias_leads_to_its_unit_after_a_rename():
    unit = find("青河市规划和自然资源局", "青河市")
    UnitAlias.objects.create(unit=unit, name="青河市国土资源局")
    assert find("国土资源局（本级）", "青河市") == unit


def test_本级_is_no_part_of_a_new_units_name():
    assert find("青河市水务局（本级）").name == "青河市水务局"


def test_a_unit_learns_its_code_and_place_but_keeps_what_it_knows():
    unit = find("青河市水务局")
    find_or_create_unit("青河市水务局", "青河市", code="083006", confirmed=False)
    find_or_create_unit("青河市水务局", "青河市", code="999999", confirmed=False)
    unit.refresh_from_db()
    assert (unit.region, unit.code) == ("青河市", "083006")


def test_the_supervising_department_is_looked_for_in_the_units_own_place():
    bureau = find("青河市水务局", "青河市")
    centre = find("青河市水务信息中心", "青河市")
    assert find_or_create_supervisor("水务局", centre).unit == bureau
    assert find_or_create_supervisor("湖东省水利厅", centre).unit.region == "湖东省"


def test_a_unit_does_not_supervise_itself():
    bureau = find("青河市水务局", "青河市")
    assert find_or_create_supervisor("水务局（本级）", bureau) is None


def test_units_that_may_be_the_same_are_shown():
    certain = find("上海市普陀区司法局", "上海市普陀区")
    unsure = find("普陀区司法局", confirmed=True)
    assert similar_units(unsure) == (certain,)
    assert similar_units(certain) == (unsure,)


def test_a_second_unit_of_one_name_is_refused_by_its_form():
    find("青河市（城东）水务所")
    with pytest.raises(ValidationError, match="已登记"):
        Unit(name="青河市(城东) 水务所").full_clean()


def test_an_alias_of_another_unit_is_refused():
    find("青河市水务局")
    other = find("青河市财政局")
    with pytest.raises(ValidationError, match="已使用此名称"):
        UnitAlias(unit=other, name="青河市水务局（本级）").full_clean()
