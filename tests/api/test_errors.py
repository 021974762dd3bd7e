"""Whoever asks wrongly is told in words what is wrong; nothing is passed over, and nothing fails."""

from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from disclosures.api import api
from disclosures.models import Revision, SharedComparison
from tests.api.conftest import Ask, address

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "parameters", "named", "said"),
    [
        ("units", {"name": "x"}, "name", "可用的参数：limit、after、search、region、department、type"),
        ("units/1", {"name": "x"}, "name", "没有参数 name"),
        ("units", {"limit": "1001"}, "limit", "不能大于 1000"),
        ("units", {"limit": "many"}, "limit", "应为整数"),
        ("units", {"search": "\0"}, "search", "写法不对"),
        ("units", {"type": "firm"}, "type", "administrative、civil_service_like、public_institution"),
        ("units/0", {}, "unit", "不能小于 1"),
        ("disclosures", {"year": "1200"}, "year", "不能小于 1990"),
        ("line-items", {}, "unit", "请用 unit、disclosure 或 revision"),
        ("line-items", {"unit": "1", "fund": "none"}, "fund", "只能是 all、fiscal"),
        ("source/9223372036854775808", {}, "figure", "不能大于"),
        ("comparison", {"units": "1"}, "years", "请用 units 和 years"),
        ("comparison", {"units": "1", "years": "2024", "by": "x"}, "by", "只能是 headline"),
        ("comparison", {"units": "1", "years": "2024.2023"}, "years", "从小到大"),
        ("comparison", {"units": "1", "years": "2024", "stages": "outturn.budget"}, "stages", "依此次序"),
        ("comparison", {"units": "1.1", "years": "2024"}, "units", "不重复"),
        ("comparison", {"units": ".".join(map(str, range(1, 202))), "years": "2024"}, "units", "最多 200 个"),
        ("comparison", {"units": "1", "years": "2024", "only": "%"}, "only", "看不懂"),
        ("comparison", {"units": "1", "years": "2024", "order": "largest", "sort": "2.2024"}, "sort", "所比较的一列"),
        ("comparison", {"units": "1", "years": "2024", "sort": "1.2024"}, "sort", "用 order 说明方向"),
        (
            "comparison",
            {"units": "1", "years": "2024", "measure": "verdict"},
            "measure",
            "by=headline 时 measure 只能是",
        ),
        ("comparison", {"units": "987654321", "years": "2024"}, "units", "没有编号为 987654321 的单位"),
        ("comparison", {"units": "1", "years": "2024", "sums": "1"}, "sums", "没有参数 sums"),
    ],
)
def test_a_wrong_question_is_answered_with_what_is_wrong(ask: Ask, path: str, parameters: Any, named: str, said: str):
    error = ask(path, status=400, **parameters)["error"]
    assert (error["code"], error["parameter"]) == ("bad_request", named)
    assert said in error["message"]


def test_a_parameter_may_stand_once(admin_client: Client):
    answer = admin_client.get("/api/v1/units?limit=1&limit=2")
    assert answer.status_code == 400
    assert answer.json()["error"]["message"] == "参数 limit 只能写一次。"


def test_an_empty_field_of_a_form_asks_nothing(ask: Ask, revision: Revision):
    assert ask("units", search="", type="", limit="") == ask("units")


@pytest.mark.parametrize("path", ["units/7", "disclosures/7", "revisions/7/tables", "source/7", "shares/x", "x/y/z"])
def test_what_is_not_there_is_not_found(ask: Ask, path: str):
    assert ask(path, status=404)["error"]["code"] == "not_found"


@pytest.mark.parametrize("named", ["unit", "disclosure", "revision"])
def test_lists_of_what_is_not_there_are_not_found(ask: Ask, named: str):
    assert ask("findings", status=404, **{named: 7})["error"]["code"] == "not_found"


def test_visitors_are_asked_to_sign_in_unless_browsing_is_public(client: Client, revision: Revision):
    answer = client.get("/api/v1/units")
    assert answer.status_code == 401
    assert answer.json()["error"]["message"] == "请先登录：http://testserver/accounts/login/"
    with override_settings(PUBLIC_BROWSING=True):
        assert client.get("/api/v1/units").json()["items"][0]["name"] == "信息中心"


@override_settings(PUBLIC_BROWSING=True)
def test_drafts_are_hidden_from_all_but_those_who_answer_for_them(client: Client, revision: Revision, draft: Revision):
    shown = client.get(address(f"disclosures/{revision.disclosure_id}")).json()
    assert [one["state"] for one in shown["revisions"]] == ["published"]
    hidden = [
        address(path, revision=draft.pk) for path in ("line-items", "projects", "indicators", "figures", "findings")
    ]
    assert {client.get(one).status_code for one in [*hidden, address(f"revisions/{draft.pk}/tables")]} == {404}


@override_settings(PUBLIC_BROWSING=True)
def test_a_superseded_figure_leads_to_what_stands_now(client: Client, revision: Revision):
    item = revision.line_items.get(item="total")
    revision.state = Revision.State.SUPERSEDED
    revision.save()
    answer = client.get(address(f"source/{item.pk}"))
    assert (answer.status_code, answer.json()["error"]["code"]) == (410, "gone")
    assert f"http://testserver/disclosures/{revision.disclosure_id}/" in answer.json()["error"]["message"]


@pytest.fixture
def link(revision: Revision) -> SharedComparison:
    return SharedComparison.objects.create(
        title="给大家看", query=f"units={revision.disclosure.unit_id}&years=2024&by=functional"
    )


def test_a_shared_link_gives_its_data_to_anyone(client: Client, link: SharedComparison):
    answer = client.get(address(f"shares/{link.slug}"))
    downloaded = client.get(reverse("disclosures:export_share", args=[link.slug, "json"]))
    assert answer.json() == downloaded.json()
    assert "no-store" in answer["Cache-Control"]
    assert answer.json()["cells"][0]["source"].startswith(f"http://testserver/s/{link.slug}/source/")


def test_a_revoked_link_gives_nothing(ask: Ask, link: SharedComparison):
    link.revoke()
    assert ask(f"shares/{link.slug}", status=410)["error"]["code"] == "gone"


def test_a_protected_link_wants_its_password_first(client: Client, link: SharedComparison):
    link.protect("秘密")
    link.save()
    refused = client.get(address(f"shares/{link.slug}"))
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "password")
    client.post(reverse("disclosures:unlock_share", args=[link.slug]), {"password": "秘密"})
    assert client.get(address(f"shares/{link.slug}")).status_code == 200


def test_a_shared_list_has_no_comparison(ask: Ask, link: SharedComparison):
    link.about = SharedComparison.About.INDICATORS
    link.save()
    assert ask(f"shares/{link.slug}", status=404)["error"]["code"] == "not_found"


def test_every_question_says_how_it_may_be_refused():
    answers = [call["get"]["responses"] for call in api.get_openapi_schema()["paths"].values()]
    assert len(answers) > 10
    assert all({200, 400, 401, 404} <= set(answer) for answer in answers)
