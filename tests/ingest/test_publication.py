"""The public sees at most one revision of a disclosure."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import User

from disclosures.ingest import NotPossible, discard, ingest, merge_drafts, publish, withdraw
from disclosures.models import Disclosure, Revision, RevisionFile, Unit
from tests.ingest.readings import IDENTITY, TABLE, read

pytestmark = pytest.mark.django_db
State = Revision.State


def draft(content=b"first file", **changes):
    return ingest(read(content, **changes), content=content, uploaded_by=None)


def states():
    return dict(Revision.objects.order_by("number").values_list("number", "state"))


def test_publishing_says_who_and_when():
    clerk = User.objects.create_user("clerk")
    published = publish(draft(), by=clerk)
    assert (published.state, published.published_by) == (State.PUBLISHED, clerk)
    assert published.published_at is not None


def test_with_two_persons_nobody_publishes_what_they_filed_themselves(settings):
    settings.TWO_PERSON_PUBLISHING = True
    clerk, reviewer = User.objects.create_user("clerk"), User.objects.create_user("reviewer")
    mine = ingest(read(b"mine"), content=b"mine", uploaded_by=clerk)
    with pytest.raises(NotPossible, match="须由另一人审核发布"):
        publish(mine, by=clerk)
    assert publish(mine, by=reviewer).published_by == reviewer


def test_a_draft_that_is_being_read_again_is_not_published():
    mine = draft()
    job = mine.jobs.create(name="预算.pdf", stage="queued")
    with pytest.raises(NotPossible, match="正在重新读取"):
        publish(mine, by=None)
    job.finish(job.Stage.STORED)
    assert publish(mine, by=None).state == State.PUBLISHED


def test_a_newer_revision_supersedes_the_one_published():
    first, second = draft(), draft(b"second file")
    publish(first, by=None)
    publish(second, by=None)
    assert states() == {1: State.SUPERSEDED, 2: State.PUBLISHED}


def test_a_withdrawn_revision_can_be_published_again():
    revision = withdraw(publish(draft(), by=None), by=None)
    assert states() == {1: State.WITHDRAWN}
    publish(revision, by=None)
    assert states() == {1: State.PUBLISHED}


def test_after_withdrawing_the_newer_one_the_older_can_take_its_place():
    first, second = draft(), draft(b"second file")
    publish(first, by=None)
    withdraw(publish(second, by=None), by=None)
    publish(first, by=None)
    assert states() == {1: State.PUBLISHED, 2: State.WITHDRAWN}


def test_steps_that_lead_nowhere_are_refused():
    revision = draft()
    with pytest.raises(NotPossible):
        withdraw(revision, by=None)
    publish(revision, by=None)
    with pytest.raises(NotPossible):
        publish(revision, by=None)


def test_a_discarded_draft_leaves_nothing(django_capture_on_commit_callbacks):
    revision = draft(identity=replace(IDENTITY, supervising_department="安市水利局"))
    assert Unit.objects.count() == 2
    stored = revision.files.get().file
    with django_capture_on_commit_callbacks(execute=True):
        discard(revision, by=None)
    assert [model.objects.count() for model in (Unit, Disclosure, Revision, RevisionFile)] == [0, 0, 0, 0]
    assert not stored.storage.exists(stored.name)


def test_discarding_a_draft_keeps_the_unit_that_others_name():
    publish(draft(), by=None)
    discard(draft(b"second file"), by=None)
    assert (Unit.objects.count(), states()) == (1, {1: State.PUBLISHED})


def test_text_and_tables_filed_apart_become_one_revision():
    two_tables = (TABLE, replace(TABLE, index=1))
    text, tables = draft(), draft(b"second file", tables=two_tables)
    whole = merge_drafts(tables, into=text, by=None)
    assert states() == {1: State.DRAFT}
    assert (whole.files.count(), whole.line_items.count(), whole.findings.count()) == (2, 4, 2)
    first, second = whole.files.all()
    assert [(table.index, table.file) for table in whole.tables.all()] == [(0, first), (1, second), (2, second)]


def test_a_published_revision_takes_in_no_draft():
    published, part = publish(draft(), by=None), draft(b"second file")
    with pytest.raises(Revision.DoesNotExist):
        merge_drafts(part, into=published, by=None)
    assert states() == {1: State.PUBLISHED, 2: State.DRAFT}
