"""A worker that is killed at a given point of its way, and one that comes to its end."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import reduce
from importlib import import_module
from typing import Any

from django.core.management import call_command

# Where to die → what is called there first.
POINTS = {
    "before the job is taken": ("disclosures.tasks.leases", "take"),
    "storing": ("disclosures.ingest.content", "line_items"),
    "storing the last": ("disclosures.ingest.content", "finding_rows"),
    "just before the end": ("disclosures.tasks.attempt", "join_bundle"),
    "stored": ("django_tasks_db.models", "DBTaskResult.set_successful"),
}
STAGES = ("reading", "recognising", "checking")


def die(*_arguments: Any, **_options: Any) -> None:
    """End this process without any chance to tidy up."""
    os.kill(os.getpid(), signal.SIGKILL)


def dying_at(stage: str, told: Callable[..., bool]) -> Callable[..., bool]:
    """Return what shows progress until a stage comes: that is shown, and then nothing more."""

    def show(job: Any, reached: str, done: int, total: int) -> bool:
        shown = told(job, reached, done, total)
        if reached == stage:
            die()
        return shown

    return show


def work_until(point: str) -> None:
    """Work the queue until the point comes."""
    from disclosures.tasks import leases

    if point in STAGES:
        leases.show_progress = dying_at(point, leases.show_progress)  # type: ignore[assignment]
    else:
        module, name = POINTS[point]
        *owners, last = name.split(".")
        setattr(reduce(getattr, owners, import_module(module)), last, die)
    work()


def work() -> None:
    """Work the queue until it is empty."""
    call_command("worker", batch=True, interval=0.1)


def heard(file: str, work: Callable[..., None], *arguments: str) -> None:
    """Do some work, and keep what is said of trouble in a file."""
    with open(file, "wb") as said:
        os.dup2(said.fileno(), 2)
    work(*arguments)
