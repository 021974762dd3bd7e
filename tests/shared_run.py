"""What the processes of one test run share: a folder, where who first needs a thing makes it for all of them."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

# The process that pytest was started in names the folder; the workers that it starts inherit the name.
FOLDER = "BUDGETSITE_TESTS_FOLDER"


def begin() -> bool:
    """Make the run's folder; False where the process that started this one has made it."""
    if FOLDER in os.environ:
        return False
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="budgetsite-tests-")
    return True


def folder() -> Path:
    return Path(os.environ[FOLDER])


def end() -> None:
    shutil.rmtree(os.environ.pop(FOLDER), ignore_errors=True)


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Let one process of the run at a time go on."""
    with (folder() / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """Return a file of the run's folder; who comes first makes it whole, and all others wait for it."""
    wanted = folder() / name
    if not wanted.exists():
        with locked(name):
            if not wanted.exists():
                begun = folder() / f"{name}.begun"
                make(begun)
                begun.replace(wanted)
    return wanted
