"""The desk of doubts: what was not read for sure is settled one by one before anything is published."""

from decimal import Decimal

import pytest
from django.urls import reverse

from disclosures.evidence import Box, Finding
from disclosures.ingest import NotPossible, ingest, publish
from disclosures.models import AuditEntry, Correction, Revision
from disclosures.vocabulary import Severity
from tests.ingest.readings import read

pytestmark = pytest.mark.django_db

UNREAD = Finding(
    "unread.amount", Severity.WARNING, "“1,050.6O”不是数字", (3,), table=0, boxes=((3, Box(60, 40, 100, 60)),)
)
SUM = Finding("arithmetic.total", Severity.ERROR, "合计不符", (3,), table=0)


@pytest.fixture
def draft(db):
    return ingest(read(findings=(SUM, UNREAD)), content=b"first file", uploaded_by=None)


def desk(draft):
    return reverse("admin:disclosures_revision_doubts", args=[draft.pk])


def answer(client, finding, **said):
    address = reverse("admin:disclosures_revision_answer", args=[finding.revision_id, finding.pk])
    return client.post(address, said, follow=True).content.decode()


def test_what_was_not_read_comes_first_and_blocks_publishing(clerk, draft):
    shown = clerk.get(desk(draft)).content.decode()
    assert "第 1 处，共 2 处" in shown
    assert shown.index("不是数字") < shown.index("合计不符")
    assert "处理后才能发布" in shown
    with pytest.raises(NotPossible, match="1 处没有读准"):
        publish(draft, by=None)
    review = clerk.get(reverse("admin:disclosures_revision_review", args=[draft.pk])).content.decode()
    assert "还有 1 处没有读准的内容待核对" in review
    assert desk(draft) in review


def test_a_correction_settles_the_doubt_and_keeps_what_was_read(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    assert "合计不符" in answer(clerk, doubt, step="correct", item=item.pk, value="1,060.80")
    correction = Correction.objects.get()
    assert (correction.line_item, correction.amount, correction.printed) == (item, Decimal("10608000.00"), "1,050.60")
    item.refresh_from_db()
    assert item.amount == Decimal("10506000.00")
    assert publish(draft, by=None).state == Revision.State.PUBLISHED


def test_a_cell_that_is_blank_in_print_is_marked_as_blank(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    answer(clerk, doubt, step="blank", item=item.pk)
    assert Correction.objects.get().amount is None


def test_what_is_no_number_is_refused_and_the_doubt_stays(clerk, draft):
    doubt, item = draft.findings.get(code="unread.amount"), draft.line_items.get(printed="1,050.60")
    shown = answer(clerk, doubt, step="correct", item=item.pk, value="一千")
    assert "“一千”不是金额" in shown
    assert "第 1 处，共 2 处" in shown
    assert not Correction.objects.exists()


def test_when_all_is_settled_the_desk_leads_back_to_publishing(clerk, draft):
    for finding in draft.findings.all():
        shown = answer(clerk, finding, step="accept", note="已与原件核对")
    assert "疑点已全部处理" in shown
    assert AuditEntry.objects.filter(action="changed").count() == 2
    publish(draft, by=None)


def test_a_cell_of_another_draft_cannot_be_corrected_here(clerk, draft):
    other = ingest(read(b"second file"), content=b"second file", uploaded_by=None)
    doubt = draft.findings.get(code="unread.amount")
    address = reverse("admin:disclosures_revision_answer", args=[draft.pk, doubt.pk])
    said = {"step": "blank", "item": other.line_items.first().pk}
    assert clerk.post(address, said).status_code == 404


def test_a_published_revision_has_no_desk(clerk, draft):
    publish(draft, by=None, despite_doubts=True)
    assert clerk.get(desk(draft)).status_code == 404
