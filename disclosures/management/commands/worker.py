"""Read uploads in the background until told to stop (`manage.py worker`); any number may run on any machine."""

from __future__ import annotations

import logging
import threading
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands import db_worker

from disclosures import precheck
from disclosures.tasks import sweep
from disclosures.tasks.attempt import reader, stopping

SWEEP_SECONDS = 15.0
# From this verbosity on the queue tells every task.
LOUD = 2

log = logging.getLogger(__name__)


class Worker(db_worker.Worker):
    """The queue's worker; told to stop, it hands back what it is reading instead of finishing it."""

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Let the reading stop within a second."""
        stopping.set()
        super().shutdown(signum, frame)


class Command(BaseCommand):
    """The queue's worker with a sweeper beside it: what a killed worker left is taken up by whoever runs."""

    help = "在后台读取上传的文件；可在任意多台机器上各开任意多个。"
    requires_system_checks = ()  # it serves no pages, and a worker should be back in a moment

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say how often to look, and whether to stay."""
        parser.add_argument("--interval", type=float, default=1.0, help="队列为空时隔几秒再看（默认 1）")
        parser.add_argument("--batch", action="store_true", help="读完队列中的文件即退出")

    def handle(self, *args: Any, interval: float, batch: bool, **options: Any) -> None:
        """Work until told to stop."""
        worker = Worker(
            queue_names=["default"],
            interval=interval,
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        if options["verbosity"] < LOUD:
            for name in ("django_tasks", "django_tasks_db"):
                logging.getLogger(name).setLevel(logging.WARNING)
        worker.configure_signals()
        sweeper = threading.Thread(target=sweep_until, args=(stopping,), daemon=True)
        sweeper.start()
        try:
            worker.run()
        finally:
            stopping.set()
            reader().close()
            sweeper.join()


def sweep_until(stopped: threading.Event) -> None:
    """Sweep now and then; a database that is away for a moment stops nothing."""
    while not stopped.is_set():
        close_old_connections()
        try:
            if swept := sweep():
                log.warning("took up %d jobs that nobody was working on", swept)
            precheck.sweep()
        except DatabaseError as trouble:
            log.warning("could not look for left jobs: %s", trouble)
        stopped.wait(SWEEP_SECONDS)
    connection.close()
