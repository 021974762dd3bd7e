"""A file that costs more than it may fails with the reason: nothing of it is stored, and the next one is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from disclosures.ingest import Upload
from disclosures.models import Job, LineItem, Revision
from disclosures.tasks import submit
from disclosures.tasks.attempt import reader
from tests.admin.documents import budget
from tests.conftest import ROOT
from tests.working import work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]

LONG = max((ROOT / "samples" / "documents").glob("*.pdf"), key=lambda path: path.stat().st_size)
HUGE = budget() + "附注：青河市水务局。\n" * 1_500_000
LIMITS = [
    ("READ_SECONDS", 0, LONG.read_bytes(), "分钟仍未完成，已停止"),
    ("READ_PAGES", 1, LONG.read_bytes(), "超过 1 页的上限"),
    ("READ_MEGABYTES", 350, HUGE.encode(), "需要的内存超过 350 MB，已停止"),
]


@pytest.fixture
def fresh_reader(settings: Any) -> Iterator[None]:
    """A worker that takes the limits of this test and leaves none behind."""
    reader.cache_clear()
    yield
    reader().close()
    reader.cache_clear()


@pytest.mark.parametrize(("limit", "value", "content", "reason"), LIMITS, ids=[name for name, *_ in LIMITS])
def test_a_file_over_a_limit_fails_with_the_reason_and_the_next_is_read(
    settings: Any, fresh_reader: None, limit: str, value: int, content: bytes, reason: str
) -> None:
    setattr(settings, limit, value)
    suffix = ".pdf" if content.startswith(b"%PDF") else ".txt"
    costly = submit(Upload(content, f"大{suffix}"), uploaded_by=None)
    work()
    costly.refresh_from_db()
    assert (costly.stage, costly.lease) == (Job.Stage.FAILED, "")
    assert reason in costly.message
    assert not Revision.objects.exists()
    assert not LineItem.objects.exists()

    setattr(settings, limit, {"READ_SECONDS": 600, "READ_PAGES": 1000}.get(limit, value))
    reader.cache_clear()
    small = submit(Upload(budget().encode(), "小.txt"), uploaded_by=None)
    work()
    small.refresh_from_db()
    assert small.stage == Job.Stage.STORED


def test_a_file_over_a_limit_may_be_tried_again_under_another(settings: Any, fresh_reader: None) -> None:
    settings.READ_SECONDS = 0
    job = submit(Upload(LONG.read_bytes(), "长.pdf"), uploaded_by=None)
    work()
    job.refresh_from_db()
    assert job.is_repeatable
    assert job.file.storage.exists(job.file.name)
