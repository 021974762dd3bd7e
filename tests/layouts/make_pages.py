"""Print some documents of the corpus as PDF on low pages: `python -m tests.layouts.make_pages [path of Chromium]`.

The pages are so low that tables break after any row, and one even between its header's two rows.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.layouts.accounts_places import COLLEGE
from tests.layouts.budgets_odd import UNIVERSITY
from tests.layouts.budgets_west import XINJIANG
from tests.layouts.printing import web_page

PAGES = Path(__file__).parent / "pages"
PRINTED = {"university": UNIVERSITY, "xinjiang": XINJIANG, "college": COLLEGE}
_LOW = "<style>@page {size: 420mm 60mm; margin: 8mm} tr {break-inside: avoid}</style></body>"


def main(chromium: str) -> None:
    PAGES.mkdir(exist_ok=True)
    for name, document in PRINTED.items():
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            page.write_bytes(web_page(document).replace(b"</body>", _LOW.encode()))
            options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
            target = f"--print-to-pdf={PAGES / name}.pdf"
            subprocess.run([chromium, *options, target, str(page)], check=True, capture_output=True)


if __name__ == "__main__":
    main(*sys.argv[1:2] or ["chromium"])
