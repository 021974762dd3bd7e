"""Start real workers against a test's database: one that works the queue, and one that is killed on the way."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from tempfile import NamedTemporaryFile
from unittest.mock import patch
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from tests.conftest import ROOT
from tests.tasks import dying_worker


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
    code, said = ended(dying_worker.work)
    assert code == 0, said


def killed_at(point: str) -> None:
    """Let a worker work until it kills itself at a point, as a power cut or the system would."""
    code, said = ended(dying_worker.work_until, point)
    assert code == -signal.SIGKILL, said


def ended(work: Callable[..., None], *arguments: str) -> tuple[int | None, str]:
    """Run a worker to its end, in a process of its own; return its exit code and what it said."""
    with NamedTemporaryFile() as said:
        process = warm_python().Process(target=dying_worker.heard, args=(said.name, work, *arguments))
        process.start()
        process.join(timeout=120)
        process.kill()
        return process.exitcode, said.read().decode()


@cache
def warm_python() -> ForkServerContext:
    """Return how to fork processes from one that has loaded the site, which takes longer than the work itself."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.tasks.warm", "tests.tasks.dying_worker"])
    with patch.dict(os.environ, environment() | {"PYTHONPATH": str(ROOT)}):
        forkserver.ensure_running()
    return context
