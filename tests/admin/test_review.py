"""A clerk sees what was recognised, puts it right and publishes it."""

from dataclasses import replace

import pytest
from django.urls import reverse

from disclosures.ingest import ingest
from disclosures.models import AuditEntry, Disclosure, Revision, Unit
from tests.admin.documents import budget, upload
from tests.ingest.readings import IDENTITY, read
from tests.working import work

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(clerk):
    clerk.post("/admin/disclosures/job/upload/", {"documents": [upload(budget())]})
    work()
    return Revision.objects.get()


def page(step, revision):
    return reverse(f"admin:disclosures_revision_{step}", args=[revision.pk])


def test_the_review_shows_identity_tables_counts_and_doubts(clerk):
    revision = ingest(read(), content=b"first file", uploaded_by=None)
    shown = clerk.get(page("review", revision)).content.decode()
    for words in (
        "青河市水务局2024年单位预算",  # the words that the unit was recognised by
        "90%",
        "新单位",
        "收支总表",
        "公开01表",
        "万元",
        "合计不符",
        "疑点（1）",
    ):
        assert words in shown


def test_a_table_can_be_looked_at_as_printed(clerk):
    revision = ingest(read(), content=b"first file", uploaded_by=None)
    shown = clerk.get(reverse("admin:disclosures_revision_table", args=[revision.pk, 0])).content.decode()
    assert "1,050.60" in shown
    assert 'colspan="2"' in shown


def test_the_file_is_handed_out_as_uploaded_and_never_run(clerk, draft):
    file = draft.files.get()
    answer = clerk.get(reverse("admin:disclosures_revision_file", args=[draft.pk, file.pk]))
    assert b"".join(answer.streaming_content).decode() == budget()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")


def test_whoever_uploaded_a_file_leaves_its_publishing_to_another(clerk, draft):
    shown = clerk.get(page("review", draft)).content.decode()
    assert "须由另一人审核发布" in shown
    assert page("publish", draft) not in shown
    clerk.post(page("publish", draft))
    draft.refresh_from_db()
    assert draft.state == Revision.State.DRAFT


def test_publishing(reviewer, draft):
    answer = reviewer.post(page("publish", draft), follow=True)
    draft.refresh_from_db()
    assert draft.state == Revision.State.PUBLISHED
    assert draft.published_by == answer.context["user"]
    assert "已发布" in answer.content.decode()
    entry = AuditEntry.objects.about(draft).first()
    assert (entry.action, entry.person, entry.before, entry.after) == (
        "published",
        "member-of-审核",
        {"state": "draft"},
        {"state": "published"},
    )


def test_a_reviewer_publishes_and_withdraws_but_corrects_nothing(reviewer, draft):
    reviewer.post(page("publish", draft))
    reviewer.post(page("withdraw", draft), {"reason": "数字有误"})
    draft.refresh_from_db()
    assert draft.state == Revision.State.WITHDRAWN
    assert reviewer.post(page("correct", draft)).status_code == 403
    assert reviewer.post(page("discard", draft)).status_code == 403


def test_a_clerk_does_not_withdraw(clerk, reviewer, draft):
    reviewer.post(page("publish", draft))
    assert clerk.post(page("withdraw", draft), {"reason": "数字有误"}).status_code == 403


def test_a_correction_reads_the_file_again_under_its_new_identity(clerk, draft):
    answer = {"unit": "青河市水利局", "region": "青河市", "fiscal_year": 2023, "kind": "budget", "scope": "department"}
    assert "排队重新读取" in clerk.post(page("correct", draft), answer, follow=True).content.decode()
    work()
    shown = clerk.get(page("review", draft)).content.decode()
    draft.refresh_from_db()
    assert str(draft) == "青河市水利局 2023年预算 第1版"
    assert "人工填写" in shown
    items = draft.line_items
    assert set(items.values_list("unit__name", "disclosure_year", "fiscal_year", "scope")) == {
        ("青河市水利局", 2023, 2023, "department")
    }
    assert [str(disclosure) for disclosure in Disclosure.objects.all()] == ["青河市水利局 2023年预算"]
    assert [unit.name for unit in Unit.objects.all()] == ["青河市水利局"]


def test_a_wrong_correction_changes_nothing(clerk, draft):
    answer = clerk.post(page("correct", draft), {"unit": "", "fiscal_year": "x", "kind": ""})
    assert answer.status_code == 200
    draft.refresh_from_db()
    assert str(draft) == "青河市水务局 2024年预算 第1版"


def test_a_published_revision_is_not_corrected(clerk, reviewer, draft):
    reviewer.post(page("publish", draft))
    assert clerk.post(page("correct", draft), {}).status_code == 404
    assert clerk.post(page("discard", draft)).status_code == 404


def test_discarding_lets_the_file_come_again(clerk, draft):
    clerk.post(page("discard", draft))
    assert not Revision.objects.exists()
    clerk.post("/admin/disclosures/job/upload/", {"documents": [upload(budget())]})
    work()
    assert Revision.objects.count() == 1


def test_the_next_revision_says_what_it_takes_the_place_of(clerk, reviewer, draft):
    reviewer.post(page("publish", draft))
    clerk.post("/admin/disclosures/job/upload/", {"documents": [upload(budget() + "附注。\n", "新版.txt")]})
    work()
    newer = Revision.objects.get(number=2)
    assert "发布后将取代第1版" in reviewer.get(page("review", newer)).content.decode()


def test_looking_and_stepping_are_apart(clerk, draft):
    assert clerk.get(page("publish", draft)).status_code == 405


def test_two_drafts_of_one_disclosure_are_merged_and_then_corrected_together(clerk, draft):
    clerk.post("/admin/disclosures/job/upload/", {"documents": [upload(budget() + "附注。\n", "附表.txt")]})
    work()
    part = Revision.objects.get(number=2)
    assert "并入第1版" in clerk.get(page("review", part)).content.decode()
    shown = clerk.post(reverse("admin:disclosures_revision_merge", args=[part.pk, draft.pk]), follow=True)
    assert "共 2 个文件" in shown.content.decode()
    tables = draft.tables.count()
    answer = {"unit": "青河市水务局", "region": "青河市", "fiscal_year": 2022, "kind": "budget", "scope": "unit"}
    clerk.post(page("correct", draft), answer)
    work()
    assert (draft.tables.count(), draft.files.count()) == (tables, 2)
    assert set(draft.line_items.values_list("fiscal_year", flat=True)) == {2022}


def test_drafts_of_different_disclosures_are_not_merged(clerk, draft):
    other = ingest(read(identity=replace(IDENTITY, fiscal_year=2019)), content=b"first file", uploaded_by=None)
    assert clerk.post(reverse("admin:disclosures_revision_merge", args=[other.pk, draft.pk])).status_code == 404
