"""Make the demo's disclosures: data/*.json → documents/*.pdf (`make samples`)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from samples.pages import document
from samples.printing import browser_page, print_pdf
from samples.sheets import samples

DOCUMENTS = Path(__file__).parent / "documents"


def main(only: list[str]) -> None:
    """Print every sample, or those whose names hold one of the given words."""
    DOCUMENTS.mkdir(exist_ok=True)
    with browser_page() as page:
        for sample in samples():
            if only and not any(word in sample.slug for word in only):
                continue
            html, _ = document(sample)
            target = DOCUMENTS / f"{sample.name}.pdf"
            target.write_bytes(print_pdf(page, html))
            print(f"{target.name}  {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
