"""The API lists units, disclosures and figures as they were published, page by page."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from disclosures.ingest.corrections import correct_amount
from disclosures.models import Finding, PerformanceIndicator, Revision, Unit, UnitAlias
from tests.api.conftest import Ask

pytestmark = pytest.mark.django_db


def named(found: Any) -> list[str]:
    return [one["name"] for one in found["items"]]


def test_units_are_found_by_name_alias_place_and_department(ask: Ask, unit: Unit):
    bureau = Unit.objects.create(name="交通局", region="长沙市", type="administrative")
    unit.supervising_department = bureau
    unit.save()
    UnitAlias.objects.create(unit=unit, name="数据中心")
    assert named(ask("units", search="信息")) == named(ask("units", search="数据")) == ["信息中心"]
    assert named(ask("units", region="长沙")) == ["交通局"]
    assert named(ask("units", department=bureau.pk)) == ["信息中心", "交通局"]
    assert named(ask("units", type="administrative")) == ["交通局"]


def test_a_unit_comes_with_its_aliases_and_disclosures(ask: Ask, revision: Revision):
    unit = revision.disclosure.unit
    UnitAlias.objects.create(unit=unit, name="数据中心")
    told = ask(f"units/{unit.pk}")
    assert (told["aliases"], told["code"], told["type"]) == (["数据中心"], "083006", None)
    assert told["address"] == f"http://testserver/units/{unit.pk}/"
    assert [(one["fiscal_year"], one["kind"]) for one in told["disclosures"]] == [(2024, "budget")]


def test_a_disclosure_comes_with_its_revisions_and_files(ask: Ask, revision: Revision):
    (listed,) = ask("disclosures", unit=revision.disclosure.unit_id, year=2024, kind="budget", scope="unit")["items"]
    assert listed == ask(f"disclosures/{revision.disclosure_id}")
    (told,) = listed["revisions"]
    assert (told["number"], told["state"], told["parser_version"]) == (1, "published", "test")
    assert told["files"][0]["sha256"] == revision.files.get().sha256
    assert ask("disclosures", year=2023)["items"] == ask("disclosures", kind="final_accounts")["items"] == []


def test_tables_say_where_they_are_declared_empty(ask: Ask, revision: Revision):
    told = ask(f"revisions/{revision.pk}/tables")
    assert [(one["kind"], one["declared_empty"]) for one in told] == [
        ("expenditure", False),
        ("government_funds", True),
    ]


def test_amounts_are_exact_text_and_a_blank_is_never_zero(ask: Ask, revision: Revision):
    rows = ask("line-items", revision=revision.pk)["items"]
    assert [(row["function"], row["amount"], row["state"]) for row in rows] == [
        (None, "1000000.00", "printed"),
        ("208", "0.00", "printed"),
        ("210", None, "blank"),
        ("214", "701200.00", "printed"),
        ("214", "650000.00", "printed"),
    ]
    assert rows[0]["source"] == f"http://testserver/source/{rows[0]['id']}/"
    assert (rows[0]["page"], rows[0]["bbox"], rows[0]["printed"]) == (3, [1.5, 2.0, 3.0, 4.0], "100")
    assert (rows[0]["item"], rows[0]["nature"], rows[0]["heading"]) == ("total", None, "合计")


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        ({"function": "214"}, ["701200.00", "650000.00"]),
        ({"function": "214", "fiscal_year": 2023}, ["650000.00"]),
        ({"item": "total"}, ["1000000.00"]),
        ({"state": "blank"}, [None]),
        ({"table_kind": "government_funds"}, []),
        ({"year": 2023}, []),
    ],
)
def test_line_items_are_narrowed_by_their_dimensions(ask: Ask, revision: Revision, narrowed, expected):
    found = ask("line-items", unit=revision.disclosure.unit_id, **narrowed)
    assert [row["amount"] for row in found["items"]] == expected


def test_a_corrected_amount_counts_and_what_was_read_stays_known(ask: Ask, revision: Revision, admin_user: User):
    item = revision.line_items.get(function="208")
    correct_amount(item, None, cause="reading_error", reason="是横线", by=admin_user)
    told = ask("line-items", revision=revision.pk, function="208")["items"][0]
    assert (told["amount"], told["amount_read"], told["state"]) == (None, "0.00", "blank")
    assert [(one["field"], one["cause"], one["reason"]) for one in told["corrections"]] == [
        ("amount", "reading_error", "是横线")
    ]


def test_the_pages_of_a_list_hold_every_row_once(ask: Ask, admin_client, revision: Revision):
    whole = [row["id"] for row in ask("line-items", revision=revision.pk)["items"]]
    paged, page = [], ask("line-items", revision=revision.pk, limit=2)
    while page["next"]:
        paged += page["items"]
        page = admin_client.get(page["next"]).json()
    assert [row["id"] for row in paged + page["items"]] == whole
    assert len(paged) == 4


def test_content_of_every_sort_has_its_source(ask: Ask, revision: Revision, draft: Revision):
    for path, kind in (("projects", "project"), ("indicators", "indicator"), ("figures", "figure")):
        (row,) = ask(path, revision=draft.pk)["items"]
        assert row["source"] == f"http://testserver/source/{kind}/{row['id']}/"
    assert ask("projects", revision=draft.pk)["items"][0]["total"] == "1234.50"
    assert ask("projects", revision=draft.pk)["items"][0]["approved"] is None
    assert ask("indicators", revision=draft.pk, verdict="met")["items"] == []


def test_targets_of_the_whole_term_are_told_from_the_years(ask: Ask, revision: Revision, draft: Revision):
    year = draft.indicators.get()
    table = draft.disclosure.revisions.order_by("number").first().tables.first()
    PerformanceIndicator.objects.create(
        revision=draft, table=table, unit=year.unit, fiscal_year=2024, level3="里程", target="≥270", of_term=True
    )
    told = {row["target"]: row["of_term"] for row in ask("indicators", revision=draft.pk)["items"]}
    assert told == {"≥90": False, "≥270": True}


def test_a_list_without_a_revision_is_of_what_is_published(ask: Ask, revision: Revision, draft: Revision):
    assert ask("projects", unit=revision.disclosure.unit_id)["items"] == []
    assert len(ask("projects", revision=draft.pk)["items"]) == 1


def test_findings_tell_what_they_are_about(ask: Ask, revision: Revision, draft: Revision):
    places = [{"label": "合计", "printed": "3.00万元", "page": 2, "box": [1, 2, 3, 4]}]
    Finding.objects.create(
        revision=draft, code="arithmetic.children", severity="error", message="不等", expected="20000", places=places
    )
    (told,) = ask("findings", revision=draft.pk, severity="error", rule="arithmetic.children")["items"]
    assert (told["expected"], told["reply"]) == ("2.00万元", None)
    (place,) = told["places"]
    assert (place["label"], place["printed"], place["page"], place["bbox"]) == ("合计", "3.00万元", 2, [1, 2, 3, 4])
    assert place["source"].startswith(f"http://testserver/findings/{told['id']}/")
    assert ask("findings", revision=draft.pk, severity="hint")["items"] == []


def test_one_figure_tells_where_it_was_printed(ask: Ask, revision: Revision):
    item = revision.line_items.get(item="total")
    told = ask(f"source/{item.pk}")
    assert told["figure"]["id"] == item.pk
    assert (told["file"]["name"], told["revision_number"], told["money_unit"]) == ("a.pdf", 1, "万元")
    assert told["neighbours"]["below"] == revision.line_items.get(function="208").pk
