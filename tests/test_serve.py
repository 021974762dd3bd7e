"""`make run` starts the site and a reader together, and one Ctrl-C ends both."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from budgetsite import serve
from tests.conftest import ROOT

SLEEPER = "import sys, time, pathlib; pathlib.Path(sys.argv[1]).touch(); time.sleep(60)"
SCRIPT = """
import sys
from budgetsite import serve
serve.WEB = [sys.executable, "-c", {web!r}, {folder!r} + "/web"]
serve.READER = [sys.executable, "-c", {reader!r}, {folder!r} + "/reader"]
sys.exit(serve.main())
"""


def started(folder: Path, web: str = SLEEPER, reader: str = SLEEPER) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SCRIPT.format(web=web, reader=reader, folder=str(folder))], cwd=ROOT)


def wait_for(*files: Path) -> None:
    deadline = time.monotonic() + 20
    while not all(file.exists() for file in files) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert all(file.exists() for file in files)


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
def test_one_signal_ends_both(tmp_path: Path, signum: signal.Signals) -> None:
    both = started(tmp_path)
    wait_for(tmp_path / "web", tmp_path / "reader")
    both.send_signal(signum)
    assert both.wait(20) == 0


def test_where_one_ends_the_other_does_too_and_its_code_is_told(tmp_path: Path) -> None:
    both = started(tmp_path, web="import sys; sys.exit(3)")
    assert both.wait(20) == 3


def test_the_site_is_gunicorn_and_the_reader_a_worker() -> None:
    assert "gunicorn" in serve.WEB
    assert serve.READER[1:3] == ["manage.py", "worker"]
