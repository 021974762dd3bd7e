"""Serve a SQLite file with Datasette, to set a well-known browser of data beside ours on the same rows."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# `make bench` puts it into a folder of its own: the site needs none of what it needs.
PROGRAM = Path("var/bench/bin/datasette")
# Without these Datasette would cut the answer off, at a thousand rows or after a second.
SETTINGS = {"max_returned_rows": 20_000, "sql_time_limit_ms": 60_000}
STARTED_WITHIN = 30


@contextmanager
def served(database: Mapping[str, Any]) -> Iterator[Callable[[str, str], bytes] | None]:
    """Yield what fetches a statement's rows in a format; nothing without Datasette, or for another database."""
    program = str(PROGRAM) if PROGRAM.exists() else shutil.which("datasette")
    file = Path(database["NAME"])
    if program is None or "sqlite3" not in database["ENGINE"]:
        yield None
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = [word for name, value in SETTINGS.items() for word in ("--setting", name, str(value))]
    command = [program, "serve", str(file), "--port", str(port), *options]
    site = f"http://127.0.0.1:{port}/{file.stem}"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/-/versions.json")
            yield lambda form, sql: fetched(site + form + urllib.parse.quote(" ".join(sql.split())))
        finally:
            process.terminate()


def fetched(address: str) -> bytes:
    """Return what an address answers."""
    with urllib.request.urlopen(address) as answer:
        content: bytes = answer.read()
    return content


def wait_for(address: str) -> None:
    """Wait until the server answers."""
    deadline = time.monotonic() + STARTED_WITHIN
    while True:
        try:
            fetched(address)
            return
        except urllib.error.URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)
