"""Start real workers against a test's database: one that works the queue, and one that is killed on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from tests.conftest import ROOT


def environment() -> dict[str, str]:
    """Return the environment in which another process sees the test's database and files."""
    return os.environ | {
        "DATABASE_URL": database_url(),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "DJANGO_SETTINGS_MODULE": "budgetsite.settings",
        "SECRET_KEY": "only-for-this-test-run",
    }


def database_url() -> str:
    """Return the address of the test database."""
    said = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{said['NAME']}"
    port = f":{said['PORT']}" if said["PORT"] else ""
    return f"postgresql://{said['USER']}@{quote(said['HOST'], safe='')}{port}/{said['NAME']}"


def start_worker(*options: str) -> subprocess.Popen[bytes]:
    """Start a worker as an administrator does."""
    command = [sys.executable, "manage.py", "worker", "--interval", "0.1", *options]
    return subprocess.Popen(command, cwd=ROOT, env=environment(), stderr=subprocess.PIPE)


def work_in_a_worker() -> None:
    """Let a worker work until the queue is empty."""
    worker = start_worker("--batch")
    _out, said = worker.communicate(timeout=120)
    assert worker.returncode == 0, said.decode()


def killed_at(point: str) -> None:
    """Let a worker work until it kills itself at a point, as a power cut or the system would."""
    command = [sys.executable, "-m", "tests.tasks.dying_worker", point]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
