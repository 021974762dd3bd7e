"""Reading everything again with a newer parser: drafts where it reads otherwise, and a summary."""

from io import StringIO

import pytest
from django.core.management import call_command

from disclosures.ingest import Upload, publish
from disclosures.models import Revision
from disclosures.tasks import submit
from tests.admin.documents import budget
from tests.working import work

pytestmark = pytest.mark.django_db


@pytest.fixture
def published():
    for year in (2023, 2024):
        submit(Upload(budget(year=year).encode(), f"{year}.txt"), uploaded_by=None)
    work()
    return [publish(revision, by=None) for revision in Revision.objects.order_by("pk")]


def run(monkeypatch, *options):
    """Run the command; a worker works while it waits."""
    said = StringIO()
    monkeypatch.setattr("disclosures.management.commands.reparse.time.sleep", lambda seconds: work())
    call_command("reparse", *options, stdout=said, stderr=StringIO())
    return said.getvalue()


def test_what_this_parser_has_read_is_left_alone(monkeypatch, published):
    assert "0 份已排队" in run(monkeypatch)


def test_unchanged_and_changed_are_told_apart_and_nothing_published_changes(monkeypatch, published):
    published[0].line_items.filter(heading__contains="农林水")._raw_delete("default")  # as an older parser had it
    said = run(monkeypatch, "--all")
    assert "没有变化 1 份，有变化（新草稿）1 份，未能读取 0 份" in said
    assert "新草稿 青河市水务局 2023年预算 第2版" in said
    assert set(Revision.objects.published()) == set(published)


def test_it_can_be_left_to_the_queue(monkeypatch, published):
    assert "没有变化" not in run(monkeypatch, "--all", "--no-wait")
