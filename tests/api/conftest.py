"""A small office with published disclosures, and browsers that ask the API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from disclosures.models import Figure, PerformanceIndicator, Project, Revision, Unit
from tests.published import Publish

# The part of an address after /api/v1/, and the parameters → the answer.
Ask = Callable[..., Any]


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="信息中心", region="衡阳市", code="083006")


@pytest.fixture
def revision(unit: Unit, publish: Publish) -> Revision:
    """A published budget: a total, a printed zero, a blank, and a column of the year before."""
    rows = [
        {"item": "total", "amount": 100, "heading": "合计", "page": 3, "box": [1.5, 2, 3, 4]},
        {"function": "208", "amount": 0, "heading": "社会保障和就业支出"},
        {"function": "210", "amount": None, "heading": "卫生健康支出"},
        {"function": "214", "amount": 70.12, "heading": "交通运输支出"},
        {"function": "214", "amount": 65, "heading": "交通运输支出", "fiscal_year": 2023},
    ]
    return publish(unit, 2024, {"expenditure": rows, "government_funds": []}, empty=("government_funds",))


@pytest.fixture
def draft(unit: Unit) -> Revision:
    """A draft of the same unit, with content of every sort."""
    filed = Revision.objects.get(disclosure__unit=unit).disclosure
    made = Revision.objects.create(disclosure=filed, number=2, parser_version="test")
    fill(made)
    return made


def fill(revision: Revision, many: int = 1) -> None:
    """Put a project, indicators and sentences into a draft."""
    table = revision.tables.first() or revision.disclosure.revisions.order_by("number").first().tables.first()
    unit, year = revision.disclosure.unit, revision.disclosure.fiscal_year_id
    for number in range(many):
        project = Project.objects.create(
            revision=revision, table=table, unit=unit, fiscal_year=year, name=f"养护{number}", total_fen=1_234_50
        )
        PerformanceIndicator.objects.create(
            revision=revision, table=table, unit=unit, fiscal_year=year, project=project, level3="里程", target="≥90"
        )
        Figure.objects.create(revision=revision, topic="reception", value="5000", unit="yuan", sentence="5000元")


@pytest.fixture
def ask(admin_client: Client) -> Ask:
    """Return how to ask the API as the administrator: the answer's JSON, whose status is the usual one."""

    def asked(path: str, status: int = 200, **parameters: Any) -> Any:
        answer = admin_client.get(address(path, **parameters))
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    return asked


def address(path: str, **parameters: Any) -> str:
    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in parameters.items()})
    return f"/api/v1/{path}?{query.urlencode()}"
