"""Work the queue in a test as the worker does: every queued task, in its order, until none is left."""

from __future__ import annotations

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult


def work() -> int:
    """Run what is queued in this process; the files are read in a process apart, as always."""
    done = 0
    while (asked := DBTaskResult.objects.filter(status=TaskResultStatus.READY).first()) is not None:
        asked.claim("test")
        asked.set_successful(asked.task.call(*asked.args_kwargs["args"]))
        done += 1
    return done
