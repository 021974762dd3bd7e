"""Whole documents, read once in a test run: who asks first reads, and the tests of all modules take that.

What is kept is frozen through and through, so that no test can change what another is given.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from disclosures.evidence import SourceDocument
from disclosures.pipeline import ReadDisclosure, understand
from disclosures.reading import read
from tests.shared_run import made_once

Result = TypeVar("Result", SourceDocument, ReadDisclosure)

# Tests of one document follow each other; more in memory would only slow the collection of garbage.
IN_MEMORY = 8


@lru_cache(IN_MEMORY)
def pages_of(path: Path) -> SourceDocument:
    """Return what ``read`` gives for a file."""
    return kept("pages", path, lambda: read(path.read_bytes(), path.name))


@lru_cache(IN_MEMORY)
def reading_of(path: Path) -> ReadDisclosure:
    """Return what ``read_disclosure`` gives for a file."""
    return kept("reading", path, lambda: understand(pages_of(path)))


def kept(kind: str, path: Path, make: Callable[[], Result]) -> Result:
    name = f"{kind}-{hashlib.sha256(str(path).encode()).hexdigest()}"
    found = made_once(name, lambda file: file.write_bytes(pickle.dumps(make())))
    return pickle.loads(found.read_bytes())  # type: ignore[no-any-return]
