"""People and a published disclosure for the views' tests."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from disclosures.models import Finding, Revision, Unit
from tests.published import Publish

TOTAL = {"item": "total", "heading": "支出总计"}
BUDGET = {
    "revenue_expenditure": [
        {"direction": "revenue", "item": "total", "heading": "收入总计", "amount": 120.5},
        {**TOTAL, "amount": 120.5},
    ],
    "expenditure": [
        {"item": "total", "heading": "合计", "amount": 120.5},
        {"item": "total", "heading": "合计", "nature": "basic", "amount": 100.5},
        {"item": "total", "heading": "合计", "nature": "project", "amount": 20.0},
        {"function": "208", "heading": "社会保障和就业支出", "amount": 20.5},
        {"function": "20805", "heading": "行政事业单位养老支出", "amount": 20.5},
        {"function": "214", "heading": "交通运输支出", "amount": None},
    ],
    "three_public": [{"item": "three_public", "heading": "合计", "amount": 2.0}],
}


def queries(client: Client, address: str) -> int:
    """Count what a page asks the database."""
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="示例市信息中心", region="示例市", code="083006")


@pytest.fixture
def budget(unit: Unit, publish: Publish) -> Revision:
    return publish(unit, 2024, BUDGET)


@pytest.fixture
def reader(client: Client, db: None) -> Client:
    client.force_login(get_user_model().objects.create_user("reader"))
    return client


@pytest.fixture
def clerk(client: Client, db: None) -> Client:
    client.force_login(get_user_model().objects.create_user("clerk", is_staff=True))
    return client


@pytest.fixture
def draft(unit: Unit, publish: Publish) -> Revision:
    """A second revision of a published budget, still with the clerk and with one error found."""
    first = publish(unit, 2023, BUDGET)
    second = Revision.objects.create(disclosure=first.disclosure, number=2, parser_version="test")
    Finding.objects.create(
        revision=second,
        code="arithmetic.children",
        severity="error",
        message="合计与明细不符",
        pages=[5],
        expected="1205000.00",
        actual="1206000.00",
        difference="1000.00",
    )
    return second
