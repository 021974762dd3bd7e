"""A comparison in the API is the page's: one address, one writer, one result."""

import dataclasses
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.api.comparison import CellAnswer, ComparisonAnswer, ComparisonQuestion, SumAnswer
from disclosures.comparison import Selection
from disclosures.comparison.selection import _ADDRESSED
from disclosures.exports.records import HEADINGS, Record
from disclosures.exports.sums import SumRecord
from disclosures.models import Revision, Unit
from tests.api.conftest import Ask, address

pytestmark = pytest.mark.django_db


def compared(revision: Revision, **more: Any) -> dict[str, Any]:
    return {"units": revision.disclosure.unit_id, "years": "2023-2024", "by": "functional", **more}


def test_the_question_is_the_address_of_the_page():
    assert tuple(ComparisonQuestion.model_fields) == tuple(_ADDRESSED)
    for field in dataclasses.fields(Selection):
        (name,) = [name for name, said in _ADDRESSED.items() if said == field.name]
        usual = ComparisonQuestion.model_fields[name].default
        asked = Selection.from_query(dict_with(name, usual))
        assert asked == Selection(), name


def dict_with(name: str, value: Any) -> Any:
    from django.http import QueryDict

    query = QueryDict(mutable=True)
    if value is not None:
        query[name] = str(value)
    return query


def test_the_answer_is_the_download(ask: Ask, admin_client: Client, revision: Revision):
    asked = compared(revision, measure="share")
    query = address("", **asked).partition("?")[2]
    downloaded = admin_client.get(reverse("disclosures:export", args=["json"]) + f"?{query}").json()
    assert ask("comparison", **asked) == downloaded


def test_the_answer_is_in_the_order_that_is_asked_for(ask: Ask, revision: Revision):
    unit = revision.disclosure.unit_id
    cells = ask("comparison", **compared(revision, order="largest", sort=f"{unit}.2024"))
    amounts = [Decimal(cell["amount"] or "-1") for cell in cells["cells"] if cell["year"] == 2024 and cell["code"]]
    assert amounts == sorted(amounts, reverse=True)
    assert cells["title"].endswith("从大到小")
    assert cells["selection"].endswith(f"&order=largest&sort={unit}.2024")


@pytest.mark.parametrize("sort", ["214", "no_such_item"])
def test_an_order_by_what_the_answer_does_not_have_is_refused(ask: Ask, revision: Revision, sort: str):
    """Items are no columns where items are the rows, and what no row is called is none anywhere."""
    turns = ["items", "units"] if sort == "no_such_item" else ["items"]
    for turn in turns:
        error = ask("comparison", status=400, **compared(revision, order="largest", sort=sort, turn=turn))["error"]
        assert (error["code"], error["parameter"]) == ("bad_request", "sort")
        assert "所比较的一列" in error["message"]


def test_what_is_absent_is_null_with_its_state_and_reason(ask: Ask, revision: Revision):
    cells = ask("comparison", **compared(revision))["cells"]
    found = {(cell["year"], cell["code"]): (cell["state"], cell["amount"], cell["reason"]) for cell in cells}
    assert found[2024, "208"] == ("printed", "0.00", "")
    assert found[2024, "210"] == ("blank", None, "该格空白")
    assert found[2023, "208"] == ("not_disclosed", None, "该年度文件未公开")


def test_the_answer_has_the_form_that_is_described(ask: Ask, revision: Revision):
    other = Unit.objects.create(name="另一单位", region="衡阳市")
    assert tuple(CellAnswer.model_fields) == Record._fields
    assert tuple(SumAnswer.model_fields) == SumRecord._fields
    assert all(field.description == HEADINGS[name] for name, field in CellAnswer.model_fields.items())
    answer = ask("comparison", **compared(revision, units=f"{revision.disclosure.unit_id}.{other.pk}", sum="1"))
    assert answer["sums"]
    assert ComparisonAnswer.model_validate(answer).model_dump() == answer


def test_an_unchanged_answer_is_not_sent_twice(admin_client: Client, revision: Revision):
    place = address("comparison", **compared(revision))
    first = admin_client.get(place)
    again = admin_client.get(place, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
