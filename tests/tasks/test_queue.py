"""The queue: one worker at a time holds a job, and what nobody wants any more is not stored."""

from __future__ import annotations

import signal
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from disclosures.ingest import AlreadyFiled, AlreadyWaiting, LeaseLost, Upload, publish, store_read
from disclosures.models import Job, Revision
from disclosures.pipeline import read_disclosure
from disclosures.recognition.statements import Identity
from disclosures.tasks import NotNow, cancel, confirm, reread, submit
from disclosures.tasks.leases import give_back, still_held, take
from disclosures.vocabulary import DisclosureKind
from tests.admin.documents import NAMELESS, budget
from tests.conftest import ROOT
from tests.tasks.workers import start_worker
from tests.working import work


def upload(text: str = "", name: str = "预算.txt", **more: str) -> Job:
    return submit(Upload((text or budget()).encode(), name, **more), uploaded_by=None)


@pytest.mark.django_db
class TestAJob:
    def test_is_held_by_one_worker_alone(self):
        job = upload()
        first, second = take(job.pk), take(job.pk)
        assert first is not None
        assert second is None
        assert still_held(first)

    def test_that_was_cancelled_is_not_stored(self):
        held = take(upload().pk)
        cancel(held, by=User.objects.create_user("clerk"))
        assert not still_held(held)
        with pytest.raises(LeaseLost):
            store_read(held, read_disclosure(budget().encode(), held.name))
        assert not Revision.objects.exists()

    def test_that_is_given_back_waits_with_all_its_attempts(self):
        held = take(upload().pk)
        assert give_back(held)
        held.refresh_from_db()
        assert (held.stage, held.attempts, held.lease) == (Job.Stage.QUEUED, 0, "")

    def test_whose_lease_was_lost_is_not_given_back(self):
        job = upload()
        first = take(job.pk)
        give_back(first)
        take(job.pk)
        assert not give_back(first)

    def test_whose_file_is_gone_fails_with_the_reason(self):
        job = upload()
        job.file.storage.delete(job.file.name)
        work()
        job.refresh_from_db()
        assert (job.stage, job.message) == (Job.Stage.FAILED, "服务器上已没有这个文件，请重新上传。")

    def test_of_a_published_revision_is_not_corrected(self):
        job = upload()
        work()
        job.refresh_from_db()
        publish(job.revision, by=None)
        with pytest.raises(NotNow, match="已发布"):
            confirm(job, Identity(fiscal_year=2020), by=User.objects.create_user("clerk"))

    def test_that_waits_is_read_as_what_a_person_says(self):
        job = upload(NAMELESS)
        work()
        said = Identity(unit="青河市水务局", region="青河市", fiscal_year=2024, kind=DisclosureKind.BUDGET)
        confirm(Job.objects.get(pk=job.pk), said, by=User.objects.create_user("clerk"))
        work()
        assert str(Revision.objects.get()) == "青河市水务局 2024年预算 第1版"


@pytest.mark.django_db
class TestReadingAgain:
    @pytest.fixture
    def published(self):
        upload()
        work()
        return publish(Revision.objects.get(), by=None)

    def test_leaves_nothing_where_nothing_changed(self, published):
        job = reread(published, by=None)
        work()
        job.refresh_from_db()
        assert Revision.objects.count() == 1
        assert job.message == "用现在的解析器重新读取，结果没有变化。"

    def test_makes_a_draft_beside_what_is_published_where_the_parser_reads_more(self, published):
        published.line_items.filter(heading__contains="农林水")._raw_delete("default")  # as an older parser had it
        job = reread(published, by=None)
        work()
        job.refresh_from_db()
        published.refresh_from_db()
        assert published.state == Revision.State.PUBLISHED
        assert (job.revision.number, job.revision.state) == (2, Revision.State.DRAFT)
        assert job.revision.files.get().reread_of == published.files.get()
        assert job.revision.files.get().file.name == published.files.get().file.name

    def test_is_asked_for_once(self, published):
        assert reread(published, by=None) is not None
        assert reread(published, by=None) is None


@pytest.mark.django_db(transaction=True)
def test_one_file_uploaded_twice_in_the_same_moment_is_queued_once():
    ready = Barrier(2)

    def send() -> str:
        ready.wait()
        try:
            return upload().stage
        except (AlreadyWaiting, AlreadyFiled):
            return "known"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(lambda _number: send(), range(2))) == ["known", "queued"]
    assert Job.objects.count() == 1
    work()
    assert Revision.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_told_to_stop_hands_back_what_it_reads(transactional_db):
    sample = next(iter(sorted((ROOT / "samples" / "documents").glob("*.pdf"), key=lambda path: -path.stat().st_size)))
    job = submit(Upload(sample.read_bytes(), sample.name), uploaded_by=None)
    worker = start_worker()
    deadline = time.monotonic() + 60
    while job.stage == Job.Stage.QUEUED and time.monotonic() < deadline:
        time.sleep(0.1)
        job.refresh_from_db()
    worker.send_signal(signal.SIGTERM)
    worker.communicate(timeout=30)
    job.refresh_from_db()
    assert (job.stage, job.attempts) == (Job.Stage.QUEUED, 0)
