"""Run the site and its readers together until Ctrl-C ends both (`make run`)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

# A worker hands back what it reads within a second, gunicorn ends at once.
PATIENCE_SECONDS = 10.0
LOOK_SECONDS = 0.2

WEB = [sys.executable, "-m", "gunicorn", "--config", "python:budgetsite.server"]
READER = [sys.executable, "manage.py", "worker", "--interval", "0.5"]


def main() -> int:
    """Start both; where one ends, the other is ended too, and its code is ours."""
    for signum in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signum, _stop)
    readers = int(os.environ.get("READERS") or 1)
    # Sessions of their own: Ctrl-C reaches this process alone, which then ends them in order.
    started = [subprocess.Popen(command, start_new_session=True) for command in [WEB, *[READER] * readers]]
    try:
        while all(process.poll() is None for process in started):
            time.sleep(LOOK_SECONDS)
    except KeyboardInterrupt:
        return _end(started)
    code = next((process.returncode for process in started if process.returncode), 0)
    _end(started)
    return code


def _stop(signum: int, frame: object) -> None:
    raise KeyboardInterrupt


def _end(started: Sequence[subprocess.Popen[bytes]]) -> int:
    """Ask all to end, and end by force whoever does not."""
    for signum in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signum, signal.SIG_IGN)  # a second Ctrl-C must not cut the orderly end short
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)  # gunicorn's word for at once; a graceful end waits for idle browsers
    deadline = time.monotonic() + PATIENCE_SECONDS
    for process in started:
        try:
            process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
