"""The lists show what is stored, and let nobody change it by hand."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.ingest import ingest, publish
from disclosures.models import Revision, SharedComparison, Unit
from disclosures.sources.rules import rule_title
from tests.ingest.readings import read

pytestmark = pytest.mark.django_db

LISTS = (
    "disclosure", "figure", "finding", "job", "lineitem", "performanceindicator", "project", "revision",
    "sharedcomparison", "statementtable", "unit",
)  # fmt: skip


@pytest.fixture
def draft(db):
    return ingest(read(), content=b"first file", uploaded_by=None)


@pytest.mark.parametrize("model", LISTS)
def test_an_empty_list_says_what_to_do(clerk, model):
    shown = clerk.get(reverse(f"admin:disclosures_{model}_changelist")).content.decode()
    assert "还没有" in shown
    assert "上传公开文件" in shown


@pytest.mark.parametrize("model", LISTS)
def test_a_list_shows_its_rows_within_few_queries(admin_client, draft, model, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        shown = admin_client.get(reverse(f"admin:disclosures_{model}_changelist"))
    assert shown.status_code == 200


@pytest.mark.parametrize("model", ["lineitem", "statementtable", "project", "figure", "finding"])
def test_nobody_changes_what_was_read(admin_client, draft, model):
    rows = getattr(draft, {"lineitem": "line_items", "statementtable": "tables"}.get(model, f"{model}s"))
    page = reverse(f"admin:disclosures_{model}_change", args=[rows.first().pk])
    assert admin_client.get(page).status_code == 200
    assert admin_client.post(page, {}).status_code == 403
    assert admin_client.get(reverse(f"admin:disclosures_{model}_add")).status_code == 403


def test_a_rule_is_shown_and_chosen_by_its_title(clerk, draft):
    code = draft.findings.first().code
    page = reverse("admin:disclosures_finding_changelist")
    shown = clerk.get(page).content.decode()
    assert f"{rule_title(code)}<span" in shown
    found = clerk.get(page, {"rule": rule_title(code)}).context["cl"].result_list
    assert {finding.code for finding in found} == {code}


def test_people_are_named_and_lists_have_titles_of_their_own(clerk):
    person = User.objects.create_user("li", first_name="李四")
    ingest(read(), content=b"first file", uploaded_by=person)
    shown = clerk.get(reverse("admin:disclosures_revision_changelist")).content.decode()
    assert "李四（li）" in shown
    assert "<h1>草稿与各版本</h1>" in shown
    assert not [stock for stock in ("首页", "选择", "Model name", "Add link") if f">{stock}" in shown]


def test_a_revision_opens_as_its_review(clerk, draft):
    answer = clerk.get(reverse("admin:disclosures_revision_change", args=[draft.pk]))
    assert answer.url == reverse("admin:disclosures_revision_review", args=[draft.pk])


def test_several_revisions_are_published_at_once(reviewer, draft):
    other = ingest(read(b"second file"), content=b"second file", uploaded_by=None)
    chosen = {"action": "publish_selected", "_selected_action": [draft.pk, other.pk]}
    reviewer.post(reverse("admin:disclosures_revision_changelist"), chosen)
    assert list(Revision.objects.order_by("number").values_list("state", flat=True)) == ["superseded", "published"]


def test_a_revision_that_is_published_already_does_not_stop_the_others(reviewer, draft):
    publish(draft, by=None)
    chosen = {"action": "publish_selected", "_selected_action": [draft.pk]}
    answer = reviewer.post(reverse("admin:disclosures_revision_changelist"), chosen, follow=True)
    assert "已经发布" in answer.content.decode()


def test_a_shared_link_is_revoked_for_good(reviewer):
    link = SharedComparison.objects.create(title="比较", query="units=1&years=2024")
    chosen = {"action": "revoke", "_selected_action": [link.pk]}
    reviewer.post(reverse("admin:disclosures_sharedcomparison_changelist"), chosen)
    assert not SharedComparison.objects.open().exists()


def test_a_unit_gets_an_alias_and_a_second_of_its_name_is_refused(clerk, draft):
    unit = draft.disclosure.unit
    twice = {"aliases-TOTAL_FORMS": 2, "aliases-1-name": "水利局（本级）", "aliases-1-unit": unit.pk}
    inline = {"aliases-TOTAL_FORMS": 1, "aliases-INITIAL_FORMS": 0, "aliases-0-name": "青河市水利局"}
    form = {"name": unit.name, "region": unit.region, "aliases-0-unit": unit.pk, **inline}
    page = reverse("admin:disclosures_unit_change", args=[unit.pk])
    assert "保留一个即可" in clerk.post(page, form | twice).content.decode()
    clerk.post(page, form)
    assert list(unit.aliases.values_list("name", "region")) == [("青河市水利局", "青河市")]
    shown = clerk.post(reverse("admin:disclosures_unit_add"), form | {"name": "水务局（本级）"}).content.decode()
    assert "已登记" in shown
    assert Unit.objects.count() == 1
