"""A worker that is killed at a given point of its way (`python -m tests.tasks.dying_worker storing`)."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django

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


def main(point: str) -> None:
    """Work the queue until the point comes."""
    django.setup()
    from functools import reduce
    from importlib import import_module

    from django.core.management import call_command

    from disclosures.tasks import leases

    if point in STAGES:
        leases.show_progress = dying_at(point, leases.show_progress)  # type: ignore[assignment]
    else:
        module, name = POINTS[point]
        *owners, last = name.split(".")
        setattr(reduce(getattr, owners, import_module(module)), last, die)
    call_command("worker", batch=True, interval=0.1)


if __name__ == "__main__":
    main(sys.argv[1])
