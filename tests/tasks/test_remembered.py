"""The queue reads with what people said: drafts again at once, next year's files by themselves, others not."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from disclosures.ingest import Upload, publish
from disclosures.ingest.publication import EVERYTHING
from disclosures.ingest.remembered import assign, drafts_concerned, unsaid
from disclosures.models import AssignedMeaning, Job, Revision
from disclosures.tasks import read_anew, reread, submit
from disclosures.vocabulary import Item
from tests.unexplained import COLUMN, unexplained
from tests.working import work

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk() -> User:
    return User.objects.create_user("clerk")


def uploaded(content: bytes) -> Revision:
    job = submit(Upload(content, "预算.txt"), uploaded_by=None)
    work()
    job.refresh_from_db()
    assert job.revision is not None, job.message
    return job.revision


def said_of(draft: Revision, by: User) -> AssignedMeaning:
    meaning = unsaid(draft.tables.get(title__endswith="收入总表"), COLUMN)
    meaning.item = Item.OTHER_REVENUE
    return assign(meaning, by=by)


def is_unknown(revision: Revision) -> bool:
    return revision.findings.filter(code="unread.column").exists()


def amounts(revision: Revision) -> set[int]:
    return set(revision.line_items.filter(item=Item.OTHER_REVENUE).values_list("amount_fen", flat=True))


def test_a_draft_is_read_again_in_the_same_place(clerk):
    draft = uploaded(unexplained())
    assert is_unknown(draft)
    said_of(draft, clerk)
    read_anew(draft, by=clerk)
    work()
    assert Revision.objects.get() == draft
    assert not is_unknown(draft)
    assert amounts(draft) == {10_000_000}


def test_the_units_other_drafts_are_concerned_too(clerk):
    draft, later = uploaded(unexplained()), uploaded(unexplained(2025))
    uploaded(unexplained(unit="青河市交通局"))
    assert set(drafts_concerned(said_of(draft, clerk))) == {draft, later}


def test_next_years_upload_reads_the_column_by_itself_and_another_units_does_not(clerk):
    said_of(uploaded(unexplained()), clerk)
    later, other = uploaded(unexplained(2025)), uploaded(unexplained(2025, "青河市交通局"))
    assert (is_unknown(later), amounts(later)) == (False, {11_000_000})
    assert (is_unknown(other), amounts(other)) == (True, set())


def test_a_published_file_that_is_read_again_becomes_a_draft_with_the_column(clerk):
    filed = publish(uploaded(unexplained()), by=None, despite=EVERYTHING)
    said_of(filed, clerk)
    job = reread(filed, by=None)
    work()
    job.refresh_from_db()
    assert amounts(job.revision) == {10_000_000}
    assert amounts(filed) == set()


def test_a_draft_made_by_a_rereading_is_itself_read_again(clerk):
    filed = publish(uploaded(unexplained()), by=None, despite=EVERYTHING)
    meaning = said_of(filed, clerk)
    reread(filed, by=None)
    work()
    draft = Revision.objects.drafts().get()
    meaning.revert(by=clerk)
    read_anew(draft, by=clerk)
    work()
    assert Revision.objects.drafts().get() == draft
    assert is_unknown(draft)
    assert not Job.objects.unfinished().exists()
