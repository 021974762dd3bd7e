"""What was answered waits for nobody: it counts no more, wherever the number of open questions stands."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.ingest import ingest, publish
from disclosures.ingest.finding_marks import answer_finding
from disclosures.models import FindingMark, Revision, StatementTable, Unit
from disclosures.models.coverage import coverage
from disclosures.templatetags.desk import waiting
from disclosures.vocabulary import Severity
from tests.ingest.readings import read

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def counted(revision: Revision) -> tuple[int, int, int]:
    """Return the open questions of the list of disclosures, of the list of tables and of the board."""
    [board] = coverage(Unit.objects.filter(pk=revision.disclosure.unit_id), [2024])
    return (
        Revision.objects.with_doubts().get(pk=revision.pk).doubts,
        StatementTable.objects.of_revisions([revision]).with_doubts().get().doubts,
        sum(one.findings for _year, standings in board.years for one in standings),
    )


def test_what_was_answered_counts_no_more_until_the_answer_is_taken_back():
    person = User.objects.create_user("clerk")
    revision = publish(ingest(read(), content=b"first file", uploaded_by=None), by=None)
    assert counted(revision) == (1, 1, 1)
    finding = revision.findings.get()
    answer = answer_finding(finding, FindingMark.Answer.EXPLAINED, note="四舍五入", by=person)
    assert counted(revision) == (0, 0, 0)
    answer.revert(by=person)
    assert counted(revision) == (1, 1, 1)


def test_the_review_sets_what_was_answered_apart(client):
    person = User.objects.create_superuser("clerk")
    client.force_login(person)
    revision = ingest(read(), content=b"first file", uploaded_by=None)
    review = reverse("admin:disclosures_revision_review", args=[revision.pk])
    assert "疑点（1）" in client.get(review).content.decode()
    answer_finding(revision.findings.get(), FindingMark.Answer.SOURCE_ERROR, note="", by=person)
    shown = client.get(review).content.decode()
    assert "疑点都已处理" in shown
    assert "已处理（1）" in shown
    assert "疑点（1）" not in shown


def test_an_answer_to_another_disclosures_finding_counts_for_that_one_alone():
    person = User.objects.create_user("clerk")
    first = publish(ingest(read(), content=b"first file", uploaded_by=None), by=None)
    FindingMark.objects.create(
        disclosure=first.disclosure, code="other", fingerprint="0" * 64, answer="accepted", made_by=person
    )
    assert counted(first) == (1, 1, 1)


def test_the_first_page_of_the_desk_names_no_errors_that_were_answered(rf):
    person = User.objects.create_user("clerk", is_superuser=True)
    draft = ingest(read(), content=b"first file", uploaded_by=None)
    error = draft.findings.create(code="arithmetic.total", severity=Severity.ERROR, message="合计与明细不符")
    request = rf.get("/admin/")
    request.user = person

    def errors() -> list[int]:
        return [one.errors for one in waiting({"request": request})["drafts"]]

    assert errors() == [1]
    answer_finding(error, FindingMark.Answer.SOURCE_ERROR, note="", by=person)
    assert errors() == [0]
