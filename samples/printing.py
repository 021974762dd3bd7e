"""Print HTML to PDF with Chromium, the same bytes for the same page."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
HERE = Path(__file__).parent
# The room for rows in CSS pixels (96 to the inch): A4 less the margins of style.css, and a little spare.
MILLIMETRE = 96 / 25.4
WIDTHS = {"portrait": 174 * MILLIMETRE, "landscape": 265 * MILLIMETRE}
HEIGHTS = {"portrait": 256 * MILLIMETRE, "landscape": 176 * MILLIMETRE}
# Chromium writes the time of printing into the file; one fixed time keeps unchanged samples unchanged in git.
DATE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
FIXED = rb"\g<1>20240101000000"


@contextmanager
def browser_page() -> Iterator[Page]:
    """Give a page of a headless Chromium that loads nothing from anywhere."""
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield browser.new_page()
        browser.close()


def print_pdf(page: Page, html: str) -> bytes:
    """Return the page as PDF, in the sizes that its style sheet asks for."""
    page.set_content(html)
    page.add_style_tag(content=(HERE / "style.css").read_text("utf-8"))
    page.emulate_media(media="print")
    widths = "section {{ width: {portrait}px; }} section.wide, .landscape section {{ width: {landscape}px; }}"
    page.add_style_tag(content=widths.format(**WIDTHS))
    page.evaluate((HERE / "paginate.js").read_text("utf-8"), HEIGHTS)
    return DATE.sub(FIXED, page.pdf(prefer_css_page_size=True, print_background=True, tagged=False, outline=False))
