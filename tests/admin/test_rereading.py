"""A clerk has a published file read again: once at a time, and only what reads otherwise becomes a draft."""

import pytest
from django.urls import reverse

from disclosures.ingest import ingest, publish
from disclosures.models import AuditEntry, Job, Revision
from tests.admin.documents import budget, upload
from tests.ingest.readings import fact, read
from tests.working import work

pytestmark = pytest.mark.django_db


def page(step, revision):
    return reverse(f"admin:disclosures_revision_{step}", args=[revision.pk])


def shown(client, revision):
    return client.get(page("review", revision)).content.decode()


@pytest.fixture
def filed(clerk):
    clerk.post("/admin/disclosures/job/upload/", {"documents": [upload(budget())]})
    work()
    return publish(Revision.objects.get(), by=None)


def test_what_reads_the_same_stays_as_it_is_and_the_review_says_so(clerk, filed):
    assert page("reread", filed) in shown(clerk, filed)
    clerk.post(page("reread", filed))
    assert "正在重新读取原文件" in shown(clerk, filed)
    assert page("reread", filed) not in shown(clerk, filed)
    work()
    assert Revision.objects.get() == filed
    assert "结果没有变化" in shown(clerk, filed)


def test_a_second_press_queues_nothing_and_the_first_is_in_the_audit_log(clerk, filed):
    clerk.post(page("reread", filed))
    answer = clerk.post(page("reread", filed), follow=True)
    assert "正在重新读取，请稍候" in answer.content.decode()
    assert Job.objects.filter(rereads=filed).count() == 1
    assert list(AuditEntry.objects.about(filed).values_list("action", flat=True)).count("retried") == 1


def test_what_reads_otherwise_becomes_a_draft_with_what_changed(clerk):
    said = read(facts=(fact(),))
    filed = publish(ingest(said, content=budget().encode(), uploaded_by=None), by=None)
    clerk.post(page("reread", filed))
    work()
    draft = Revision.objects.get(number=2)
    assert draft.state == "draft"
    assert f'href="{page("review", draft)}"' in shown(clerk, filed)
    assert "data-changed-figures" in shown(clerk, draft)
    filed.refresh_from_db()
    assert filed.state == "published"


def test_a_draft_is_not_reread(clerk):
    draft = ingest(read(), content=b"first file", uploaded_by=None)
    assert page("reread", draft) not in shown(clerk, draft)
    assert clerk.post(page("reread", draft)).status_code == 404
