"""A worker killed at any moment leaves nothing half-stored, and its job is taken up again: three attempts in all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from disclosures.ingest import Upload
from disclosures.models import (
    AuditEntry,
    Disclosure,
    Figure,
    Finding,
    Job,
    LineItem,
    Revision,
    RevisionFile,
    Section,
    StatementTable,
    Unit,
)
from disclosures.models.jobs import MAX_ATTEMPTS, SILENCE
from disclosures.tasks import submit, sweep
from tests.admin.documents import budget
from tests.tasks.dying_worker import POINTS, STAGES
from tests.tasks.workers import killed_at, work_in_a_worker
from tests.working import work

pytestmark = pytest.mark.django_db(transaction=True)

STORED = (Unit, Disclosure, Revision, RevisionFile, StatementTable, LineItem, Figure, Section, Finding)
LONG_AGO = SILENCE + timedelta(minutes=1)


def upload(text: str = "") -> Job:
    return submit(Upload((text or budget()).encode(), "青河市水务局2024年预算.txt"), uploaded_by=None)


def counts() -> list[int]:
    return [model.objects.count() for model in STORED]


def time_passes() -> None:
    """Make everything that happened until now happen a good while ago."""
    Job.objects.update(heartbeat_at=F("heartbeat_at") - LONG_AGO, queued_at=F("queued_at") - LONG_AGO)
    DBTaskResult.objects.update(started_at=F("started_at") - LONG_AGO)


@pytest.fixture
def whole(transactional_db: None) -> list[int]:
    """What a file that is stored without trouble leaves, in numbers of rows."""
    upload()
    work()
    stored = counts()
    for revision in Revision.objects.all():
        revision.delete()
    for model in (Disclosure, Unit, Job):
        model.objects.all().delete()
    AuditEntry.objects.all()._raw_delete(AuditEntry.objects.db)
    return stored


@pytest.mark.parametrize("point", [*STAGES, *POINTS])
def test_a_job_is_taken_up_and_stored_once_and_whole(whole: list[int], point: str) -> None:
    job = upload()
    killed_at(point)
    assert counts() in ([0] * len(STORED), whole), "all or nothing"
    time_passes()
    sweep()
    work_in_a_worker()
    job.refresh_from_db()
    assert (job.stage, job.lease) == (Job.Stage.STORED, "")
    assert counts() == whole
    assert job.revision is not None
    assert job.file.storage.exists(job.revision.files.get().file.name)
    assert not DBTaskResult.objects.exclude(status__in=[TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED]).exists()
    assert AuditEntry.objects.filter(action=AuditEntry.Action.STORED).count() == 1


def test_after_the_last_attempt_the_job_fails_and_says_what_happened() -> None:
    job = upload()
    for _attempt in range(MAX_ATTEMPTS):
        killed_at("checking")
        time_passes()
        sweep()
    job.refresh_from_db()
    assert (job.stage, job.attempts) == (Job.Stage.FAILED, MAX_ATTEMPTS)
    assert job.message == "检查时后台程序 3 次意外中断，已停止。可重试；若仍失败请交给管理员。"
    assert job.is_repeatable
    assert counts() == [0] * len(STORED)
    assert not DBTaskResult.objects.filter(status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING]).exists()


def test_a_worker_that_still_shows_life_is_left_alone() -> None:
    job = upload()
    killed_at("reading")
    assert sweep() == 0
    job.refresh_from_db()
    assert job.stage == Job.Stage.READING
