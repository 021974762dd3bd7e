"""Time comparing over millions of line items, on SQLite and PostgreSQL, as ratios to the bare SQL."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from tests.machine import postgresql_folder
from tests.postgres import throwaway_server

LINE_ITEMS = 5_000_000


def main() -> None:
    """Measure on each database in a process of its own: Django is set up once in each."""
    with tempfile.TemporaryDirectory(prefix="budgetsite-bench-") as folder:
        print("-- SQLite", flush=True)
        measure(f"sqlite:///{folder}/bench.sqlite3")
    programs = postgresql_folder()
    if programs is None:
        print("没有 PostgreSQL，跳过 / no PostgreSQL here: left out")
        return
    with throwaway_server(programs) as address:
        print("-- PostgreSQL", flush=True)
        measure(address)


def measure(database: str) -> None:
    """Fill one database and print its ratios."""
    environment = os.environ | {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "budgetsite.settings",
        "SECRET_KEY": "only-for-this-measurement",
        "LOG_LEVEL": "ERROR",
    }
    subprocess.run([sys.executable, "-m", "bench.comparison"], env=environment, check=True)


def line_items() -> int:
    """Return how many line items to generate; fewer give a quick answer of less meaning."""
    return int(os.environ.get("BENCH_LINE_ITEMS", LINE_ITEMS))
