"""However many rows an answer has, it takes the same few queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disclosures.models import Revision, Unit, UnitAlias
from tests.api.conftest import Ask, fill
from tests.published import Publish

pytestmark = pytest.mark.django_db

FEW, MANY = 1, 6


def counted(ask: Ask, path: str, **parameters: object) -> tuple[int, int]:
    """Return how many rows an answer has, and how many queries it took."""
    with CaptureQueriesContext(connection) as captured:
        answer = ask(path, **parameters)
    rows = answer["items"] if "items" in answer else answer.get("cells", answer)
    return len(rows), len(captured)


@pytest.mark.parametrize("path", ["line-items", "projects", "indicators", "figures"])
def test_content_of_a_revision(ask: Ask, revision: Revision, draft: Revision, path: str):
    shown = revision if path == "line-items" else draft
    few_rows, few = counted(ask, path, revision=shown.pk, limit=1)
    fill(draft, MANY)
    many_rows, many = counted(ask, path, revision=shown.pk)
    assert many_rows > few_rows
    assert many == few


@pytest.mark.parametrize("path", ["units", "disclosures"])
def test_units_and_disclosures(ask: Ask, publish: Publish, path: str):
    offices(publish, range(FEW))
    few_rows, few = counted(ask, path)
    offices(publish, range(FEW, MANY))
    many_rows, many = counted(ask, path)
    assert (few_rows, many_rows) == (FEW, MANY)
    assert many == few


def test_a_comparison(ask: Ask, publish: Publish):
    made = offices(publish, range(MANY))
    few_rows, few = counted(ask, "comparison", units=made[0].pk, years=2024)
    many_rows, many = counted(ask, "comparison", units=".".join(str(unit.pk) for unit in made), years="2023-2024")
    assert many_rows == few_rows * MANY * 2
    assert many == few


def offices(publish: Publish, numbers: range) -> list[Unit]:
    units = [Unit.objects.create(name=f"单位{number}", region="衡阳市") for number in numbers]
    for unit in units:
        UnitAlias.objects.create(unit=unit, name=f"{unit.name}中心")
        publish(unit, 2024, {"expenditure": [{"item": "total", "amount": 1}]})
    return units
