"""Hold a comparison to the figures of one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Pins:
    """The revisions that a comparison is taken from, and the moment whose corrections count."""

    revisions: tuple[int, ...]
    at: datetime
