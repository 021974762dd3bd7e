"""How much faster two processes read many files than one: near twice on two processors, the same on one."""

from __future__ import annotations

import time
from pathlib import Path

from disclosures.management.reading_pool import read_all

ROOT = Path(__file__).resolve().parent.parent
# Real disclosures where they lie beside the checkout, else the demo's own.
FOLDERS = (ROOT.parent / "shared" / "realdocs", ROOT / "samples" / "documents")


def main() -> None:
    """Print the ratio."""
    folder = next(folder for folder in FOLDERS if folder.is_dir())
    files = list(folder.glob("*.pdf"))
    took = {}
    for readers in (1, 2):
        began = time.perf_counter()
        read = sum(1 for _result in read_all(files, readers))
        took[readers] = time.perf_counter() - began
    print(f"{read} PDF files: two readers {took[1] / took[2]:.2f} times as fast as one")


if __name__ == "__main__":
    main()
