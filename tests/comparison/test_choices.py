"""Whoever looks for units to compare is told when there are none, and why."""

import pytest

from disclosures.comparison import Selection
from disclosures.comparison.choices import offer
from disclosures.comparison.stages import Stage
from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = {"expenditure": [{"item": "total", "amount": 100}]}


@pytest.fixture
def units(publish: Publish) -> dict[str, Unit]:
    made = {
        name: Unit.objects.create(name=name, region="示例市") for name in ("信息中心", "规划局", "规划馆", "档案馆")
    }
    publish(made["信息中心"], 2023, SPENT)
    publish(made["规划局"], 2023, SPENT, kind="final_accounts")
    publish(made["规划馆"], 2024, SPENT)
    return made


def missed(units: dict[str, Unit], words: str, *stages: Stage) -> list[str]:
    chosen = Selection(units=(units["信息中心"].pk,), years=(2023,), stages=stages or (Stage.BUDGET,))
    return list(offer(chosen, words).missed)


def test_a_name_that_no_unit_has_is_said_beside_the_chosen_ones(units: dict[str, Unit]) -> None:
    assert missed(units, "不存在的单位") == ["没有找到名称、别名、拼音首字母或代码含“不存在的单位”的单位。"]


def test_what_a_unit_has_published_instead_is_said(units: dict[str, Unit]) -> None:
    assert missed(units, "规划局") == ["规划局没有公开预算，只公开了决算。"]
    assert missed(units, "规划局", Stage.OUTTURN) == []
    assert missed(units, "档案") == ["档案馆还没有公开文件。"]


def test_a_unit_that_is_offered_hides_no_other(units: dict[str, Unit]) -> None:
    assert missed(units, "规划") == ["规划局没有公开预算，只公开了决算。"]
    assert missed(units, "规划馆", Stage.BUDGET, Stage.OUTTURN) == []


def test_a_unit_that_is_chosen_already_is_not_missing(units: dict[str, Unit]) -> None:
    assert missed(units, "信息") == ["“信息”找到的单位已经选上了。"]


def test_without_words_nothing_is_missed(units: dict[str, Unit]) -> None:
    assert missed(units, "") == []
