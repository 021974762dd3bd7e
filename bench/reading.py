"""Measure the way from a PDF to its facts against plain pdfplumber, which only finds the tables.

Time is whole-pipeline time divided by that of `extract_tables()` over the same pages, on one process and on two, which
must give the same facts. Memory is the peak of a process of its own that reads a file of 300 pages.
"""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

import django
import pdfplumber
import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "realdocs"
SAMPLES = ROOT / "samples" / "documents"

ON_ONE_PROCESS = 1.0
ON_TWO_PROCESSES = 0.6
LONG_FILE = 300
MOST_MEGABYTES = 300

Result = TypeVar("Result")


def main() -> None:
    """Print the ratios and the peak of memory, each beside what it may be at most."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budgetsite.settings")
    django.setup()
    files = documents()
    plain, one, alone = in_turn(files)
    two, side_by_side = on_two_processes(files)
    if alone != side_by_side:
        sys.exit("two processes read other facts than one")
    print(f"{len(files)} files; the same facts on one process and on two")
    say("one process ÷ extract_tables()", one / plain, ON_ONE_PROCESS)
    say("two processes ÷ extract_tables()", two / plain, ON_TWO_PROCESSES)
    third, whole = memory(files, LONG_FILE // 3), memory(files, LONG_FILE)
    say(f"peak memory in MB at {LONG_FILE} pages (at {LONG_FILE // 3}: {third:.0f})", whole, MOST_MEGABYTES)


def documents() -> list[Path]:
    """Return the published PDFs where they are at hand, else the samples."""
    published = sorted(SHARED.glob("*.pdf"))
    if not published:
        print("published files are not at hand; the samples are read in their place")
    return published or sorted(SAMPLES.glob("*.pdf"))


def say(what: str, measured: float, limit: float) -> None:
    """Print a measure and whether it keeps to its limit."""
    print(f"{what}: {measured:.2f} (at most {limit:g}){'' if measured <= limit else ' — TOO MUCH'}")


def in_turn(files: list[Path]) -> tuple[float, float, list[str]]:
    """Return the time of plain pdfplumber and of the pipeline, file by file in turn, and the facts."""
    plain = one = 0.0
    facts = []
    for path in files:
        plain += timed(lambda path=path: plain_tables(path))[0]
        seconds, read = timed(lambda path=path: facts_of(path))
        one += seconds
        facts.append(read)
    return plain, one, facts


def on_two_processes(files: list[Path]) -> tuple[float, list[str]]:
    """Return the time of two processes that stand ready, as workers do, and the facts; the longest files go first."""
    order = sorted(files, key=lambda path: -path.stat().st_size)
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn"), initializer=django.setup) as workers:
        list(workers.map(facts_of, order[-2:]))
        seconds, facts = timed(lambda: dict(zip(order, workers.map(facts_of, order), strict=True)))
    return seconds, [facts[path] for path in files]


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return how long something took, and what it returned."""
    start = perf_counter()
    result = work()
    return perf_counter() - start, result


def plain_tables(path: Path) -> int:
    """Find the tables of a file with pdfplumber alone and return how many."""
    found = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            found += len(page.extract_tables())
            page.close()
    return found


def facts_of(path: Path) -> str:
    """Return all that a file says, as the parse contract prints it."""
    from disclosures.contract import contract
    from disclosures.pipeline import read_disclosure

    return json.dumps(contract(read_disclosure(path.read_bytes(), path.name)), ensure_ascii=False)


def memory(files: list[Path], pages: int) -> float:
    """Return the peak memory in megabytes of a process that reads a file of so many pages."""
    with TemporaryDirectory() as folder:
        long = Path(folder, "long.pdf")
        long.write_bytes(repeated(files, pages))
        child = subprocess.run(
            [sys.executable, "-m", "bench.reading", str(long)], cwd=ROOT, capture_output=True, check=True, text=True
        )
    return int(child.stdout) / 1024


def repeated(files: list[Path], pages: int) -> bytes:
    """Return a PDF of so many pages, taken from files one after the other and from the start again."""
    long = pypdfium2.PdfDocument.new()
    while len(long) < pages:
        for path in files:
            with pypdfium2.PdfDocument(path) as document:
                wanted = range(min(len(document), pages - len(long)))
                if wanted:
                    long.import_pages(document, list(wanted))
    output = io.BytesIO()
    long.save(output)
    return output.getvalue()


def peak_kilobytes() -> int:
    """Return the peak memory of this process; Linux counts that of the starting process into `getrusage`."""
    return next(iter(_high_water_mark()), 0) or _usage()


def _high_water_mark() -> Iterator[int]:
    status = Path("/proc/self/status")
    for line in status.read_text().splitlines() if status.exists() else ():
        if line.startswith("VmHWM:"):
            yield int(line.split()[1])


def _usage() -> int:
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budgetsite.settings")
    django.setup()
    facts_of(Path(sys.argv[1]))
    print(peak_kilobytes())
