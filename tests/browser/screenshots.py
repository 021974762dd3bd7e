"""Take the documents' pictures of the demo: `python -m tests.browser.screenshots` fills docs/screenshots/."""

import io
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.flags import QUIET
from tests.conftest import ROOT
from tests.machine import chromium

PICTURES = ROOT / "docs" / "screenshots"
WIDTHS = (1440, 390)
# Longer pages are cut: a picture shows how a page begins, not all of it.
HEIGHTS = {1440: 1100, 390: 1500}
COLOURS = 128


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="budgetsite-screenshots-") as folder:
        os.environ |= settings(Path(folder))
        pages = addresses()
        with server() as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", *QUIET])
            for width in WIDTHS:
                photograph(browser, site, pages, width)
            browser.close()


def settings(folder: Path) -> dict[str, str]:
    """A database of its own, so that nobody's data are in the pictures; DEBUG serves the static files."""
    return {
        "DJANGO_SETTINGS_MODULE": "budgetsite.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'demo.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "DEMO": "1",
        "DEBUG": "1",
    }


def addresses() -> dict[str, str]:
    """Fill the demo, and return the pages worth showing."""
    import django

    django.setup()
    from django.core.management import call_command

    from disclosures.models import SharedComparison, StatementTable, Unit

    call_command("migrate", verbosity=0)
    call_command("demo")
    unit = Unit.objects.with_most_published()[0]
    table = StatementTable.objects.of_kinds("expenditure").with_doubts().order_by("-doubts")[0]
    share = SharedComparison.objects.open()[0]
    return {
        "home": "/",
        "unit": f"/units/{unit.pk}/",
        "disclosure": f"/disclosures/{table.revision.disclosure_id}/?table={table.pk}",
        "compare": f"/compare/?{share.query}",
        "share": share.get_absolute_url(),
    }


@contextmanager
def server() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "manage.py", "runserver", "--noreload", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        site = f"http://127.0.0.1:{port}"
        try:
            wait_for(f"{site}/healthz")
            yield site
        finally:
            process.terminate()


def wait_for(address: str, seconds: int = 30) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(address).close()
            return
        except urllib.error.URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)


def photograph(browser: Browser, site: str, pages: dict[str, str], width: int) -> None:
    phone = width < 500
    context = browser.new_context(
        base_url=site,
        locale="zh-CN",
        viewport={"width": width, "height": 800},
        is_mobile=phone,
        has_touch=phone,
    )
    page = context.new_page()
    page.goto("/accounts/login/")
    page.locator("button[name=user][value=reader]").click()
    page.wait_for_load_state("networkidle")
    for name, address in pages.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.wait_for_function("!document.querySelector('.skeleton')")
        keep(page.screenshot(full_page=True), PICTURES / f"{name}-{width}.png", HEIGHTS[width])
    context.close()


def keep(picture: bytes, file: Path, height: int) -> None:
    """A page has few colours: a palette makes the file a third of its size."""
    file.parent.mkdir(parents=True, exist_ok=True)
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    cut = image.crop((0, 0, image.width, min(image.height, height)))
    cut.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    print(file.relative_to(ROOT), file.stat().st_size // 1024, "KB")


if __name__ == "__main__":
    main()
