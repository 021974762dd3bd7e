"""Units are found by the pinyin initials of their names and aliases."""

from __future__ import annotations

import pytest

from disclosures.models import Unit, UnitAlias
from disclosures.models.initials import initials_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("上海市普陀区司法局", "shsptqsfj shptsfj"),
        ("重庆市长寿区行政审批局", "cqszsqxzspj"),  # several readings of one character: 重, 长, 行
        ("第1小学（本级）", "d1xxbj"),
    ],
)
def test_the_initials_of_a_name(name: str, initials: str) -> None:
    assert initials_of(name).startswith(initials)


@pytest.mark.parametrize("typed", ["sfj", "PTQSFJ", "shptsfj", "sfj 普陀", "司法"])
def test_a_unit_is_found_by_what_people_type(typed: str) -> None:
    bureau = Unit.objects.create(name="上海市普陀区司法局", region="上海市普陀区")
    Unit.objects.create(name="上海市财政局", region="上海市")
    assert list(Unit.objects.named_like(typed)) == [bureau]


def test_an_alias_has_its_initials_too() -> None:
    office = Unit.objects.create(name="上海市普陀区人民政府万里街道办事处", region="上海市普陀区")
    UnitAlias.objects.create(unit=office, name="长征镇政府")
    assert list(Unit.objects.named_like("czzzf")) == [office]


def test_a_new_name_has_new_initials() -> None:
    bureau = Unit.objects.create(name="某市教育局", region="某市")
    bureau.name = "某市体育局"
    bureau.save()
    assert [list(Unit.objects.named_like(typed)) for typed in ("jyj", "tyj")] == [[], [bureau]]
