"""The home page shows what there is, and says so where there is nothing."""

import pytest
from django.test import Client

from disclosures.models import Revision, Unit
from tests.published import Publish
from tests.views.conftest import BUDGET, queries


def test_an_empty_site_says_what_to_do_next(reader: Client) -> None:
    page = reader.get("/").content.decode()
    assert "还没有发布任何文件" in page


def test_the_board_links_each_published_disclosure(reader: Client, budget: Revision) -> None:
    page = reader.get("/").content.decode()
    assert f'href="/disclosures/{budget.disclosure_id}/"' in page
    assert "2024年决算：没有文件" in page


def test_two_units_make_ready_comparisons(reader: Client, budget: Revision, publish: Publish) -> None:
    other = Unit.objects.create(name="示例市福利院", region="示例市")
    publish(other, 2024, BUDGET)
    page = reader.get("/").content.decode()
    assert "现成的比较" in page
    assert "row=three_public" in page


def test_more_units_ask_no_more_queries(reader: Client, publish: Publish) -> None:
    asked = []
    for number in range(4):
        publish(Unit.objects.create(name=f"单位{number}", region="示例市"), 2024, BUDGET)
        asked.append(queries(reader, "/"))
    assert asked[1] == asked[3]


@pytest.mark.parametrize(("severity", "counted"), [("error", "1"), ("warning", "1"), ("hint", "0")])
def test_hints_are_not_open_questions(
    reader: Client, unit: Unit, publish: Publish, severity: str, counted: str
) -> None:
    revision = publish(unit, 2024, BUDGET)
    Revision.objects.filter(pk=revision.pk).update(state="withdrawn")
    second = Revision.objects.create(disclosure=revision.disclosure, number=2, parser_version="test")
    second.findings.create(code="any", severity=severity, message="说明")
    Revision.objects.filter(pk=second.pk).update(state="published", published_at=revision.published_at)
    page = " ".join(reader.get("/").content.decode().split())
    assert f'待核对的检查结果</dt> <dd class="value"> {counted} </dd>' in page
