"""Serve a page of a sample as a picture: the first time against pdfium's bare drawing, later against a static file."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "documents"
STATIC = "/static/bootstrap/css/bootstrap.min.css"
ROUNDS = 15
# Says that this process has a database to itself.
APART = "apart"
# What issue 5 promises, in milliseconds.
MOST_COLD, MOST_WARM = 150, 5


def main() -> None:
    """Measure in a process of its own, with a database and files of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "budgetsite.settings",
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'bench.sqlite3'}",
            "MEDIA_ROOT": str(Path(folder) / "media"),
            "PUBLIC_BROWSING": "1",
            "DEBUG": "1",
            "LOG_LEVEL": "ERROR",
        }
        subprocess.run([sys.executable, "-m", "bench.page_pictures", APART], env=environment, check=True)


def start_django() -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.DEBUG = False  # it was on for the static files alone; it would keep every query
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)


def measure(sample: Path) -> None:
    from django.test import Client

    from disclosures.ingest import ingest, page_pictures, publish
    from disclosures.pipeline import read_disclosure

    content = sample.read_bytes()
    revision = publish(ingest(read_disclosure(content, sample.name), content=content, uploaded_by=None), by=None)
    file, client = revision.files.get(), Client()
    pages = sorted(set(revision.line_items.values_list("page", flat=True)))
    got(client, STATIC)

    def cold(page: int) -> float:
        page_pictures.remove_pictures(file.sha256)
        return timed(lambda: got(client, address(file.pk, page)))

    bare = median(timed(lambda page=page: bare_drawing(content, page)) for page in pages)
    first = median(cold(page) for page in pages)
    later = median(timed(lambda: got(client, address(file.pk, pages[-1]))) for _round in range(ROUNDS))
    static = median(timed(lambda: got(client, STATIC)) for _round in range(ROUNDS))
    print(f"first time {first:.1f} ms = {first / bare:.1f} × pdfium's bare drawing ({within(first, MOST_COLD)})")
    print(f"later      {later:.1f} ms = {later / static:.1f} × a static file ({within(later, MOST_WARM)})")


def address(file: int, page: int) -> str:
    return f"/files/{file}/pages/{page}.png"


def bare_drawing(content: bytes, page: int) -> object:
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        return document[page - 1].render(scale=2)


def got(client: Client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def timed(call: Callable[[], object]) -> float:
    """Return how many milliseconds a call takes."""
    start = perf_counter()
    call()
    return (perf_counter() - start) * 1000


def within(found: float, most: int) -> str:
    return f"within {most} ms" if found <= most else f"above {most} ms"


if __name__ == "__main__" and APART not in sys.argv:
    main()
elif __name__ == "__main__":
    start_django()
    measure(SAMPLES / "衡阳市交通运输信息中心2024年预算公开.pdf")
