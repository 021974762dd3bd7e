"""Run every benchmark of this folder: each module has `main()`, which prints ratios, not seconds.

A ratio (indexed to unindexed, second time to first) says the same on a slow machine and a fast one.
"""

import importlib
import pkgutil
from pathlib import Path


def main() -> None:
    names = [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])]
    for name in names:
        if name != "__main__":
            print(f"== {name}", flush=True)
            importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
