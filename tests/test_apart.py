"""Reading in a process apart: a file that costs too much, or breaks the reader, concerns nobody else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from disclosures.apart import Interrupted, Limits, Reader, Refusal
from disclosures.pipeline import ReadDisclosure
from tests.admin.documents import budget
from tests.conftest import ROOT

BUDGET = budget().encode()
SAMPLES = ROOT / "samples" / "documents"


PARENT = """
import time
from disclosures.apart import Reader
if __name__ == "__main__":
    reader = Reader()
    reader.read(b"x", "x.txt")
    print(reader._process.pid, flush=True)
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One for all tests: it reads one file after another, and is replaced by itself where one broke it."""
    one = Reader()
    yield one
    one.close()


@pytest.fixture(scope="module")
def long_document() -> bytes:
    return max(SAMPLES.glob("*.pdf"), key=lambda path: path.stat().st_size).read_bytes()


def test_a_file_is_read_and_the_stages_are_told(reader):
    stages = []
    read = reader.read(BUDGET, "预算.txt", progress=lambda stage, done, total: stages.append(stage))
    assert isinstance(read, ReadDisclosure)
    assert read.identity.unit == "青河市水务局"
    assert stages == ["reading", "recognising", "checking"]


def test_an_unreadable_file_is_refused_with_its_reason(reader):
    refusal = reader.read(b"", "空.pdf")
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.is_final) == ("unreadable.empty", True)


def test_more_pages_than_the_limit_are_refused(long_document):
    reader = Reader(Limits(pages=1))
    refusal = reader.read(long_document, "长.pdf")
    reader.close()
    assert isinstance(refusal, Refusal)
    assert "超过 1 页的上限" in refusal.message


def test_a_file_that_takes_too_long_is_stopped(long_document):
    reader = Reader(Limits(seconds=0))
    refusal = reader.read(long_document, "慢.pdf")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "limit.time"


def test_a_file_that_takes_too_much_memory_is_stopped_and_the_next_is_read(long_document):
    reader = Reader(Limits(megabytes=400))
    hungry = reader.read(b"%PDF-" + bytes(200 * 1024 * 1024), "大.txt")
    assert isinstance(hungry, Refusal)
    assert isinstance(reader.read(BUDGET, "预算.txt"), ReadDisclosure)
    reader.close()


def test_a_reader_that_dies_is_replaced(reader, long_document):
    def kill(stage: str, done: int, total: int) -> None:
        os.kill(reader._process.pid, signal.SIGKILL)

    refusal = reader.read(long_document, "致命.pdf", progress=kill)
    assert isinstance(refusal, Refusal)
    assert "意外终止" in refusal.message
    assert isinstance(reader.read(BUDGET, "预算.txt"), ReadDisclosure)


def test_what_nobody_wants_any_more_is_not_read_on(reader, long_document):
    with pytest.raises(Interrupted):
        reader.read(long_document, "长.pdf", wanted=lambda: False)


def test_a_reader_ends_with_the_process_that_started_it():
    started = subprocess.Popen([sys.executable, "-c", PARENT], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    reader = int(started.stdout.readline())
    started.kill()
    started.wait()
    deadline = time.monotonic() + 10
    while is_alive(reader) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not is_alive(reader)


def is_alive(process: int) -> bool:
    """Tell whether a process is there and no mere zombie."""
    try:
        with open(f"/proc/{process}/stat") as status:
            return status.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
