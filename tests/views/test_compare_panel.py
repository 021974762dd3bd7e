"""The comparison's panel answers every search and every group, also where nothing comes of it."""

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.models import Revision, Unit

pytestmark = pytest.mark.django_db


def asked(reader: Client, **said: object) -> str:
    return reader.get(reverse("disclosures:compare"), said, follow=True).content.decode()


def test_a_search_that_finds_nothing_says_so_beside_the_chosen_unit(
    reader: Client, unit: Unit, budget: Revision
) -> None:
    said = "没有找到名称、别名、拼音首字母或代码含“规划”的单位。"
    assert said in asked(reader, units=unit.pk, years=2024, find="规划")
    assert said not in asked(reader, units=unit.pk, years=2024)


def test_a_group_that_adds_no_unit_says_why_once(reader: Client, unit: Unit, budget: Revision) -> None:
    assert f"与{unit.name}相近的单位。相近指：" in asked(reader, units=unit.pk, years=2024, add="like:")
    assert "相近指" not in asked(reader, units=unit.pk, years=2024)


def test_a_group_that_adds_units_needs_no_words(reader: Client, unit: Unit, budget: Revision) -> None:
    other = Unit.objects.create(name="示例市档案馆", region="示例市")
    page = asked(reader, units=other.pk, years=2024, add="region:示例市")
    assert "没有可加入的单位" not in page
    assert "2个单位" in page or f"{other.name}、{unit.name}" in page
