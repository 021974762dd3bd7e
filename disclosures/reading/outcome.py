"""Hold what every reader of a file format returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from disclosures.evidence import Block, Finding

# Called as progress(stage, done, total).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """The blocks of a file in reading order, its number of pages where it has pages, and what could not be read."""

    blocks: tuple[Block, ...]
    page_count: int | None = None
    findings: tuple[Finding, ...] = ()
