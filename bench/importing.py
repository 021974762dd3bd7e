"""How much faster two workers of `import_disclosures` are than one: near twice on two idle processors.

What is timed is reading and storing; the start of the command, the same for both, is left out.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Real disclosures where they lie beside the checkout, else the demo's own.
FOLDERS = (ROOT.parent / "shared" / "realdocs", ROOT / "samples" / "documents")
# Others may be at work here too: of several rounds the best says most about ours.
ROUNDS = 3
IDLE = 0.5


def main() -> None:
    """Print the ratio, and how busy others kept the machine meanwhile."""
    folder = next(folder for folder in FOLDERS if folder.is_dir())
    files = sorted(str(path) for path in folder.glob("*.pdf"))
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as scratch:
        run(Path(scratch), "migrate")
        shutil.move(Path(scratch, "bench.sqlite3"), Path(scratch, "empty.sqlite3"))
        runs = (([], 1), (files, 1), (files, 2))
        rounds = [[imported(Path(scratch), *these) for these in runs] for _ in range(ROUNDS)]
    (start, _), (one, cpu), (two, _) = (min(times) for times in zip(*rounds, strict=True))
    ratio = (one - start) / (two - start)
    print(f"{len(files)} PDF files read and stored: two workers {ratio:.2f} times as fast as one")
    if load > IDLE:
        print(f"(others were at work, load {load:.1f}: one worker was given {cpu / one:.0%} of a processor)")


def imported(scratch: Path, files: list[str], workers: int) -> tuple[float, float]:
    """Import into an empty database; return how long it took, and for how long processors were at it."""
    nothing = scratch / "nothing"
    nothing.mkdir(exist_ok=True)
    shutil.copy(scratch / "empty.sqlite3", scratch / "bench.sqlite3")
    shutil.rmtree(scratch / "media", ignore_errors=True)
    began, used = time.perf_counter(), processors()
    run(scratch, "import_disclosures", *(files or [str(nothing)]), "--workers", str(workers))
    return time.perf_counter() - began, processors() - used


def run(scratch: Path, *command: str) -> None:
    """Run one of the site's commands on the benchmark's own database."""
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{scratch}/bench.sqlite3",
        "MEDIA_ROOT": f"{scratch}/media",
        "SECRET_KEY": "only-for-this-benchmark",
    }
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, capture_output=True)


def processors() -> float:
    """Return how many seconds the processors were at work for what this process started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
